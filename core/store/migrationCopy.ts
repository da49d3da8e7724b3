import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { Fault } from '../model/fault.ts'

/** Opens a file for reading; `open.ts` alone makes connections. */
export type Connect = (path: string) => BetterSqlite3.Database

/**
 * Keeps a checked copy of a file beside it, as `NAME.v2.bak`, before its format changes; gives the copy's path. A copy that is there already is never
 * overwritten: it serves when it holds the same, else the new one gets a number. The caller holds the write lock, so nothing is written meanwhile.
 * Faults: `file/damaged`, `file/full`.
 */
export function keepCopy(file: string, version: number, connect: Connect): string {
  const source = connect(file)
  try {
    for (let number = 1; ; number++) {
      const path = `${file}.v${version}${number === 1 ? '' : `.${number}`}.bak`
      if (!existsSync(path)) return makeCopy(source, file, path, connect)
      if (holdsSame(source, path, connect)) return path
    }
  } finally {
    source.close()
  }
}

/** Under another name until it is whole and on disk. */
function makeCopy(source: BetterSqlite3.Database, file: string, path: string, connect: Connect): string {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    closeSync(openSync(unfinished, 'wx'))
    chmodSync(unfinished, statSync(file).mode)
    source.prepare('vacuum into ?').run(unfinished)
    if (!holdsSame(source, unfinished, connect)) throw new Fault('file/damaged', { path: file, found: 'a copy of it does not hold the same' })
    flush(unfinished)
    renameSync(unfinished, path)
    flush(dirname(path))
    return path
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

function holdsSame(source: BetterSqlite3.Database, path: string, connect: Connect): boolean {
  let copy: BetterSqlite3.Database | null = null
  try {
    copy = connect(path)
    return copy.pragma('integrity_check', { simple: true }) === 'ok' && contentOf(copy) === contentOf(source)
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === 'SQLITE_NOTADB') return false
    throw error
  } finally {
    copy?.close()
  }
}

/** Which file it is, its format, the journal's last hash, which covers all that was ever done, and how many rows each table has. */
function contentOf(driver: BetterSqlite3.Database): string {
  const tables = driver.prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`).pluck().all() as string[]
  const counts = tables.map((name) => [name, driver.prepare(`select count(*) from "${name}"`).pluck().get()])
  const journal = driver.prepare('select lower(hex(hash)) from journal order by gseq desc limit 1').pluck().get()
  return JSON.stringify([driver.prepare('select uuid from workspace').pluck().all(), driver.pragma('user_version', { simple: true }), journal, counts])
}

/** Waits until a file, or the names in a folder, are on the disk. Windows can't open a folder; its file systems keep names without being asked. */
export function flush(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
