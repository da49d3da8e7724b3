import type { Priority } from '../model/content.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** One register that a merge or a rebase sets. Rows by number; `why` says whether a person decided it or both sides' values did. */
export type StoredResolution = {
  readonly message: CommitKey
  readonly blob?: number
  readonly priority?: Priority
  readonly inForce?: boolean
  readonly why: 'decided' | 'threeWay'
}
/** What a commit names beyond its target. */
export type Payload = {
  /** compress: what it stands for. */
  readonly replaces?: readonly CommitKey[]
  /** compress: tokens of what it replaced, when it was written. Derived, not hashed. */
  readonly originalTokens?: number
  /** merge, resolve. */
  readonly resolutions?: readonly StoredResolution[]
}

export function insertPayload(db: WriteDb, commit: CommitKey, payload: Payload): void {
  db.run('insert into payloads ("commit", body) values (?, ?)', commit, JSON.stringify(payload))
}

export function findPayload(db: ReadDb, commit: CommitKey): Payload | undefined {
  const row = db.get<{ body: string }>('select body from payloads where "commit" = ?', commit)
  return row && (JSON.parse(row.body) as Payload)
}

export function listPayloads(db: ReadDb, commits: readonly CommitKey[]): ReadonlyMap<CommitKey, Payload> {
  const rows = db.rows<[CommitKey, string]>('select "commit", body from payloads where "commit" in (select value from json_each(?))', JSON.stringify(commits))
  return new Map(rows.map(([commit, body]) => [commit, JSON.parse(body) as Payload]))
}
