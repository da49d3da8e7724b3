import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** The operation with which something went for good, and when (epoch microseconds). */
export type Purge = { readonly by: number; readonly at: number }

/** The first of these commits that a clean-up removed for good: by which operation. */
export function findPurge(db: ReadDb, commits: readonly CommitKey[]): Purge | undefined {
  const sql = `select c.purged_by as by, j.at from json_each(?) as k cross join commits as c on c.id = k.value join journal as j on j.gseq = c.purged_by order by k.key limit 1`
  return commits.length === 0 ? undefined : db.get<Purge>(sql, JSON.stringify(commits))
}

/** A commit that says what a change says: the change itself, or where that went for good, a copy of it that is there. */
export const findLiving = (db: ReadDb, change: CommitKey): CommitKey | undefined =>
  db.get<{ id: CommitKey }>(
    'select id from (select id from commits where id = ? and purged_by is null union all select id from commits where origin = ? and purged_by is null) order by id limit 1', change, change,
  )?.id

/** The first commit in these stretches of rows that was removed for good. */
export function findPurgeIn(db: ReadDb, ranges: readonly (readonly [number, number])[]): Purge | undefined {
  const sql = `select c.purged_by as by, j.at from json_each(?) as r join commits as c on c.id between r.value ->> 0 and r.value ->> 1 join journal as j on j.gseq = c.purged_by limit 1`
  return db.get<Purge>(sql, JSON.stringify(ranges))
}

/** The first of these texts of which only the husk is there: by which operation. What is no text's hash doesn't count. */
export function findGoneText(db: ReadDb, hashes: readonly string[]): Purge | undefined {
  const sql = `select b.gone_by as by, j.at from json_each(?) as k join blobs as b on b.hash = unhex(k.value) and b.gone_by is not null join journal as j on j.gseq = b.gone_by
    where not exists (select 1 from blobs as w where w.hash = unhex(k.value) and w.gone_by is null) order by k.key limit 1`
  return hashes.length === 0 ? undefined : db.get<Purge>(sql, JSON.stringify(hashes))
}

/** Takes from commits all that they say. Their places in their lines, their kinds and hashes stay: the journal and other commits name them. */
export function emptyCommits(db: WriteDb, commits: readonly CommitKey[], by: number): void {
  const keys = JSON.stringify(commits)
  db.run('delete from payloads where "commit" in (select value from json_each(?))', keys)
  db.run('update commits set blob = null, note = null, config = null, purged_by = ? where id in (select value from json_each(?))', by, keys)
}

/** Says that something went for good: states that others keep in memory are old now. */
export const noteCleaned = (db: WriteDb): void => void db.run('update workspace set cleaned = cleaned + 1 where id = 1')

/** Whether bytes of what went for good may still lie in free room: a crash or another connection kept the file from being written anew. */
export const hasUnwiped = (db: ReadDb): boolean => db.get<{ is: number }>('select wiped < cleaned as "is" from workspace where id = 1')?.is === 1
export const noteWiped = (db: WriteDb): void => void db.run('update workspace set wiped = cleaned where id = 1')

export const timesCleaned = (db: ReadDb): number => db.get<{ cleaned: number }>('select cleaned from workspace where id = 1')?.cleaned ?? 0
