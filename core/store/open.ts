import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { Fault } from '../model/fault.ts'
import { type Database, wrapDriver } from './database.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { checkSqlite, loadDriver } from './runtime.ts'
import { sqliteFault } from './sqliteFault.ts'

/** "TRCT", in the header of every workspace file. */
export const applicationId = 0x54524354

export type OpenFileOptions = { readonly ifMissing?: 'create' | 'fail'; readonly access?: 'write' | 'read' }

/**
 * Opens a workspace file, or one in memory; the only place that makes a database connection. A file with nothing in it counts as missing: it is
 * what a crash leaves that came between making a file and filling it.
 * Faults: `file/not-found`, `file/not-tract`, `file/newer`, `file/damaged`, `file/busy`, `file/unusable`, `runtime/old-node`, `runtime/old-sqlite`.
 */
export function openDatabase(path: string, options: OpenFileOptions = {}): Database {
  const file = path === ':memory:' ? null : resolve(path)
  const mayCreate = options.ifMissing !== 'fail' && options.access !== 'read'
  const Driver = loadDriver()
  try {
    if (file !== null) checkFile(file, mayCreate)
    const driver = new Driver(file ?? ':memory:', { readonly: options.access === 'read', timeout: 5000 })
    try {
      prepareDriver(driver, file ?? ':memory:', mayCreate, options.access !== 'read')
    } catch (error) {
      driver.close()
      throw error
    }
    return wrapDriver(driver, file, file === null ? () => {} : stillThere(file))
  } catch (error) {
    const isSystems = (error as { syscall?: unknown } | null)?.syscall !== undefined
    throw isSystems ? new Fault('file/unusable', { path: file ?? path, found: (error as Error).message }, { cause: error }) : sqliteFault(error, file)
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

function prepareDriver(driver: BetterSqlite3.Database, path: string, mayCreate: boolean, canWrite: boolean): void {
  checkSqlite(driver.prepare('select sqlite_version()').pluck().get() as string)
  const isNew = isEmpty(driver)
  if (isNew && !mayCreate) throw new Fault('file/not-tract', { path, found: 'it is empty' })
  if (!isNew) checkIdentity(driver, path, canWrite)
  for (const line of pragmas(isNew, canWrite)) driver.pragma(line)
  if (canWrite) migrate(driver, applicationId)
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
  const both = ['foreign_keys = ON', 'trusted_schema = OFF', 'cell_size_check = ON', 'cache_size = -64000', 'mmap_size = 268435456', 'temp_store = MEMORY']
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
