import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { listTextSteps } from '../../store/cleanUpRows.ts'

/** The steps that give these messages a text: what brought them, copies of that, and corrections. */
export const stepsAbout = (db: ReadDb, messages: ReadonlySet<CommitKey>): ReadonlySet<CommitKey> =>
  messages.size === 0 ? new Set() : new Set(listTextSteps(db, [...messages]))
