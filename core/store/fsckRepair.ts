import type { WriteDb } from './database.ts'
import type { Encoding } from '../model/config.ts'
import { compareSchema } from './fsckFile.ts'

/** Makes missing and changed indexes and triggers again. */
export function restoreSchema(db: WriteDb): void {
  const { missing, changed } = compareSchema(db)
  const isMade = ({ type }: { readonly type: string }): boolean => type === 'index' || type === 'trigger'
  for (const { type, name } of changed.filter(isMade)) db.run(`drop ${type} "${name}"`)
  for (const { sql } of [...missing, ...changed].filter(isMade)) if (sql !== null) db.run(sql)
}

/** Until `restoreSchema`, payloads can be put right. */
export const unlockPayloads = (db: WriteDb): void => void db.run('drop trigger if exists payloads_no_update')
export const makeIndexesAgain = (db: WriteDb): void => void db.run('reindex')

export const setSize = (db: WriteDb, blob: number, sizeBytes: number): void => void db.run('update blobs set size_bytes = ? where id = ?', sizeBytes, blob)

const tokenColumn = { o200k_base: 'tokens_o200k', cl100k_base: 'tokens_cl100k' } as const
export function setTokens(db: WriteDb, blob: number, encoding: Encoding, tokens: number | null): void {
  db.run(`update blobs set ${tokenColumn[encoding]} = ? where id = ?`, tokens, blob)
}

export const setEncoding = (db: WriteDb, commit: number, encoding: number): void => void db.run('update commits set encoding = ? where id = ?', encoding, commit)
export const setDepth = (db: WriteDb, commit: number, depth: number): void => void db.run('update commits set depth = ? where id = ?', depth, commit)
export const setPayload = (db: WriteDb, commit: number, body: string): void => void db.run('update payloads set body = ? where "commit" = ?', body, commit)

export type PlaceOf = { readonly id: number; readonly segment: number; readonly generation: number }

/** Lays all commits out anew. Until the last has its place, none is where another goes. */
export function setPlaces(db: WriteDb, segments: readonly { readonly id: number; readonly parent: number | null }[], places: readonly PlaceOf[]): void {
  db.run('update commits set segment = -id')
  db.run('delete from segments')
  for (const { id, parent } of segments) db.run('insert into segments (id, parent) values (?, ?)', id, parent)
  for (const { id, segment, generation } of places) db.run('update commits set segment = ?, generation = ? where id = ?', segment, generation, id)
}

const projections = ['calls', 'merges', 'compressions', 'proposals', 'trash', 'partials', 'operations', 'refs', 'tracts'] as const
const keys = { calls: 'id', merges: 'id', compressions: 'id', proposals: 'id', trash: 'id', partials: 'id', operations: 'id', refs: "tract || ' ' || name", tracts: 'id' } as const
export type Kept = { readonly from: string; readonly key: unknown; readonly row: { readonly [column: string]: unknown } }

/** All rows of the projections, which are empty afterwards. */
export function takeProjections(db: WriteDb): readonly Kept[] {
  const rows = listProjections(db)
  for (const table of projections) db.run(`delete from ${table}`)
  return rows
}

export function listProjections(db: WriteDb): readonly Kept[] {
  return projections.flatMap((from) => db.all<{ key: unknown }>(`select ${keys[from]} as key, * from ${from}`).map(({ key, ...row }) => ({ from, key, row })))
}

export const putInQuarantine = (db: WriteDb, from: string, row: string): void => void db.run('insert into quarantine ("from", "row") values (?, ?)', from, row)

/** Payloads of commits that aren't there. */
export function takeLoosePayloads(db: WriteDb): readonly { readonly commit: number; readonly body: unknown }[] {
  const rows = db.all<{ commit: number; body: unknown }>('select "commit", body from payloads where "commit" not in (select id from commits)')
  db.run('delete from payloads where "commit" not in (select id from commits)')
  return rows
}

export function takeBuffer(db: WriteDb, call: string): readonly { readonly [column: string]: unknown }[] {
  const rows = db.all<{ readonly [column: string]: unknown }>('select * from reply_buffers where call = ?', call)
  db.run('delete from reply_buffers where call = ?', call)
  return rows
}
