CREATE TABLE `custom_types` (
	`name` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`priority` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `payloads` (
	`commit` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`commit`) REFERENCES `commits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` integer PRIMARY KEY NOT NULL,
	`from` text NOT NULL,
	`row` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `commits` ADD `depth` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `commits_merges` ON `commits` (`segment`,`generation`) WHERE parent2 is not null;--> statement-breakpoint
CREATE INDEX `commits_origin` ON `commits` (`origin`) WHERE origin is not null;--> statement-breakpoint
CREATE INDEX `commits_model` ON `commits` ((config ->> '$.values.model')) WHERE config is not null;--> statement-breakpoint
ALTER TABLE `workspace` ADD `searched` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `journal_heads` ON `journal` (`tract`,`gseq`) WHERE type = 'head_moved';