import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'
import { Fault } from '../model/fault.ts'

export const neededNode = '22.12.0'
export const neededSqlite = '3.53.0'

/**
 * Loads the SQLite driver, after looking at the Node version: on an older Node the native module ends the process without a word.
 * Faults: `runtime/old-node`.
 */
export function loadDriver(nodeVersion: string = process.versions.node): typeof BetterSqlite3 {
  if (isOlder(nodeVersion, neededNode)) throw new Fault('runtime/old-node', { version: nodeVersion, needed: neededNode })
  return createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3
}

/** SQLite before 3.53 could damage a file that two processes write. Faults: `runtime/old-sqlite`. */
export function checkSqlite(version: string): void {
  if (isOlder(version, neededSqlite)) throw new Fault('runtime/old-sqlite', { version, needed: neededSqlite })
}

export function isOlder(version: string, needed: string): boolean {
  const [a, b] = [version, needed].map((text) => text.split('.').map(Number))
  for (let i = 0; i < 3; i++) if ((a?.[i] ?? 0) !== (b?.[i] ?? 0)) return (a?.[i] ?? 0) < (b?.[i] ?? 0)
  return false
}
