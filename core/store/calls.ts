import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { type Stretch, stretchOf } from './lines.ts'
import type { TractKey } from './tracts.ts'

export type CallRow = { readonly id: string; readonly commit: CommitKey | null; readonly record: string }

export function insertCall(db: WriteDb, id: string, tract: TractKey, commit: CommitKey | null, record: string): void {
  db.run('insert into calls (id, tract, "commit", record) values (?, ?, ?, ?)', id, tract, commit, record)
}

export const deleteCall = (db: WriteDb, id: string): void => void db.run('delete from calls where id = ?', id)

export function findCall(db: ReadDb, tract: TractKey, id: string): CallRow | undefined {
  return db.get<CallRow>('select id, "commit", record from calls where id = ? and tract = ?', id, tract)
}

/** The records of the calls that belong to these commits, in the order they were written. */
export function listCallsOf(db: ReadDb, commits: readonly CommitKey[]): readonly (CallRow & { readonly commit: CommitKey })[] {
  return db.all('select id, "commit", record from calls where "commit" in (select value from json_each(?)) order by rowid', JSON.stringify(commits))
}

/** The calls of a tract, newest first: all, or the newest `limit`. */
export const listCalls = (db: ReadDb, tract: TractKey, limit = -1): readonly CallRow[] =>
  db.all<CallRow>('select id, "commit", record from calls where tract = ? order by rowid desc limit ?', tract, limit)

/**
 * The newest `limit` commits of a history that calls belong to: newest first along the line of first parents, then the same of what its merges
 * brought. Looks at no record, and stops looking when the caller does.
 */
export function* calledBack(db: ReadDb, tip: CommitKey, limit: number): Generator<CommitKey, void> {
  if (db.get('select 1 from calls limit 1') === undefined) return
  const met = new Set<CommitKey>()
  const tips = [tip]
  for (let at = tips.shift(); at !== undefined && met.size < limit; at = tips.shift()) {
    for (let key: CommitKey | null = at; key !== null && !met.has(key) && met.size < limit; ) {
      const { stretch, parent }: ReturnType<typeof stretchOf> = stretchOf(db, key)
      yield* calledOn(db, stretch, met, limit)
      tips.push(...mergedInto(db, stretch, limit))
      key = parent
    }
  }
}

/** The nearest are looked at first: that is where the answer mostly is. */
const nearest = 16

function* calledOn(db: ReadDb, { segment, to }: Stretch, met: Set<CommitKey>, limit: number): Generator<CommitKey, void> {
  const sql = 'select id, generation from commits where segment = ? and generation <= ? order by generation desc limit ?'
  for (let last = to + 1, size = nearest; met.size < limit; size = limit - met.size) {
    const portion = db.rows<[CommitKey, number]>(sql, segment, last - 1, Math.min(size, limit - met.size))
    for (const [id] of portion) met.add(id)
    yield* calledAmong(db, portion.map(([id]) => id))
    if (portion.length < size) return
    last = portion.at(-1)?.[1] ?? 0
  }
}

function calledAmong(db: ReadDb, commits: readonly CommitKey[]): readonly CommitKey[] {
  const called = new Set(db.rows<[CommitKey]>('select distinct "commit" from calls where "commit" in (select value from json_each(?))', JSON.stringify(commits)).map(([commit]) => commit))
  return commits.filter((commit) => called.has(commit))
}

const mergedInto = (db: ReadDb, { segment, to }: Stretch, limit: number): readonly CommitKey[] =>
  db.rows<[CommitKey]>('select parent2 from commits where segment = ? and generation <= ? and parent2 is not null order by generation desc limit ?', segment, to, limit).map(([parent2]) => parent2)
