CREATE TABLE `compressions` (
	`id` text PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `trash` (
	`id` text PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `blobs_hash`;--> statement-breakpoint
ALTER TABLE `blobs` ADD `gone_by` integer;--> statement-breakpoint
CREATE INDEX `blobs_gone` ON `blobs` (`hash`) WHERE gone_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `blobs_hash` ON `blobs` (`hash`) WHERE gone_by is null;--> statement-breakpoint
ALTER TABLE `commits` ADD `purged_by` integer;--> statement-breakpoint
ALTER TABLE `workspace` ADD `cleaned` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `workspace` ADD `wiped` integer DEFAULT 0 NOT NULL;