import type { BlobKey } from './blobs.ts'
import type { ReadDb, WriteDb } from './database.ts'
import type { TractKey } from './tracts.ts'

export type PartialRow = { readonly id: string; readonly tract: TractKey; readonly blob: BlobKey; readonly record: string }

export function insertPartial(db: WriteDb, row: PartialRow): void {
  db.run('insert into partials (id, tract, blob, record) values (?, ?, ?, ?)', row.id, row.tract, row.blob, row.record)
}

export function deletePartial(db: WriteDb, id: string): void {
  db.run('delete from partials where id = ?', id)
}

export function findPartial(db: ReadDb, tract: TractKey, id: string): PartialRow | undefined {
  return db.get<PartialRow>('select id, tract, blob, record from partials where tract = ? and id = ?', tract, id)
}

export function listPartials(db: ReadDb, tract: TractKey): readonly PartialRow[] {
  return db.all<PartialRow>('select id, tract, blob, record from partials where tract = ? order by rowid', tract)
}
