import { existsSync, statSync } from 'node:fs'
import type { Database, ReadDb } from './database.ts'
import { schemaVersion } from './migrate.ts'
import { applicationId, openDatabase } from './open.ts'

/** One line for each thing SQLite finds wrong in its own structures. `quick` leaves out comparing indexes with tables. */
export function checkStructure(db: ReadDb, depth: 'quick' | 'full'): readonly string[] {
  const rows = depth === 'quick' ? db.rows<[string]>('pragma quick_check(50)') : db.rows<[string]>('pragma integrity_check(50)')
  return rows.map(([line]) => line).filter((line) => line !== 'ok')
}

/** Rows that name a row of another table that isn't there. */
export function listDangling(db: ReadDb): readonly { readonly table: string; readonly rowid: number | null; readonly parent: string }[] {
  return db.all('select "table", rowid, parent from pragma_foreign_key_check limit 50')
}

export type SchemaEntry = { readonly type: string; readonly name: string; readonly sql: string | null }
const readSchema = (db: ReadDb): readonly SchemaEntry[] => db.all('select type, name, "sql" from sqlite_schema order by type, name')

/** Tables, indexes and triggers that are missing, different, or not ours. */
export function compareSchema(db: ReadDb): { readonly missing: readonly SchemaEntry[]; readonly changed: readonly SchemaEntry[]; readonly foreign: readonly SchemaEntry[] } {
  const here = new Map(readSchema(db).map((entry) => [`${entry.type} ${entry.name}`, entry]))
  const ours = new Map(ownSchema().map((entry) => [`${entry.type} ${entry.name}`, entry]))
  return {
    missing: [...ours].filter(([name]) => !here.has(name)).map(([, entry]) => entry),
    changed: [...ours].filter(([name, { sql }]) => here.has(name) && here.get(name)?.sql !== sql).map(([, entry]) => entry),
    foreign: [...here].filter(([name]) => !ours.has(name)).map(([, entry]) => entry),
  }
}

let own: readonly SchemaEntry[] | null = null

/** What a new file of today's format has in it. */
function ownSchema(): readonly SchemaEntry[] {
  if (own) return own
  const fresh = openDatabase(':memory:')
  own = readSchema(fresh.read)
  fresh.close()
  return own
}

/** Settings that are not as they must be, as `name is value`. */
export function listWrongSettings(db: Database): readonly string[] {
  const isWriting = db.pragma('query_only') === 0
  const wanted: readonly (readonly [string, unknown])[] = [
    ['foreign_keys', 1], ['trusted_schema', 0], ['cell_size_check', 1], ['auto_vacuum', 2],
    ...(db.path === null ? [] : [['journal_mode', 'wal'] as const]), ...(db.path !== null && isWriting ? [['synchronous', 2] as const] : []),
  ]
  return wanted.map(([name, value]) => [name, db.pragma(name), value] as const).filter(([, found, value]) => found !== value).map(([name, found]) => `${name} is ${String(found)}`)
}

/** What the file says that it is, where that is not a workspace of today's format. */
export function listWrongMarks(db: Database): readonly string[] {
  const marks: readonly (readonly [string, unknown])[] = [['application_id', applicationId], ['user_version', schemaVersion], ['encoding', 'UTF-8']]
  return marks.filter(([name, value]) => db.pragma(name) !== value).map(([name]) => `${name} is ${String(db.pragma(name))}`)
}

export type OnDisk = { readonly sizeBytes: number; readonly expectedBytes: number; readonly pageBytes: number; readonly hasUnwritten: boolean; readonly hasJournal: boolean; readonly links: number }

/** How the file lies on the disk; null in memory, or when it isn't there any more. */
export function statOnDisk(db: Database): OnDisk | null {
  const found = db.path === null ? undefined : statSync(db.path, { throwIfNoEntry: false })
  if (!found) return null
  const pageBytes = db.pragma('page_size') as number
  return {
    sizeBytes: found.size, pageBytes, expectedBytes: pageBytes * (db.pragma('page_count') as number), links: found.nlink,
    hasUnwritten: (statSync(`${db.path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0, hasJournal: existsSync(`${db.path}-journal`),
  }
}
