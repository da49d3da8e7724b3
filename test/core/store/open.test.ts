import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../../core/model/fault.ts'
import { schemaVersion } from '../../../core/store/migrate.ts'
import { applicationId, openDatabase } from '../../../core/store/open.ts'
import { isOlder, neededNode, neededSqlite } from '../../../core/store/runtime.ts'
import { Workspace } from '../../../core/workspace.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const pragmas = ['application_id', 'user_version', 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'auto_vacuum', 'query_only', 'busy_timeout', 'wal_autocheckpoint', 'fullfsync', 'checkpoint_fullfsync'] as const

/** Makes a database that is not ours. */
function otherDatabase(path: string, sql: string): void {
  const driver = new BetterSqlite3(path)
  driver.exec(sql)
  driver.close()
}

describe('the settings of an open file, read back', () => {
  const isMac = process.platform === 'darwin' ? 1 : 0
  const forWriting = { journal_mode: 'wal', synchronous: 2, query_only: 0, wal_autocheckpoint: 4000, fullfsync: isMac, checkpoint_fullfsync: isMac }
  const kept = { application_id: applicationId, user_version: schemaVersion, foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, auto_vacuum: 2, busy_timeout: 5000 }
  test.each<[string, 'write' | 'read', boolean, object]>([
    ['a new file', 'write', true, { ...kept, ...forWriting }],
    ['a file that was there', 'write', false, { ...kept, ...forWriting }],
    ['a file opened for reading', 'read', false, { ...kept, ...forWriting, synchronous: expect.any(Number), query_only: 1, wal_autocheckpoint: 1000, fullfsync: 0, checkpoint_fullfsync: 0 }],
  ])('%s', (_, access, isNew, expected) => {
    using folder = tempFolder()
    if (!isNew) openDatabase(folder.file()).close()
    const db = openDatabase(folder.file(), { access })
    db.read.get('select count(*) from journal')
    expect(Object.fromEntries(pragmas.map((name) => [name, db.pragma(name)]))).toEqual(expected)
    db.close()
  })

  test('a workspace in memory', () => {
    const db = openDatabase(':memory:')
    expect(Object.fromEntries(pragmas.map((name) => [name, db.pragma(name)]))).toEqual({ ...kept, ...forWriting, journal_mode: 'memory' })
    db.close()
  })

  test('SQLite is new enough, and the process can load what it needs', () => {
    const db = openDatabase(':memory:')
    const { version } = db.read.get<{ version: string }>('select sqlite_version() as version')!
    expect([isOlder(version, neededSqlite), isOlder(process.versions.node, neededNode)]).toEqual([false, false])
    db.close()
  })

  test('the numbers stand in the header, where any tool finds them', () => {
    using folder = tempFolder()
    openDatabase(folder.file()).close()
    const header = readFileSync(folder.file()).subarray(0, 100)
    expect([header.readUInt32BE(60), header.subarray(68, 72).toString('latin1')]).toEqual([schemaVersion, 'TRCT'])
  })
})

describe('what can not be opened says why, and is not touched', () => {
  const make: { readonly [what: string]: (path: string) => void } = {
    'no such file': () => {},
    'an empty file': (path) => writeFileSync(path, ''),
    'a text file': (path) => writeFileSync(path, 'Dear diary, '.repeat(999)),
    'a file of one byte': (path) => writeFileSync(path, 'S'),
    'a database of another program': (path) => otherDatabase(path, 'create table t (a); pragma application_id = 7'),
    'a database without an id': (path) => otherDatabase(path, 'create table t (a)'),
    'a database with only its version set': (path) => otherDatabase(path, 'pragma user_version = 3'),
    'a file of a newer version': (path) => {
      openDatabase(path).close()
      otherDatabase(path, `pragma user_version = ${schemaVersion + 1}`)
    },
    'a folder': (path) => mkdirSync(path),
    'a link to nowhere': (path) => symlinkSync('nowhere', path),
    'a file cut to its first page': (path) => {
      openDatabase(path).close()
      writeFileSync(path, readFileSync(path).subarray(0, 4096))
    },
    'a file with a broken header': (path) => {
      openDatabase(path).close()
      const bytes = readFileSync(path)
      bytes.fill(0xff, 16, 24)
      writeFileSync(path, bytes)
    },
  }
  test.each([
    ['no such file', 'file/not-found'],
    ['an empty file', 'file/not-tract'],
    ['a text file', 'file/not-tract'],
    ['a file of one byte', 'file/not-tract'],
    ['a database of another program', 'file/not-tract'],
    ['a database without an id', 'file/not-tract'],
    ['a database with only its version set', 'file/not-tract'],
    ['a file of a newer version', 'file/newer'],
    ['a folder', 'file/not-tract'],
    ['a link to nowhere', 'file/not-found'],
    ['a file cut to its first page', 'file/damaged'],
    ['a file with a broken header', 'file/not-tract'],
  ])('%s: %s', (what, code) => {
    using folder = tempFolder()
    make[what]?.(folder.file())
    const isFile = existsSync(folder.file()) && what !== 'a folder'
    const before = { names: readdirSync(folder.path), sha: isFile ? sha(folder.file()) : null }
    expect(faultOf(() => Workspace.open(folder.file(), { ifMissing: 'fail' }))).toBe(code)
    expect({ names: readdirSync(folder.path), sha: isFile ? sha(folder.file()) : null }).toEqual(before)
  })

  test('a folder that is not there, or is a file, is named', () => {
    using folder = tempFolder()
    writeFileSync(folder.file('plain'), 'x')
    const found = (path: string) => {
      try {
        return Workspace.open(path)
      } catch (error) {
        return Fault.is(error, 'file/unusable') ? error.data : error
      }
    }
    const missing = join(folder.path, 'no', 'such', 'a.tract')
    expect([found(missing), found(join(folder.file('plain'), 'a.tract'))]).toEqual([
      { path: missing, found: `there is no folder ${join(folder.path, 'no', 'such')}` },
      { path: join(folder.file('plain'), 'a.tract'), found: expect.stringMatching(/folder|open/) },
    ])
    expect(readdirSync(folder.path)).toEqual(['plain'])
  })
})

test.each<[string, (path: string) => void]>([
  ['an empty file', (path) => writeFileSync(path, '')],
  ['a database with nothing in it', (path) => otherDatabase(path, 'pragma journal_mode = wal; create table t (a); drop table t; vacuum')],
])('%s, as a crash leaves it while a workspace is made, becomes the workspace', (_, make) => {
  using folder = tempFolder()
  make(folder.file())
  using workspace = Workspace.open(folder.file())
  expect(workspace.create({ name: 'n' }).user('hi').generation).toBe(0)
})

test('a file that was moved or replaced while open takes no more writes and says so', async () => {
  const { vi } = await import('vitest')
  using folder = tempFolder()
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    using workspace = Workspace.open(folder.file())
    const tract = workspace.create()
    tract.user('kept')
    renameSync(folder.file(), folder.file('other.tract'))
    vi.advanceTimersByTime(1000)
    expect([faultOf(() => tract.user('lost?')), tract.log().items.length]).toEqual(['file/moved', 1])
    renameSync(folder.file('other.tract'), folder.file())
    expect(tract.user('again').generation).toBe(1)
  } finally {
    vi.useRealTimers()
  }
})

test('a file opened for reading takes no write, and reads go on', () => {
  using folder = tempFolder()
  {
    using workspace = Workspace.open(folder.file())
    workspace.create({ name: 'n' }).user('hi')
  }
  using workspace = Workspace.open(folder.file(), { access: 'read' })
  const tract = workspace.get('n')
  expect([faultOf(() => tract.user('x')), faultOf(() => tract.undo()), faultOf(() => workspace.create()), tract.log().items.length, workspace.verify().kind]).toEqual([
    'file/read-only', 'file/read-only', 'file/read-only', 1, 'intact',
  ])
})

test('after closing everything says so', () => {
  using folder = tempFolder()
  const workspace = Workspace.open(folder.file())
  const tract = workspace.create()
  tract.user('hi')
  workspace.close()
  const uses = [() => tract.user('x'), () => tract.compile(), () => tract.log(), () => tract.undo(), () => workspace.list(), () => workspace.verify(), () => workspace.replay(), () => workspace.events()]
  expect(uses.map(faultOf)).toEqual(uses.map(() => 'file/closed'))
  expect(faultOf(() => workspace.close())).toBe('none')
})
