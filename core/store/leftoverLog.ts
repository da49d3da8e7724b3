import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import { schemaVersion } from './migrate.ts'
import { asMemoryFile } from './readWhole.ts'

type Connect = (from: string | Buffer, readonly: boolean) => BetterSqlite3.Database
/** A log as it was when it was looked at. */
export type FoundLog = { readonly inode: number; readonly changedMs: number; readonly sizeBytes: number }
/** Whose file it is, in which program's format, and where its journal ends; `gseq` 0 before its first entry. */
type End = { readonly program: number; readonly uuid: string; readonly gseq: number; readonly hash: string | null }

/** A log that is no longer than its header holds nothing. */
const headerBytes = 32
/** A file of more than 512 MiB is not read into memory for this. */
const maxBytes = 2 ** 29

/**
 * The log beside a file where it is another one's, as when a backup was put in the place of a file that a crash had left with its log. SQLite takes any
 * log for the file's own, and would put its pages over what the file holds. Told by the journal: it only grows, so whatever the file's own log
 * adds, the file's last entry stands in both. Where that can't be told the log is taken for the file's own: null, as where there is none.
 */
export function findForeignLog(file: string, connect: Connect): FoundLog | null {
  const [log, main] = [lookAtLog(file), statSync(file, { throwIfNoEntry: false })?.size ?? 0]
  if (log === null || log.sizeBytes <= headerBytes || main === 0 || main > maxBytes) return null
  const alone = connect(asMemoryFile(readFileSync(file)), true)
  try {
    const end = endOf(alone)
    return end !== null && !goesOn(file, end, connect) && alone.pragma('quick_check(1)', { simple: true }) === 'ok' ? log : null
  } catch {
    return null
  } finally {
    alone.close()
  }
}

/**
 * Gives a log that is another file's a name that SQLite doesn't look for; gives its path. Nothing is deleted. null where it is no longer the log
 * that was looked at: another process moved that one away, and may have a log of its own there now.
 */
export function setLogAside(file: string, found: FoundLog): string | null {
  for (let number = 1; ; number++) {
    const aside = `${file}-wal${number === 1 ? '' : `.${number}`}.bak`
    if (existsSync(aside)) continue
    if (!isSameLog(found, lookAtLog(file))) return null
    renameSync(`${file}-wal`, aside)
    return aside
  }
}

function lookAtLog(file: string): FoundLog | null {
  const stats = statSync(`${file}-wal`, { throwIfNoEntry: false })
  return stats ? { inode: stats.ino, changedMs: stats.mtimeMs, sizeBytes: stats.size } : null
}

const isSameLog = (before: FoundLog, now: FoundLog | null): boolean => now?.inode === before.inode && now.changedMs === before.changedMs && now.sizeBytes === before.sizeBytes

/** null where it can't be read without its log, or isn't whole, or is no workspace: then there is nothing to compare with. */
function endOf(alone: BetterSqlite3.Database): End | null {
  try {
    const { gseq } = alone.prepare('select coalesce(max(gseq), 0) as gseq from journal').get() as { gseq: number }
    const end = lookAt(alone, gseq)
    // Before it has an id of its own, all that makes it a workspace may lie in its log.
    return end.uuid !== null && isWhole(end, gseq) ? { program: programOf(alone), uuid: end.uuid, gseq, hash: end.hash } : null
  } catch {
    return null
  }
}

/** Whether a file with its log has the entry at which the file alone ends, and all that came after it. */
function goesOn(file: string, { program, uuid, gseq, hash }: End, connect: Connect): boolean {
  let together: BetterSqlite3.Database | null = null
  try {
    together = connect(file, true)
    if (programOf(together) === program && isNewer(together)) return true
    const found = lookAt(together, gseq)
    return found.uuid === uuid && found.hash === hash && isWhole(found, gseq)
  } catch (error) {
    // Another program's lock, or a folder that may not be written: nothing is known of the log.
    return !/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(String((error as { code?: unknown } | null)?.code))
  } finally {
    together?.close()
  }
}

/** What of a file tells whether its pages belong together, as far as that can be seen without reading all of it. */
type Look = {
  readonly uuid: string | null
  /** Of entry `gseq` of the journal. */
  readonly hash: string | null
  /** How many entries stand after it, and where the last one stands. */
  readonly entries: number
  readonly last: number
  /** How many of those name a commit that isn't there, or has no text. */
  readonly lost: number
  /** How many entries the tracts say that there are. */
  readonly told: number
  /** How many refs point at nothing. */
  readonly loose: number
}

const look = `select (select uuid from workspace) as uuid, (select lower(hex(hash)) from journal where gseq = @gseq) as hash, count(*) as entries, coalesce(max(gseq), @gseq) as last,
  count(case when after_commit is not null and (c.id is null or (c.blob is not null and b.id is null)) then 1 end) as lost,
  (select coalesce(sum(seq), 0) from tracts) as told, (select count(*) from refs where "commit" not in (select id from commits)) as loose
  from journal as j left join commits as c on c.id = j.after_commit left join blobs as b on b.id = c.blob where j.gseq > @gseq`

const lookAt = (driver: BetterSqlite3.Database, gseq: number): Look => driver.prepare(look).get({ gseq }) as Look
const isWhole = ({ entries, last, lost, told, loose }: Look, gseq: number): boolean => entries === last - gseq && lost === 0 && told === last && loose === 0
const programOf = (driver: BetterSqlite3.Database): number => driver.pragma('application_id', { simple: true }) as number
/** A newer version of this program wrote it: what that one keeps, and how, isn't known here. */
const isNewer = (driver: BetterSqlite3.Database): boolean => (driver.pragma('user_version', { simple: true }) as number) > schemaVersion
