CREATE TABLE `compressions` (
	`id` text PRIMARY KEY NOT NULL,
	`tract` integer NOT NULL,
	`record` text NOT NULL
);
