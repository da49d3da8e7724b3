import type { ReadDb, WriteDb } from './database.ts'
import type { TractKey } from './tracts.ts'

export type MergeRow = { readonly id: string; readonly tract: TractKey; readonly record: string }

/** Puts a merge that waits for decisions, or the new version of one. */
export function setMerge(db: WriteDb, row: MergeRow): void {
  db.run('insert into merges (id, tract, record) values (?, ?, ?) on conflict (id) do update set record = excluded.record', row.id, row.tract, row.record)
}

export function deleteMerge(db: WriteDb, id: string): void {
  db.run('delete from merges where id = ?', id)
}

export function findMerge(db: ReadDb, tract: TractKey, id: string): MergeRow | undefined {
  return db.get('select id, tract, record from merges where id = ? and tract = ?', id, tract)
}

export function listMerges(db: ReadDb, tract: TractKey): readonly MergeRow[] {
  return db.all('select id, tract, record from merges where tract = ? order by id', tract)
}
