import type { GcKeptBecause } from '../../model/cleanUp.ts'
import { lastEntryAt, type LeftRow, readAllRefs, readDetachedHeads, readLeft, readWaiting } from '../../store/cleanUpRows.ts'
import { type CommitKey, findCommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { origHead } from '../../store/refs.ts'
import type { TractKey } from '../../store/tracts.ts'

/** A commit that is kept with all that it stands on. `because` null: a branch or a tag leads there. */
export type Root = { readonly commit: CommitKey; readonly tract: TractKey; readonly because: GcKeptBecause | null }

/**
 * Whatever leads to a commit, over all tracts: branches and tags; HEADs and ORIG_HEAD; merges, compressions, proposals and answers that wait or run; and every
 * value that a ref, HEAD or a waiting record had after `since`. In this order, of the last kind the latest first: the first that reaches a commit says why it is kept.
 */
export function rootsOf(db: ReadDb, since: number, retention: number): readonly Root[] {
  const refs = readAllRefs(db)
  const named = refs.filter(({ name }) => name !== origHead).map(({ tract, commit }): Root => ({ commit, tract, because: null }))
  const heads = readDetachedHeads(db).map(({ tract, commit }): Root => ({ commit, tract, because: { kind: 'head' } }))
  const remembered = refs.filter(({ name }) => name === origHead).map(({ tract, commit }): Root => ({ commit, tract, because: { kind: 'origHead' } }))
  const waiting = readWaiting(db).flatMap(({ kind, id, tract, record }) => commitsNamedIn(db, record).map((commit): Root => ({ commit, tract, because: { kind, id } })))
  const left = readLeft(db, lastEntryAt(db, since)).flatMap((row) => leftAt(db, row).map((commit): Root => recent(row, commit, retention)))
  return [...named, ...heads, ...remembered, ...waiting, ...left]
}

/** What it was until this entry; of a record also what it became: the next entry may be about another one. */
const leftAt = (db: ReadDb, { commit, before, after }: LeftRow): readonly CommitKey[] =>
  [...(commit === null ? [] : [commit]), ...commitsNamedIn(db, before), ...commitsNamedIn(db, after)]

function recent({ tract, key, type, at }: LeftRow, commit: CommitKey, retention: number): Root {
  return { commit, tract, because: { kind: 'recent', ref: type === 'head_moved' ? 'HEAD' : (key ?? 'HEAD'), until: (at + retention) / 1000 } }
}

/** Every hash of a commit that stands in a record. One that can't be read keeps nothing, and stands in no one's way: the check of the file tells of it. */
function commitsNamedIn(db: ReadDb, record: string | null): readonly CommitKey[] {
  return hashesIn(record).flatMap((hash) => findCommitKey(db, hash) ?? [])
}

export const hashesIn = (record: string | null): readonly string[] => (record === null ? [] : (record.match(/\b[0-9a-f]{64}\b/g) ?? []))
