import type BetterSqlite3 from 'better-sqlite3'
import { migrations } from './migrations/embedded.ts'

/** The format of a file, kept in its `user_version`. */
export const schemaVersion: number = migrations.length

/** Brings a file up to today's format, step by step, each step in a transaction of its own. Two processes may do it at once. */
export function migrate(driver: BetterSqlite3.Database, applicationId: number): void {
  const step = driver.transaction((version: number) => {
    if (driver.pragma('user_version', { simple: true }) !== version) return
    driver.exec(migrations[version] ?? '')
    driver.pragma(`application_id = ${applicationId}`)
    driver.pragma(`user_version = ${version + 1}`)
  })
  for (let version = driver.pragma('user_version', { simple: true }) as number; version < schemaVersion; version++) step.immediate(version)
}
