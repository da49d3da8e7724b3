import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'

/** The number of the newest commit row; 0 in an empty file. */
export const maxCommit = (db: ReadDb): CommitKey => db.get<{ max: number | null }>('select max(id) as max from commits')?.max ?? 0
