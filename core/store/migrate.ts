import type BetterSqlite3 from 'better-sqlite3'
import { migrations } from './migrations/embedded.ts'

/** The format of a file, kept in its `user_version`. */
export const schemaVersion: number = migrations.length

/**
 * Brings a file up to today's format, all steps in one transaction: a step that fails leaves the format it had. Two processes may do it at once: the
 * second finds it done. `keepCopy` is told the old version first, while nobody else can write, when there is something in the file to lose.
 */
export function migrate(driver: BetterSqlite3.Database, applicationId: number, keepCopy: (version: number) => void): void {
  if (versionOf(driver) === schemaVersion) return
  const bringUp = driver.transaction(() => {
    const version = versionOf(driver)
    if (version >= schemaVersion) return
    if (version > 0 && hasTracts(driver)) keepCopy(version)
    for (const step of migrations.slice(version)) driver.exec(step)
    driver.pragma(`application_id = ${applicationId}`)
    driver.pragma(`user_version = ${schemaVersion}`)
  })
  bringUp.immediate()
}

const versionOf = (driver: BetterSqlite3.Database): number => driver.pragma('user_version', { simple: true }) as number
const hasTracts = (driver: BetterSqlite3.Database): boolean => driver.prepare('select exists (select 1 from tracts)').pluck().get() === 1
