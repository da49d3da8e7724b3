CREATE VIRTUAL TABLE `search_text` USING fts5(`words`, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
--> statement-breakpoint
UPDATE `commits` SET `depth` = `generation` + 1;
--> statement-breakpoint
CREATE TRIGGER `payloads_no_update` BEFORE UPDATE ON `payloads` BEGIN SELECT RAISE(ABORT, 'commits never change'); END;
