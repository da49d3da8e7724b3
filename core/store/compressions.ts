import type { ReadDb, WriteDb } from './database.ts'
import type { TractKey } from './tracts.ts'

export type CompressionRow = { readonly id: string; readonly tract: TractKey; readonly record: string }

/** Puts a compression that waits for a decision, or the new version of one. */
export function setCompression(db: WriteDb, row: CompressionRow): void {
  db.run('insert into compressions (id, tract, record) values (?, ?, ?) on conflict (id) do update set record = excluded.record', row.id, row.tract, row.record)
}

export function deleteCompression(db: WriteDb, id: string): void {
  db.run('delete from compressions where id = ?', id)
}

export function findCompression(db: ReadDb, tract: TractKey, id: string): CompressionRow | undefined {
  return db.get('select id, tract, record from compressions where id = ? and tract = ?', id, tract)
}

export function listCompressions(db: ReadDb, tract: TractKey): readonly CompressionRow[] {
  return db.all('select id, tract, record from compressions where tract = ? order by id', tract)
}
