import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'
import type { TractKey } from './tracts.ts'

export function insertCall(db: WriteDb, id: string, tract: TractKey, commit: CommitKey | null, record: string): void {
  db.run('insert into calls (id, tract, "commit", record) values (?, ?, ?, ?)', id, tract, commit, record)
}

/** The records of the calls that wrote these commits. */
export function listCallsOf(db: ReadDb, commits: readonly CommitKey[]): readonly { readonly commit: CommitKey; readonly record: string }[] {
  return db.all('select "commit", record from calls where "commit" in (select value from json_each(?))', JSON.stringify(commits))
}
