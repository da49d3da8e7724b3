CREATE TABLE `authors` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authors_who` ON `authors` (`kind`,`name`);--> statement-breakpoint
CREATE TABLE `blobs` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`type` text NOT NULL,
	`role` text,
	`text` text,
	`rest` text,
	`size_bytes` integer NOT NULL,
	`tokens_o200k` integer,
	`tokens_cl100k` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blobs_hash` ON `blobs` (`hash`);--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`commit` integer,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `calls_commit` ON `calls` (`commit`);--> statement-breakpoint
CREATE TABLE `commits` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`kind` integer NOT NULL,
	`parent` integer,
	`parent2` integer,
	`segment` integer NOT NULL,
	`generation` integer NOT NULL,
	`origin` integer,
	`target` integer,
	`blob` integer,
	`note` integer,
	`priority` integer,
	`responds_to` integer,
	`config` text,
	`tract` integer NOT NULL,
	`author` integer NOT NULL,
	`created_at` integer NOT NULL,
	`messages` integer NOT NULL,
	`context_tokens` integer NOT NULL,
	`context_messages` integer NOT NULL,
	`encoding` integer NOT NULL,
	FOREIGN KEY (`blob`) REFERENCES `blobs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`note`) REFERENCES `blobs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commits_hash` ON `commits` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `commits_line` ON `commits` (`segment`,`generation`);--> statement-breakpoint
CREATE TABLE `journal` (
	`gseq` integer PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`seq` integer NOT NULL,
	`operation` integer NOT NULL,
	`at` integer NOT NULL,
	`author` integer NOT NULL,
	`is_note` integer NOT NULL,
	`type` text NOT NULL,
	`key` text,
	`before_commit` integer,
	`after_commit` integer,
	`before` text,
	`after` text,
	`payload` text,
	`act` text,
	`hash` blob NOT NULL,
	FOREIGN KEY (`author`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `operations` (
	`id` integer PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`last` integer NOT NULL,
	`previous` integer,
	`is_undoable` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `partials` (
	`id` text PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`blob` integer NOT NULL,
	`record` text NOT NULL,
	FOREIGN KEY (`blob`) REFERENCES `blobs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `refs` (
	`tract` integer NOT NULL,
	`name` text NOT NULL,
	`commit` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`tract`, `name`),
	FOREIGN KEY (`tract`) REFERENCES `tracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commit`) REFERENCES `commits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reply_buffers` (
	`call` text PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`text` text NOT NULL,
	`record` text NOT NULL,
	`lease_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `segments` (
	`id` integer PRIMARY KEY NOT NULL,
	`parent` integer
);
--> statement-breakpoint
CREATE TABLE `tracts` (
	`id` integer PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`name` text NOT NULL,
	`config` text NOT NULL,
	`head_branch` text,
	`head_commit` integer,
	`current_operation` integer,
	`redo` text NOT NULL,
	`seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tracts_uuid_unique` ON `tracts` (`uuid`);--> statement-breakpoint
CREATE UNIQUE INDEX `tracts_name_unique` ON `tracts` (`name`);--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` integer PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`created_at` integer NOT NULL
);
