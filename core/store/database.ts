import { statSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import { ownTypes, type TypeRows } from '../model/contentTypes.ts'
import { Fault } from '../model/fault.ts'
import { sqliteFault } from './sqliteFault.ts'

type Param = string | number | bigint | Buffer | null

/** Reads. Statements are prepared once; one that would write is refused here. */
export type ReadDb = {
  /** What the contents in the file are read with. */
  readonly types: TypeRows
  get<Row>(sql: string, ...params: Param[]): Row | undefined
  all<Row>(sql: string, ...params: Param[]): Row[]
  /** Rows as arrays of columns: cheaper where there are many. */
  rows<Row extends readonly unknown[]>(sql: string, ...params: Param[]): Row[]
}
declare const insideTransaction: unique symbol
/** Writes. Exists only inside a transaction: `Database.write` hands it in. */
export type WriteDb = ReadDb & {
  /** Gives the row id of what was inserted last. */
  run(sql: string, ...params: Param[]): number
  readonly [insideTransaction]: true
}

/** One open file. `open.ts` makes it; nothing else touches the driver. */
export type Database = {
  readonly path: string | null
  readonly read: ReadDb
  /** Runs `body` in one immediate transaction; inside another one, in a savepoint. What throws is taken back. */
  write<R>(body: (db: WriteDb) => R): R
  /** Runs `body` on one unchanging view of the file. */
  snapshot<R>(body: (db: ReadDb) => R): R
  readonly isWriting: boolean
  /** Changes when another process has written. */
  dataVersion(): number
  pragma(name: string): unknown
  /** Faults: `file/moved` when the file was deleted or replaced while open. */
  checkPath(): void
  /** Copies the file as it is, page by page, while work goes on. `progress` is called between portions; what it throws ends the copy. */
  backup(path: string, progress: () => void): Promise<void>
  /** Of the file with its log; in memory what the pages take. */
  sizeBytes(): number
  /**
   * Writes the whole file anew, as small as what is in it, with nothing left of what was taken out; and empties the log. False where another connection
   * is in the way: what was taken out lies on until that one is done and the file is written anew.
   */
  rewrite(): boolean
  close(): void
}

/** Between two portions of a backup other work gets its turn. */
const pagesAtOnce = 1000

/** `version` is the format that this program writes: once a newer one has changed the file, it is left alone. */
export function wrapDriver(driver: BetterSqlite3.Database, path: string | null, beforeWrite: () => void, version: number, types: TypeRows = ownTypes): Database {
  const prepare = statementCache(driver)
  const guarded = <R>(act: () => R): R => {
    try {
      return act()
    } catch (error) {
      throw sqliteFault(error, path)
    }
  }
  const read: ReadDb = {
    types,
    get: <Row>(sql: string, ...params: Param[]) => guarded(() => prepare.reading(sql).get(...params) as Row | undefined),
    all: <Row>(sql: string, ...params: Param[]) => guarded(() => prepare.reading(sql).all(...params) as Row[]),
    rows: <Row extends readonly unknown[]>(sql: string, ...params: Param[]) => guarded(() => prepare.raw(sql).all(...params) as Row[]),
  }
  const writing = { ...read, run: (sql: string, ...params: Param[]) => Number(prepare.any(sql).run(...params).lastInsertRowid) } as WriteDb
  const transaction = driver.transaction((body: (db: WriteDb) => unknown) => body(writing))
  const outermost = driver.transaction((body: (db: WriteDb) => unknown) => {
    const found = prepare.any('pragma user_version').pluck().get() as number
    if (found > version) throw new Fault('file/newer', { path: path ?? ':memory:', version: found })
    return body(writing)
  })
  const deferred = driver.transaction((body: (db: ReadDb) => unknown) => body(read))

  return {
    path,
    read,
    write: <R>(body: (db: WriteDb) => R): R =>
      guarded(() => {
        if (driver.inTransaction) return transaction(body) as R
        beforeWrite()
        return outermost.immediate(body) as R
      }),
    snapshot: <R>(body: (db: ReadDb) => R): R => guarded(() => deferred(body) as R),
    get isWriting() {
      return driver.inTransaction
    },
    dataVersion: () => guarded(() => driver.pragma('data_version', { simple: true }) as number),
    pragma: (name) => guarded(() => driver.pragma(name, { simple: true })),
    checkPath: () => beforeWrite(),
    backup: async (to, progress) => {
      try {
        await driver.backup(to, { progress: () => (progress(), pagesAtOnce) })
      } catch (error) {
        throw sqliteFault(error, driver.open ? to : path)
      }
    },
    sizeBytes: () => sizeOf(driver, path),
    rewrite: () => rewrite(driver, path),
    close: () => driver.close(),
  }
}

/** Emptying rows leaves pages nearly bare and their old bytes in free room: only writing all of it anew mends that. It is made on the disk, not in memory: it may be large. */
function rewrite(driver: BetterSqlite3.Database, path: string | null): boolean {
  try {
    driver.pragma('temp_store = FILE')
    driver.exec('vacuum')
    const [done] = driver.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
    return done?.busy !== 1
  } catch (error) {
    const fault = sqliteFault(error, path)
    if (Fault.is(fault, 'file/busy') || Fault.is(fault, 'file/full')) return false
    throw fault
  } finally {
    driver.pragma('temp_store = MEMORY')
  }
}

function sizeOf(driver: BetterSqlite3.Database, path: string | null): number {
  if (path === null) return (driver.pragma('page_count', { simple: true }) as number) * (driver.pragma('page_size', { simple: true }) as number)
  return [path, `${path}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
}

function statementCache(driver: BetterSqlite3.Database) {
  const plain = new Map<string, BetterSqlite3.Statement>()
  const asArrays = new Map<string, BetterSqlite3.Statement>()
  const any = (sql: string): BetterSqlite3.Statement => {
    let statement = plain.get(sql)
    if (!statement) plain.set(sql, (statement = driver.prepare(sql)))
    return statement
  }
  const reading = (sql: string): BetterSqlite3.Statement => {
    const statement = any(sql)
    if (!statement.readonly) throw new Error(`BUG: this statement writes: ${sql}`)
    return statement
  }
  const raw = (sql: string): BetterSqlite3.Statement => {
    let statement = asArrays.get(sql)
    if (!statement) {
      statement = driver.prepare(sql).raw()
      if (!statement.readonly) throw new Error(`BUG: this statement writes: ${sql}`)
      asArrays.set(sql, statement)
    }
    return statement
  }
  return { any, reading, raw }
}
