import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import type { TypeRows } from '../model/contentTypes.ts'
import { Fault } from '../model/fault.ts'
import { checkChoice } from '../model/given.ts'
import type { Log } from '../model/ports.ts'
import { type Database, wrapDriver } from './database.ts'
import { findForeignLog, setLogAside } from './leftoverLog.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { keepCopy } from './migrationCopy.ts'
import { asMemoryFile, readWhole } from './readWhole.ts'
import { checkSqlite, loadDriver } from './runtime.ts'
import { sqliteFault } from './sqliteFault.ts'

/** "TRCT", in the header of every workspace file. */
export const applicationId = 0x54524354

export type OpenFileOptions = { readonly ifMissing?: 'create' | 'fail'; readonly access?: 'write' | 'read' }
type Opening = { readonly path: string; readonly mayCreate: boolean; readonly canWrite: boolean; readonly log: Log }

/**
 * Opens a workspace file, or one in memory; the only place that makes a database connection. A file with nothing in it counts as missing: it is
 * what a crash leaves that came between making a file and filling it. Before an older format is brought up to date, a copy of the file is kept
 * beside it; the log says where. A write-ahead log beside it that belongs to another file is moved aside, and the log says where; a reader does without it.
 * Faults: `file/not-found`, `file/not-tract`, `file/newer`, `file/older`, `file/damaged`, `file/busy`, `file/full`, `file/read-only`, `file/unusable`,
 * `runtime/old-node`, `runtime/old-sqlite`, `input/invalid`.
 */
export function openDatabase(path: string, options: OpenFileOptions & { readonly log?: Log; readonly types?: TypeRows } = {}): Database {
  const { access = 'write', ifMissing = 'create' } = options
  checkChoice('access', access, ['write', 'read'])
  checkChoice('ifMissing', ifMissing, ['create', 'fail'])
  const file = path === ':memory:' ? null : resolve(path)
  const canWrite = access === 'write'
  const opening: Opening = { path: file ?? ':memory:', mayCreate: ifMissing === 'create' && canWrite, canWrite, log: options.log ?? (() => {}) }
  const connect = connection()
  return told(file, () => {
    if (file === null) return wrapDriver(openDriver(opening, connect), file, () => {}, schemaVersion, options.types)
    checkFile(file, opening.mayCreate)
    if (!canWrite && findForeignLog(file, connect)) return wrapDriver(prepared(connect(bytesAlone(file), true), opening, connect), file, stillThere(file), schemaVersion, options.types)
    if (canWrite) setForeignLogAside(file, connect, opening.log)
    return wrapDriver(openDriver(opening, connect), file, stillThere(file), schemaVersion, options.types)
  })
}

/**
 * Reads a file into memory: a database of its own, which the file knows nothing of. An older format is brought up to date there.
 * Faults: `file/not-found`, `file/not-tract`, `file/newer`, `file/damaged`, `file/busy`, `file/unusable`, `runtime/old-node`, `runtime/old-sqlite`.
 */
export function loadDatabase(path: string, types?: TypeRows): Database {
  const file = resolve(path)
  const connect = connection()
  return told(file, () => {
    checkFile(file, false)
    const driver = connect(bytesOf(file, connect), false)
    try {
      checkLoadable(driver, file)
      for (const line of pragmas(false, true)) driver.pragma(line)
      migrate(driver, applicationId, () => {})
    } catch (error) {
      driver.close()
      throw error
    }
    return wrapDriver(driver, null, () => {}, schemaVersion, types)
  })
}

/** A database in memory with nothing in it, for working on texts for a moment. */
export const openScratch = (): Database => wrapDriver(new (loadDriver())(':memory:'), null, () => {}, schemaVersion)

type Connect = (from: string | Buffer, readonly: boolean) => BetterSqlite3.Database

function connection(): Connect {
  const Driver = loadDriver()
  return (from, readonly) => {
    const driver = new Driver(from, { readonly, timeout: 5000 })
    for (const line of guards) driver.pragma(line)
    return driver
  }
}

/** What goes wrong while a file is opened, as a fault. */
function told<R>(file: string | null, open: () => R): R {
  try {
    return open()
  } catch (error) {
    const isSystems = (error as { syscall?: unknown } | null)?.syscall !== undefined
    throw isSystems ? new Fault('file/unusable', { path: file ?? ':memory:', found: (error as Error).message }, { cause: error }) : sqliteFault(error, file)
  }
}

/** What is done is told as a fault would be: nobody asked for it. */
function setForeignLogAside(file: string, connect: Connect, log: Log): void {
  for (let found = findForeignLog(file, connect); found !== null; found = findForeignLog(file, connect)) {
    const aside = setLogAside(file, found)
    if (aside === null) continue
    const { code, message, hint } = new Fault('file/foreign-log', { path: file, aside })
    log('warn', message, { code, hint })
  }
}

/** What a file holds without the log beside it. */
const bytesAlone = (file: string): Buffer => asMemoryFile(readFileSync(file))

/** What a file holds, and what still lies in the log beside it. A connection would leave its marks there: it is made only where there is a log. */
function bytesOf(file: string, connect: Connect): Buffer {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (!log || log.size === 0) return readWhole(file)
  if (findForeignLog(file, connect)) return bytesAlone(file)
  const driver = connect(file, true)
  try {
    checkLoadable(driver, file)
    return asMemoryFile(driver.serialize())
  } finally {
    driver.close()
  }
}

function checkLoadable(driver: BetterSqlite3.Database, file: string): void {
  if (isEmpty(driver)) throw new Fault('file/not-tract', { path: file, found: 'it is empty' })
  checkIdentity(driver, file, true)
}

const isShut = (error: unknown): boolean => /^SQLITE_(READONLY|CANTOPEN)/.test(String((error as { code?: unknown } | null)?.code))
/** For every connection, before anything is read: nothing that the file itself says may run, and damaged pages are seen. */
const guards = ['trusted_schema = OFF', 'cell_size_check = ON', 'foreign_keys = ON'] as const

/** Where nothing may be written beside a file, even its readers can't keep their marks: then what it holds is read into memory. */
function openDriver(opening: Opening, connect: Connect): BetterSqlite3.Database {
  try {
    return prepared(connect(opening.path, !opening.canWrite), opening, connect)
  } catch (error) {
    if (opening.canWrite || !isShut(error)) throw error
    return prepared(connect(readWhole(opening.path), true), opening, connect)
  }
}

function prepared(driver: BetterSqlite3.Database, opening: Opening, connect: Connect): BetterSqlite3.Database {
  try {
    prepareDriver(driver, opening, (path) => connect(path, true))
    return driver
  } catch (error) {
    driver.close()
    throw error
  }
}

function checkFile(file: string, mayCreate: boolean): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) {
    if (!mayCreate) throw new Fault('file/not-found', { path: file })
    if (!existsSync(dirname(file))) throw new Fault('file/unusable', { path: file, found: `there is no folder ${dirname(file)}` })
    return
  }
  if (!found.isFile()) throw new Fault('file/not-tract', { path: file, found: 'it is not a normal file' })
  if (found.size > 0 && readStart(file) !== 'SQLite format 3\0') throw new Fault('file/not-tract', { path: file, found: 'it has no SQLite header' })
}

function readStart(file: string): string {
  const start = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, start, 0, 16, 0)
  } finally {
    closeSync(handle)
  }
  return start.toString('latin1')
}

function prepareDriver(driver: BetterSqlite3.Database, { path, mayCreate, canWrite, log }: Opening, connect: (path: string) => BetterSqlite3.Database): void {
  checkSqlite(driver.prepare('select sqlite_version()').pluck().get() as string)
  const isNew = isEmpty(driver)
  if (isNew && !mayCreate) throw new Fault('file/not-tract', { path, found: 'it is empty' })
  if (!isNew) checkIdentity(driver, path, canWrite)
  for (const line of pragmas(isNew, canWrite)) driver.pragma(line)
  if (!canWrite) return
  migrate(driver, applicationId, (version) => {
    const copy = keepCopy(path, version, connect)
    log('info', 'the file was brought up to date, and a copy of it kept', { path, from: version, to: schemaVersion, copy })
  })
}

function isEmpty(driver: BetterSqlite3.Database): boolean {
  return driver.prepare('select (select count(*) from sqlite_schema) + (select abs(application_id) from pragma_application_id) + (select abs(user_version) from pragma_user_version)').pluck().get() === 0
}

function checkIdentity(driver: BetterSqlite3.Database, path: string, canWrite: boolean): void {
  const id = driver.pragma('application_id', { simple: true }) as number
  const version = driver.pragma('user_version', { simple: true }) as number
  if (id !== applicationId) throw new Fault('file/not-tract', { path, found: 'it is a database of another program' })
  if (version > schemaVersion) throw new Fault('file/newer', { path, version })
  if (version === 0) throw new Fault('file/damaged', { path, found: 'it does not say which format it has' })
  if (version < schemaVersion && !canWrite) throw new Fault('file/older', { path, version })
}

/** FULL: in WAL mode the driver's own default would lose acknowledged commits when the power fails. */
function pragmas(isNew: boolean, canWrite: boolean): readonly string[] {
  const both = ['cache_size = -64000', 'mmap_size = 268435456', 'temp_store = MEMORY']
  if (!canWrite) return [...both, 'query_only = ON']
  const mac = process.platform === 'darwin' ? ['fullfsync = ON', 'checkpoint_fullfsync = ON'] : []
  return [...(isNew ? ['auto_vacuum = INCREMENTAL'] : []), 'journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 4000', ...mac, ...both]
}

/** A file that was deleted or replaced while open would still acknowledge commits, and lose them at the end. */
function stillThere(file: string): () => void {
  const opened = statSync(file)
  return () => {
    const now = statSync(file, { throwIfNoEntry: false })
    if (now?.ino !== opened.ino || now.dev !== opened.dev) throw new Fault('file/moved', { path: file })
  }
}
