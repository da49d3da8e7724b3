import type { ReadDb, WriteDb } from './database.ts'

const tables = ['authors', 'blobs', 'segments', 'commits', 'payloads', 'custom_types'] as const

/** Copies the immutable rows that projections point at, ids and all. */
export function copyObjects(from: ReadDb, to: WriteDb): void {
  for (const table of tables) {
    for (const row of from.rows<(string | number | Buffer | null)[]>(`select * from ${table} order by 1`)) {
      to.run(`insert into ${table} values (${row.map(() => '?').join(', ')})`, ...row)
    }
  }
}
