import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'
import type { JournalRow } from './journalRows.ts'
import type { TractKey } from './tracts.ts'

/** What an entry changes: a ref by its name, HEAD, a setting, an unfinished answer, a merge, a compression or a proposal that waits, the trash, usage that was noted. */
export type PlaceKind = 'ref' | 'head' | 'config' | 'draft' | 'merge' | 'compression' | 'proposal' | 'trash' | 'usage'
export type Place = { readonly kind: PlaceKind; readonly key: string }
/** The first or last entry about a place in a part of the journal: what was there before or after it. */
export type PlaceRow = Place & {
  readonly gseq: number
  readonly at: number
  readonly beforeCommit: CommitKey | null
  readonly afterCommit: CommitKey | null
  readonly before: string | null
  readonly after: string | null
}

const kind = `case when type in ('commit_created', 'ref_updated', 'ref_deleted') then 'ref' when type = 'head_moved' then 'head'
  when type = 'config_changed' then 'config' when type in ('draft_created', 'draft_closed') then 'draft' when type = 'merge_changed' then 'merge'
  when type = 'compression_changed' then 'compression' when type = 'proposal_changed' then 'proposal' when type = 'trash_changed' then 'trash' when type = 'usage_noted' then 'usage' end`
const columns = `${kind} as kind, coalesce(key, '') as key, at, before_commit as beforeCommit, after_commit as afterCommit, "before", "after"`
const isFact = `tract = ? and is_note = 0 and (${kind}) is not null`

/** For every place that changed after an entry: the first change since. (Beside `min` SQLite gives the columns of that very row.) */
export function listFirstAfter(db: ReadDb, tract: TractKey, gseq: number): readonly PlaceRow[] {
  return db.all<PlaceRow>(`select min(gseq) as gseq, ${columns} from journal where ${isFact} and gseq > ? group by 2, 3 order by 2, 3`, tract, gseq)
}

/** For every place that changed up to an entry: the last change until then. */
export function listLastUpTo(db: ReadDb, tract: TractKey, gseq: number): readonly PlaceRow[] {
  return db.all<PlaceRow>(`select max(gseq) as gseq, ${columns} from journal where ${isFact} and gseq <= ? group by 2, 3 order by 2, 3`, tract, gseq)
}

/** Whether anything was ever said about a place. */
export function hasFactAbout(db: ReadDb, tract: TractKey, place: Place): boolean {
  return db.get<{ found: number }>(`select exists (select 1 from journal where ${isFact} and key = ? and (${kind}) = ?) as found`, tract, place.key, place.kind)?.found === 1
}

/** When a ref last moved, up to an entry (epoch microseconds). */
export function findMovedAt(db: ReadDb, tract: TractKey, ref: string, gseq: number): number | undefined {
  const sql = `select at from journal where tract = ? and gseq <= ? and key = ? and type in ('commit_created', 'ref_updated', 'ref_deleted') order by gseq desc limit 1`
  return db.get<{ at: number }>(sql, tract, gseq, ref)?.at
}

/** The operations that changed any of the places after an entry, newest first, at most 100. */
export function listTouching(db: ReadDb, tract: TractKey, after: number, places: readonly Place[]): readonly number[] {
  const names = places.map((place) => `${place.kind} ${place.key}`)
  const sql = `select distinct operation from journal
    where ${isFact} and gseq > ? and (${kind}) || ' ' || coalesce(key, '') in (select value from json_each(?)) order by operation desc limit 100`
  return db.rows<[number]>(sql, tract, after, JSON.stringify(names)).map(([operation]) => operation)
}

/** The operations that made these commits. */
export function listMakers(db: ReadDb, tract: TractKey, after: number, commits: readonly CommitKey[]): readonly number[] {
  const sql = `select distinct operation from journal
    where tract = ? and gseq > ? and type = 'commit_created' and after_commit in (select value from json_each(?)) order by operation desc limit 100`
  return db.rows<[number]>(sql, tract, after, JSON.stringify(commits)).map(([operation]) => operation)
}

/** Acts about other acts (undo, redo, revert) from operation `id` on, newest first, as the JSON they are kept in. */
export function listTurns(db: ReadDb, tract: TractKey, id: number): readonly { readonly operation: number; readonly act: string }[] {
  return db.all(`select operation, act from journal where tract = ? and gseq >= ? and act like '%"of":%' and is_note = 0 order by gseq desc`, tract, id)
}

/** What an operation's description needs of its entries: the first one, and those that move refs. */
export type OperationEntry = Pick<JournalRow, 'operation' | 'at' | 'author' | 'type' | 'key' | 'beforeCommit' | 'afterCommit' | 'act'>

export function listOperationEntries(db: ReadDb, operations: readonly { readonly id: number; readonly last: number }[]): readonly OperationEntry[] {
  return db.all<OperationEntry>(
    `select j.operation, j.at, j.author, j.type, j.key, j.before_commit as beforeCommit, j.after_commit as afterCommit, j.act
     from json_each(?) as o cross join journal as j on j.gseq between o.value ->> 0 and o.value ->> 1
     where j.operation = o.value ->> 0 and (j.act is not null or j.type in ('commit_created', 'ref_updated', 'ref_deleted')) order by j.gseq`,
    JSON.stringify(operations.map(({ id, last }) => [id, last])),
  )
}
