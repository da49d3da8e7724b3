import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { digestOf } from '../../core/journal/digest.ts'
import type { JsonObject } from '../../core/model/json.ts'
import { schemaVersion } from '../../core/store/migrate.ts'
import { migrations } from '../../core/store/migrations/embedded.ts'
import { openDatabase } from '../../core/store/open.ts'
import { Workspace } from '../../core/workspace.ts'
import { startChild } from '../helpers/children.ts'
import { faultOf } from '../helpers/faultOf.ts'
import { meddle } from '../helpers/journalOf.ts'
import type { Opening } from '../helpers/migrateChild.ts'
import { randomOf } from '../helpers/random.ts'
import { type TempFolder, tempFolder } from '../helpers/tempFolder.ts'
import { openPorts } from './openPorts.ts'
import { shownOf } from './shown.ts'

/** Every version that was ever given out. A version's file was written by its own code, see `record.ts`. */
const versions = [2, 4]
const fixtures = join(import.meta.dirname, 'fixtures')
const bytesOf = new Map(versions.map((version) => [version, gunzipSync(readFileSync(join(fixtures, `v${version}.tract.gz`)))]))
const recordedOf = (version: number) => JSON.parse(readFileSync(join(fixtures, `v${version}.json`), 'utf8')) as JsonObject

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const put = (folder: TempFolder, version: number, name?: string) => writeFileSync(folder.file(name), bytesOf.get(version) ?? '')
const backup = (version: number, more = '') => `test.tract.v${version}${more}.bak`
const names = (folder: TempFolder) => readdirSync(folder.path).filter((name) => !/-(wal|shm)$/.test(name)).toSorted()

function versionOf(path: string): number {
  const driver = new BetterSqlite3(path, { readonly: true })
  const found = [driver.pragma('user_version', { simple: true }), driver.pragma('integrity_check', { simple: true })]
  driver.close()
  expect(found[1]).toBe('ok')
  return found[0] as number
}

/** What an older file's tables hold, in the columns that it had. */
function rowsOf(path: string): { readonly [table: string]: readonly unknown[] } {
  const [driver, old] = [new BetterSqlite3(path, { readonly: true }), new BetterSqlite3(bytesInMemory(2), { readonly: true })]
  const tables = old.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name").pluck().all() as string[]
  const rows = Object.fromEntries(tables.map((table) => {
    const columns = (old.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]).map((name) => `"${name}"`).join()
    return [table, driver.prepare(`select ${columns} from "${table}" order by ${columns}`).all()]
  }))
  for (const each of [driver, old]) each.close()
  return rows
}

function bytesInMemory(version: number): Buffer {
  return Buffer.from(bytesOf.get(version) ?? '').fill(1, 18, 20)
}

test('there is a file of every version that was given out, and of the one before today', () => {
  expect(readdirSync(fixtures).toSorted()).toEqual(versions.flatMap((version) => [`v${version}.json`, `v${version}.tract.gz`]))
})

describe.each(versions)('a file that version %i wrote', { timeout: 60_000 }, (version) => {
  test('shows today what it showed then, and the chain of what was done holds', () => {
    using folder = tempFolder()
    put(folder, version)
    using workspace = Workspace.open(folder.file(), { ports: openPorts() })
    expect([versionOf(folder.file()), workspace.fsck('deep').findings, JSON.parse(JSON.stringify(shownOf(workspace)))]).toMatchObject([schemaVersion, [], recordedOf(version)])
  })

  test('tells of its calls what was on record then: cost unknown, receipts by their context alone, and sizes from what was reported', () => {
    using folder = tempFolder()
    put(folder, version)
    using workspace = Workspace.open(folder.file(), { ports: openPorts() })
    const seen = workspace.list().map(({ id }) => workspace.get(id)).flatMap((tract) => tract.listBranches().filter(({ commit }) => commit !== null).map(({ name }) => tract.on(name)))
    const answers = seen.flatMap((tract) => tract.transcript().items.flatMap(({ messageId, call }) => (call ? [{ call, receipt: tract.receipt(messageId) }] : [])))
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.filter(({ call, receipt }) => call.costUsd !== null || call.truncated || call.notSent.length > 0 || receipt.call !== call.call || !receipt.stillMatches)).toEqual([])
    expect([seen.some((tract) => tract.usage().inputTokens > 0), seen.some((tract) => tract.status().tokenSource === 'mixed')]).toEqual([true, true])
  })

  test('keeps every row it had', () => {
    using folder = tempFolder()
    put(folder, version)
    put(folder, version, 'old.tract')
    openDatabase(folder.file()).close()
    expect(rowsOf(folder.file())).toEqual(rowsOf(folder.file('old.tract')))
  })

  test('is worked on', () => {
    using folder = tempFolder()
    put(folder, version)
    using workspace = Workspace.open(folder.file(), { ports: openPorts() })
    const before = workspace.lastSeq()
    for (const { id, name } of workspace.list()) {
      const tract = workspace.get(id)
      const context = tract.status().head.commit === null ? null : tract.compile().hash
      tract.configure({ budget: null })
      const { messageId } = tract.user(`still here, ${name}`)
      tract.edit(messageId, 'still here')
      tract.annotate(messageId, 'pinned')
      expect(tract.compile().messages.at(-1)).toMatchObject({ content: 'still here', priority: 'pinned', edited: true })
      for (let i = 0; i < 3; i++) tract.undo()
      expect(tract.status().head.commit === null ? null : tract.compile().hash).toBe(context)
      for (let i = 0; i < 3; i++) expect(tract.redo().kind).toBe('done')
      while (tract.undo().kind === 'done');
    }
    expect([workspace.verify().kind, workspace.replay().kind, workspace.fsck('deep').findings, workspace.lastSeq() > before]).toEqual(['intact', 'same', [], true])
  })

  test('is kept as it was, beside itself, with the same rights, and the log says where', () => {
    using folder = tempFolder()
    put(folder, version)
    put(folder, version, 'old.tract')
    const said: unknown[] = []
    const log = (level: string, text: string, facts?: JsonObject) => said.push([level, text, facts])
    Workspace.open(folder.file(), { ports: { ...openPorts(), log } }).close()
    const copy = folder.file(backup(version))
    expect([names(folder), versionOf(copy), rowsOf(copy), said]).toEqual([
      ['old.tract', 'test.tract', backup(version)], version, rowsOf(folder.file('old.tract')),
      [['info', 'the file was brought up to date, and a copy of it kept', { path: folder.file(), from: version, to: schemaVersion, copy }]],
    ])
    copyFileSync(copy, folder.file('again.tract'))
    using workspace = Workspace.open(folder.file('again.tract'), { ports: openPorts() })
    expect(JSON.parse(JSON.stringify(shownOf(workspace)))).toMatchObject(recordedOf(version))
  })

  test('is copied once: an equal copy serves, another one stays and the new one gets a number', () => {
    using folder = tempFolder()
    put(folder, version)
    openDatabase(folder.file()).close()
    const first = sha(folder.file(backup(version)))
    put(folder, version)
    openDatabase(folder.file()).close()
    expect([names(folder), sha(folder.file(backup(version)))]).toEqual([['test.tract', backup(version)], first])

    writeFileSync(folder.file(backup(version)), 'somebody else\'s notes')
    put(folder, version, 'later.tract')
    meddle(folder.file('later.tract'), "update blobs set text = 'x' where id = 1; insert into authors (kind, name) values ('user', 'later')")
    copyFileSync(folder.file('later.tract'), folder.file())
    openDatabase(folder.file()).close()
    expect([names(folder), readFileSync(folder.file(backup(version)), 'utf8'), rowsOf(folder.file(backup(version, '.2')))]).toEqual([
      ['later.tract', 'test.tract', backup(version, '.2'), backup(version)], 'somebody else\'s notes', rowsOf(folder.file('later.tract')),
    ])
  })

  test('is only read by a reader when it is up to date: a reader changes nothing', () => {
    using folder = tempFolder()
    put(folder, version)
    const before = sha(folder.file())
    expect([faultOf(() => Workspace.open(folder.file(), { access: 'read' })), sha(folder.file()), names(folder)]).toEqual(['file/older', before, ['test.tract']])
  })

  test('stays as it was when a step fails, at whichever step', () => {
    for (let failing = version; failing < schemaVersion; failing++) {
      using folder = tempFolder()
      put(folder, version)
      const before = rowsOf(folder.file())
      const step = migrations[failing] ?? ''
      // The last thing that a step makes can't be made, because something of that name is there already.
      const [, kind = '', made = ''] = [...step.matchAll(/CREATE (?:UNIQUE |VIRTUAL )?(TABLE|INDEX|TRIGGER) `(\w+)`/g)].findLast(([, , name]) => !step.includes(`DROP INDEX \`${name}\``)) ?? []
      meddle(folder.file(), kind === 'TRIGGER' ? `create trigger "${made}" after insert on blobs begin select 1; end` : `create table "${made}" (a)`)
      expect(() => openDatabase(folder.file())).toThrow(/already/)
      expect([versionOf(folder.file()), rowsOf(folder.file())]).toEqual([version, before])
      meddle(folder.file(), `drop ${kind === 'TRIGGER' ? 'trigger' : 'table'} "${made}"`)
      using workspace = Workspace.open(folder.file(), { ports: openPorts() })
      expect([workspace.verify().kind, workspace.replay().kind]).toEqual(['intact', 'same'])
    }
  })

  test('two processes may bring up to date at once', async () => {
    using folder = tempFolder()
    put(folder, version)
    await Promise.all([1, 2, 3].map(() => startChild('openChild.ts', folder.file()).ended()))
    using workspace = Workspace.open(folder.file())
    expect([versionOf(folder.file()), names(folder), workspace.verify().kind, workspace.replay().kind]).toEqual([schemaVersion, ['test.tract', backup(version)], 'intact', 'same'])
  }, 30_000)
})

test('a file without a tract in it is brought up to date without a copy', () => {
  using folder = tempFolder()
  const driver = new BetterSqlite3(folder.file())
  for (const step of migrations.slice(0, 2)) driver.exec(step)
  driver.pragma('application_id = 1414677332')
  driver.pragma('user_version = 2')
  driver.close()
  using workspace = Workspace.open(folder.file())
  expect([names(folder), workspace.create().user('hi').generation, versionOf(folder.file())]).toEqual([['test.tract'], 0, schemaVersion])
})

test('kill -9 at any moment while a file is brought up to date leaves it whole, old or new, and a copy that is whole or not there', async () => {
  const random = randomOf(10)
  const version = 2
  const [found, copies] = [new Set<number>(), new Set<boolean>()]
  using folder = tempFolder()
  put(folder, version, 'old.tract')
  const rows = rowsOf(folder.file('old.tract'))
  for (let kill = 0; kill < 50; kill++) {
    // It opens file after file; the kill hits it wherever it is.
    const child = startChild<Opening>('migrateChild.ts', folder.file('old.tract'), folder.path, String(kill))
    await child.said(1 + random.below(8))
    for (let looks = random.below(4000); looks > 0; looks--) await new Promise((resolve) => setImmediate(resolve))
    await child.kill()
    const last = child.lines.at(-1)!
    const path = join(folder.path, last.name)
    const before = versionOf(path)
    const hasCopy = readdirSync(folder.path).includes(`${last.name}.v2.bak`)
    found.add(before)
    copies.add(hasCopy)
    expect([rowsOf(path), before === version || hasCopy, !last.isOpened || before === schemaVersion]).toEqual([rows, true, true])
    using workspace = Workspace.open(path, { ports: openPorts() })
    expect([versionOf(path), versionOf(`${path}.v2.bak`), rowsOf(`${path}.v2.bak`), workspace.verify().kind, workspace.replay().kind]).toEqual([schemaVersion, version, rows, 'intact', 'same'])
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  }
  expect([found, copies]).toEqual([new Set([version, schemaVersion]), new Set([true, false])])
}, 120_000)

test('a newer file is refused, and not a byte of it changes', () => {
  using folder = tempFolder()
  put(folder, 2)
  openDatabase(folder.file()).close()
  meddle(folder.file(), `pragma user_version = ${schemaVersion + 1}`)
  const before = [sha(folder.file()), names(folder)]
  expect([faultOf(() => Workspace.open(folder.file())), faultOf(() => Workspace.open(folder.file(), { access: 'read' })), [sha(folder.file()), names(folder)]]).toEqual(['file/newer', 'file/newer', before])
})

test('a file that a newer program brings up to date while it is open takes no more writes from this one', () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file())
  const tract = workspace.create()
  tract.user('hi')
  meddle(folder.file(), `pragma user_version = ${schemaVersion + 1}`)
  const db = openDatabase(':memory:')
  const before = workspace.lastSeq()
  expect([faultOf(() => tract.user('lost?')), faultOf(() => tract.undo()), workspace.lastSeq(), tract.compile().messages.length]).toEqual(['file/newer', 'file/newer', before, 1])
  meddle(folder.file(), `pragma user_version = ${schemaVersion}`)
  expect([tract.user('again').generation, Object.keys(digestOf(db.read)).length > 0]).toEqual([1, true])
  db.close()
})
