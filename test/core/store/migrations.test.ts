import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { schemaVersion } from '../../../core/store/migrate.ts'
import { migrations } from '../../../core/store/migrations/embedded.ts'
import { applicationId, openDatabase } from '../../../core/store/open.ts'
import * as schema from '../../../core/store/schema.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const folder = join(import.meta.dirname, '../../../core/store/migrations')
const files = readdirSync(folder).filter((name) => name.endsWith('.sql')).toSorted()
const withoutBlanks = (sql: string) => sql.replaceAll('--> statement-breakpoint', '').replace(/\s+/g, ' ').trim()

type Named = { readonly type: string; readonly name: string; readonly sql: string | null }
const schemaOf = (rows: (sql: string) => unknown[]) => rows("select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by name") as Named[]

test('what is embedded is what the SQL files say, in their order', () => {
  expect([migrations.map(withoutBlanks), schemaVersion]).toEqual([files.map((name) => withoutBlanks(readFileSync(join(folder, name), 'utf8'))), files.length])
})

test('a fresh file has exactly the tables, indexes and triggers of the SQL files', () => {
  const byHand = new BetterSqlite3(':memory:')
  for (const name of files) byHand.exec(readFileSync(join(folder, name), 'utf8'))
  const db = openDatabase(':memory:')
  const fresh = schemaOf((sql) => db.read.all(sql))
  expect(fresh).toEqual(schemaOf((sql) => byHand.prepare(sql).all()))
  expect(fresh.filter(({ type }) => type === 'view')).toEqual([])
  db.close()
})

test('the drizzle schema says the same: tables, columns, types, keys, indexes', () => {
  const db = openDatabase(':memory:')
  const described = Object.values(schema).filter((value) => value instanceof SQLiteTable).map((table) => {
    const { name, columns, indexes, foreignKeys, primaryKeys, uniqueConstraints } = getTableConfig(table)
    const unique = columns.filter((column) => column.isUnique)
    return {
      name,
      columns: columns.map((column) => [column.name, column.getSQLType(), column.notNull]),
      key: (primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)).map((column) => column.name),
      indexes: indexes.length + unique.length + uniqueConstraints.length,
      references: foreignKeys.length,
    }
  })
  const actual = described.map(({ name }) => {
    const columns = db.read.all<{ name: string; type: string; notnull: number; pk: number }>(`select name, type, "notnull", pk from pragma_table_info('${name}')`)
    return {
      name,
      columns: columns.map((column) => [column.name, column.type.toLowerCase(), column.notnull === 1]),
      key: columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk).map((column) => column.name),
      indexes: db.read.all(`select 1 from pragma_index_list('${name}') where origin <> 'pk'`).length,
      references: db.read.all(`select 1 from pragma_foreign_key_list('${name}')`).length,
    }
  })
  expect(actual).toEqual(described)
  expect(db.read.all<{ name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'search_text%' order by name").map(({ name }) => name)).toEqual(described.map(({ name }) => name).toSorted())
  db.close()
})

test.each(files.slice(0, -1).map((_, i) => i + 1))('a file of version %i is brought up to date when it is opened', (version) => {
  using temp = tempFolder()
  const old = new BetterSqlite3(temp.file())
  for (const sql of migrations.slice(0, version)) old.exec(sql)
  old.exec(`pragma application_id = ${applicationId}; pragma user_version = ${version}`)
  old.close()
  const [db, fresh] = [openDatabase(temp.file()), openDatabase(':memory:')]
  expect([db.pragma('user_version'), schemaOf((sql) => db.read.all(sql))]).toEqual([schemaVersion, schemaOf((sql) => fresh.read.all(sql))])
  for (const each of [db, fresh]) each.close()
})
