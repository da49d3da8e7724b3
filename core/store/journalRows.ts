import { toBytes } from './blobs.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'
import type { TractKey } from './tracts.ts'

export type JournalRow = {
  readonly gseq: number
  readonly tract: TractKey
  readonly seq: number
  readonly operation: number
  readonly at: number
  readonly author: number
  readonly isNote: 0 | 1
  readonly type: string
  readonly key: string | null
  readonly beforeCommit: CommitKey | null
  readonly afterCommit: CommitKey | null
  readonly before: string | null
  readonly after: string | null
  readonly payload: string | null
  readonly act: string | null
  readonly hash: string
}

const columns = `select gseq, tract, seq, operation, at, author, is_note as isNote, type, key, before_commit as beforeCommit, after_commit as afterCommit,
  "before", "after", payload, act, lower(hex(hash)) as hash from journal`

export function insertJournalRow(db: WriteDb, row: JournalRow): void {
  db.run(
    `insert into journal (gseq, tract, seq, operation, at, author, is_note, type, key, before_commit, after_commit, "before", "after", payload, act, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.gseq, row.tract, row.seq, row.operation, row.at, row.author, row.isNote, row.type, row.key,
    row.beforeCommit, row.afterCommit, row.before, row.after, row.payload, row.act, toBytes(row.hash),
  )
}

/** Where the journal ends: the next entry follows this one in number, time and hash. */
export function journalEnd(db: ReadDb): { readonly gseq: number; readonly at: number; readonly hash: string } {
  const end = db.get<{ gseq: number; at: number; hash: string }>('select gseq, at, lower(hex(hash)) as hash from journal order by gseq desc limit 1')
  return end ?? { gseq: 0, at: 0, hash: '' }
}

/** Entries from `from` to `to`, both included, in order. */
export function listJournal(db: ReadDb, from: number, to: number): readonly JournalRow[] {
  return db.all<JournalRow>(`${columns} where gseq between ? and ? order by gseq`, from, to)
}

export function getEntry(db: ReadDb, gseq: number): JournalRow {
  const row = db.get<JournalRow>(`${columns} where gseq = ?`, gseq)
  if (!row) throw new Error(`BUG: no entry ${gseq}`)
  return row
}

/** All entries from the first, in portions, so that a long journal never lies in memory whole. */
export function* eachPortion(db: ReadDb): Generator<readonly JournalRow[], void> {
  for (let after = 0; ; ) {
    const rows = db.all<JournalRow>(`${columns} where gseq > ? order by gseq limit 1000`, after)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < 1000) return
    after = last.gseq
  }
}

/** Where a branch pointed at a time (epoch microseconds): a commit, null where it was gone, undefined before the journal knew it. */
export function findBranchAt(db: ReadDb, tract: TractKey, branch: string, at: number): CommitKey | null | undefined {
  const row = db.get<{ type: string; after: CommitKey | null }>(
    `select type, after_commit as after from journal
     where tract = ? and key = ? and at <= ? and type in ('commit_created', 'ref_updated', 'ref_deleted') order by gseq desc limit 1`,
    tract, branch, at,
  )
  return row && (row.type === 'ref_deleted' ? null : row.after)
}

export type OperationRow = { readonly id: number; readonly tract: TractKey; readonly last: number; readonly previous: number | null; readonly isUndoable: 0 | 1 }

export function insertOperation(db: WriteDb, row: OperationRow): void {
  db.run('insert into operations (id, tract, last, previous, is_undoable) values (?, ?, ?, ?, ?)', row.id, row.tract, row.last, row.previous, row.isUndoable)
}

const operationColumns = 'select id, tract, "last", previous, is_undoable as isUndoable from operations'

export function findOperation(db: ReadDb, id: number): OperationRow | undefined {
  return db.get<OperationRow>(`${operationColumns} where id = ?`, id)
}

export function getOperation(db: ReadDb, id: number): OperationRow {
  const row = findOperation(db, id)
  if (!row) throw new Error(`BUG: no operation ${id}`)
  return row
}

/** Undoable operations of a tract after `id`, newest first. */
export function listOperationsAfter(db: ReadDb, tract: TractKey, id: number): readonly OperationRow[] {
  return db.all<OperationRow>(`${operationColumns} where tract = ? and id > ? and is_undoable = 1 order by id desc limit 100`, tract, id)
}

/** Up to `limit` operations of a tract from `id` backwards, newest first. */
export function listOperationsBack(db: ReadDb, tract: TractKey, id: number, limit: number): readonly OperationRow[] {
  return db.all<OperationRow>(`${operationColumns} where tract = ? and id <= ? order by id desc limit ?`, tract, id, limit)
}

/** Those of the numbers that are operations, oldest first: entries that only tell belong to none. */
export function listOperations(db: ReadDb, ids: readonly number[]): readonly OperationRow[] {
  return db.all<OperationRow>(`${operationColumns} where id in (select value from json_each(?)) order by id`, JSON.stringify(ids))
}

/** The number of a tract's first entry. */
export function firstOperation(db: ReadDb, tract: TractKey): number {
  const row = db.get<{ id: number }>('select id from operations where tract = ? order by id limit 1', tract)
  if (!row) throw new Error(`BUG: tract ${tract} has no operations`)
  return row.id
}
