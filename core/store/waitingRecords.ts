import type { ReadDb, WriteDb } from './database.ts'
import type { TractKey } from './tracts.ts'

/** What waits: for a decision, or in the trash for its end. `record` is its JSON. */
export type WaitingRow = { readonly id: string; readonly tract: TractKey; readonly record: string }

/** Puts one, or the new version of one. */
export const setMerge = setIn('merges')
export const setCompression = setIn('compressions')
export const setTrash = setIn('trash')
export const setProposal = setIn('proposals')

export const deleteMerge = deleteIn('merges')
export const deleteCompression = deleteIn('compressions')
export const deleteTrash = deleteIn('trash')
export const deleteProposal = deleteIn('proposals')

export const findMerge = findIn('merges')
export const findCompression = findIn('compressions')
export const findProposal = findIn('proposals')
/** Whichever tract put it there: the trash is one for the whole file. */
export const findTrash = (db: ReadDb, id: string): WaitingRow | undefined => db.get('select id, tract, record from trash where id = ?', id)

export const listMerges = listIn('merges')
export const listCompressions = listIn('compressions')
export const listProposals = listIn('proposals')

type Table = 'merges' | 'compressions' | 'proposals' | 'trash'

function setIn(table: Table) {
  const sql = `insert into ${table} (id, tract, record) values (?, ?, ?) on conflict (id) do update set record = excluded.record`
  return (db: WriteDb, { id, tract, record }: WaitingRow): void => void db.run(sql, id, tract, record)
}

function deleteIn(table: Table) {
  const sql = `delete from ${table} where id = ?`
  return (db: WriteDb, id: string): void => void db.run(sql, id)
}

function findIn(table: Table) {
  const sql = `select id, tract, record from ${table} where id = ? and tract = ?`
  return (db: ReadDb, tract: TractKey, id: string): WaitingRow | undefined => db.get(sql, id, tract)
}

function listIn(table: Table) {
  const sql = `select id, tract, record from ${table} where tract = ? order by id`
  return (db: ReadDb, tract: TractKey): readonly WaitingRow[] => db.all(sql, tract)
}
