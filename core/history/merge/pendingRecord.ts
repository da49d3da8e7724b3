import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Tx } from '../../journal/transact.ts'
import type { Author } from '../../model/author.ts'
import type { Priority } from '../../model/content.ts'
import { Fault } from '../../model/fault.ts'
import { hashOf } from '../../model/hash.ts'
import { asMergeId, type BlobHash, type CommitHash, type ConflictId, type MergeId } from '../../model/ids.ts'
import type { JsonObject } from '../../model/json.ts'
import type { RefMove } from '../../model/refs.ts'
import { type CommitKey, findCommitKey, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { findBranch } from '../../store/refs.ts'
import { listMerges } from '../../store/waitingRecords.ts'

/** How a conflict of a waiting merge was answered. Texts are blobs, by hash. */
export type AnswerRecord = {
  readonly take: 'ours' | 'theirs' | 'base' | 'both' | 'text'
  readonly blob?: BlobHash
  readonly priority?: Priority
  readonly by: Author
  /** What both sides said when it was answered. */
  readonly seen: string
}
/** A merge that waits, as it is kept. Its conflicts are found anew from the two commits, which never change. */
export type MergeRecord = {
  readonly branch: string
  readonly into: string
  readonly ours: CommitHash
  readonly theirs: CommitHash
  readonly deleteBranch: boolean
  /** The commit message it was begun with. */
  readonly note: BlobHash | null
  readonly createdAt: number
  readonly answers: { readonly [conflict: string]: AnswerRecord }
}
export type Waiting = { readonly id: MergeId; readonly record: MergeRecord }

/** A name of its own: no two are opened in the same microsecond of a file. */
export const mergeIdOf = (into: string, atMicros: number): MergeId => asMergeId(`merge_${hashOf('tract:merge:1', `${into} ${atMicros}`).slice(0, 24)}`)

/** The merge that waits on a branch. */
export function findWaiting(db: ReadDb, tract: TractHandle, into: string | null): Waiting | null {
  for (const { id, record } of listMerges(db, tract.key)) {
    const parsed = JSON.parse(record) as MergeRecord
    if (parsed.into === into) return { id: asMergeId(id), record: parsed }
  }
  return null
}

/** Faults: `merge/none-pending`. */
export function getWaiting(db: ReadDb, tract: TractHandle, into: string | null): Waiting {
  const waiting = findWaiting(db, tract, into)
  if (!waiting) throw new Fault('merge/none-pending', {})
  return waiting
}

/** Opens a merge (`before` null), changes it, or closes it (`after` null). */
export function changeMerge(tx: Tx, id: MergeId, before: MergeRecord | null, after: MergeRecord | null): void {
  tx.fact({ type: 'merge_changed', key: id, before: before as JsonObject | null, after: after as JsonObject | null })
}

/** The two commits of a waiting merge. */
export function tipsOf(db: ReadDb, { ours, theirs }: MergeRecord): { readonly ours: CommitKey; readonly theirs: CommitKey } {
  const key = (hash: CommitHash): CommitKey => {
    const found = findCommitKey(db, hash)
    if (found === undefined) throw new Error(`BUG: a merge waits for the commit ${hash}, which is not here`)
    return found
  }
  return { ours: key(ours), theirs: key(theirs) }
}

/** Which of its branches moved since it was prepared. A branch that was deleted doesn't count: the record holds its commit. */
export function movedSince(db: ReadDb, tract: TractHandle, { branch, into, ours, theirs }: MergeRecord): readonly RefMove[] {
  const move = (ref: string, before: CommitHash): readonly RefMove[] => {
    const now = findBranch(db, tract.key, ref)
    const after = now === undefined ? null : hashOfCommit(db, now)
    return after === null || after === before ? [] : [{ ref, before, after }]
  }
  return [...move(into, ours), ...move(branch, theirs)]
}

export const withAnswer = (record: MergeRecord, id: ConflictId, answer: AnswerRecord): MergeRecord => ({ ...record, answers: { ...record.answers, [id]: answer } })
