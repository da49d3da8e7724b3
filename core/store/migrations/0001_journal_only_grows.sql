CREATE TRIGGER `journal_no_update` BEFORE UPDATE ON `journal` BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_no_delete` BEFORE DELETE ON `journal` BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_only_at_end` BEFORE INSERT ON `journal` WHEN NEW.`gseq` <> (SELECT coalesce(max(`gseq`), 0) + 1 FROM `journal`) BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `commits_no_update` BEFORE UPDATE OF `hash`, `kind`, `parent`, `parent2`, `origin`, `target`, `author`, `created_at` ON `commits` BEGIN SELECT RAISE(ABORT, 'commits never change'); END;
