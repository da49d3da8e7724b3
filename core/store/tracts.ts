import type { TractConfig } from '../model/config.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'

export type TractKey = number
export type HeadRow = { readonly branch: string } | { readonly commit: CommitKey }
export type TractRow = {
  readonly id: TractKey
  readonly uuid: string
  readonly name: string
  readonly config: TractConfig
  readonly head: HeadRow
  readonly currentOperation: number | null
  readonly redo: readonly number[]
  readonly seq: number
  readonly lastUsedAt: number
}

type Columns = {
  id: number; uuid: string; name: string; config: string; headBranch: string | null; headCommit: number | null
  currentOperation: number | null; redo: string; seq: number; lastUsedAt: number
}
const columns = `select id, uuid, name, config, head_branch as headBranch, head_commit as headCommit, current_operation as currentOperation,
  redo, seq, last_used_at as lastUsedAt from tracts`

export function getTract(db: ReadDb, key: TractKey): TractRow {
  const row = db.get<Columns>(`${columns} where id = ?`, key)
  if (!row) throw new Error(`BUG: no tract ${key}`)
  return toRow(row)
}

export function findTract(db: ReadDb, uuidOrName: string): TractRow | undefined {
  const row = db.get<Columns>(`${columns} where uuid = ?`, uuidOrName) ?? db.get<Columns>(`${columns} where name = ?`, uuidOrName)
  return row && toRow(row)
}

/** Where HEAD stands, with the tip of its branch. */
export function readHead(db: ReadDb, key: TractKey): { readonly branch: string | null; readonly tip: CommitKey | null } {
  const row = db.get<{ branch: string | null; at: number | null; tip: number | null }>(
    // a sub-select, because SQLite takes five times as long to set up a join
    `select head_branch as branch, head_commit as at, (select "commit" from refs where tract = t.id and name = t.head_branch) as tip
     from tracts as t where id = ?`,
    key,
  )
  if (!row) throw new Error(`BUG: no tract ${key}`)
  return row.branch === null ? { branch: null, tip: row.at } : { branch: row.branch, tip: row.tip }
}

/** A tract's settings, as the JSON they are kept in. */
export function readConfigText(db: ReadDb, key: TractKey): string {
  return db.get<{ config: string }>('select config from tracts where id = ?', key)?.config ?? '{}'
}

export type ProgressRow = { readonly seq: number; readonly currentOperation: number | null; readonly redo: string; readonly lastUsedAt: number }

export function readProgress(db: ReadDb, key: TractKey): ProgressRow {
  const row = db.get<ProgressRow>('select seq, current_operation as currentOperation, redo, last_used_at as lastUsedAt from tracts where id = ?', key)
  if (!row) throw new Error(`BUG: no tract ${key}`)
  return row
}

/** Most recently used first. */
export function listTracts(db: ReadDb): readonly TractRow[] {
  return db.all<Columns>(`${columns} order by last_used_at desc, id desc`).map(toRow)
}

export type NewTractRow = { readonly uuid: string; readonly name: string; readonly config: TractConfig; readonly branch: string; readonly at: number }

export function insertTract(db: WriteDb, key: TractKey, tract: NewTractRow): void {
  db.run(
    `insert into tracts (id, uuid, name, config, head_branch, redo, seq, created_at, last_used_at) values (?, ?, ?, ?, ?, '[]', 0, ?, ?)`,
    key, tract.uuid, tract.name, JSON.stringify(tract.config), tract.branch, tract.at, tract.at,
  )
}

/** Tracts are never deleted, so the next free number is stable. */
export function nextTractKey(db: ReadDb): TractKey {
  return (db.get<{ max: number | null }>('select max(id) as max from tracts')?.max ?? 0) + 1
}

export function setHead(db: WriteDb, key: TractKey, head: HeadRow): void {
  const [branch, commit] = 'branch' in head ? [head.branch, null] : [null, head.commit]
  db.run('update tracts set head_branch = ?, head_commit = ? where id = ?', branch, commit, key)
}

export function setName(db: WriteDb, key: TractKey, name: string): void {
  db.run('update tracts set name = ? where id = ?', name, key)
}

export function setConfig(db: WriteDb, key: TractKey, config: TractConfig): void {
  db.run('update tracts set config = ? where id = ?', JSON.stringify(config), key)
}

/** Ends an operation: where the journal stands, and what undo and redo would take next. */
export function setProgress(db: WriteDb, key: TractKey, seq: number, current: number | null, redo: readonly number[], at: number): void {
  db.run('update tracts set seq = ?, current_operation = ?, redo = ?, last_used_at = ? where id = ?', seq, current, JSON.stringify(redo), at, key)
}

function toRow(row: Columns): TractRow {
  const head: HeadRow = row.headBranch !== null ? { branch: row.headBranch } : { commit: row.headCommit ?? 0 }
  return {
    id: row.id, uuid: row.uuid, name: row.name, head, seq: row.seq, lastUsedAt: row.lastUsedAt, currentOperation: row.currentOperation,
    config: JSON.parse(row.config) as TractConfig, redo: row.redo === '[]' ? [] : (JSON.parse(row.redo) as number[]),
  }
}
