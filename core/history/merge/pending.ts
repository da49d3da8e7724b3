import type { TractHandle } from '../../journal/openWorkspace.ts'
import { operate } from '../../journal/lastOperation.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import type { MergeCommit } from '../../model/commit.ts'
import { wordsOf } from '../../model/contentTypes.ts'
import { Fault } from '../../model/fault.ts'
import type { ConflictId } from '../../model/ids.ts'
import type { JsonObject } from '../../model/json.ts'
import type { PendingConflict, PendingMerge, Resolution } from '../../model/merge.ts'
import type { Operation } from '../../model/operation.ts'
import { findBlobKey, getBlob, getNote, hashOfBlob, hasGone, hasWhole } from '../../store/blobs.ts'
import { hashOfCommit } from '../../store/commits.ts'
import type { ReadDb, WriteDb } from '../../store/database.ts'
import { findBranch } from '../../store/refs.ts'
import { readHead } from '../../store/tracts.ts'
import { viewCommit } from '../commitView.ts'
import { configOf } from '../configOf.ts'
import { noteOf } from '../labels.ts'
import { positionOf, writePosition } from '../refs/position.ts'
import { removeBranch } from '../refs/removeBranch.ts'
import { warningsOf } from './advisories.ts'
import { type Answer, putAnswer } from './answers.ts'
import { conflictId, signatureOf, toConflict } from './conflictView.ts'
import type { PlannedConflict } from './conflicts.ts'
import { changeMerge, findWaiting, getWaiting, type MergeRecord, movedSince, tipsOf, type Waiting, withAnswer, type AnswerRecord } from './pendingRecord.ts'
import { type MergePlan, planMerge } from './plan.ts'
import { writeMerge } from './writeMerge.ts'

/** The merge that waits on this branch, or null. */
export function findPendingMerge(tract: TractHandle): PendingMerge | null {
  return tract.file.db.snapshot((db) => {
    const waiting = findWaiting(db, tract, positionOf(db, tract).branch)
    return waiting && viewPending(tract, db, waiting)
  })
}

/** Answers one conflict; answered again, the last answer counts. Faults: `merge/none-pending`, `merge/no-such-conflict`, `merge/bad-resolution`. */
export function resolveConflict(tract: TractHandle, id: ConflictId, resolution: Resolution): PendingMerge {
  transact(tract, { verb: 'resolveConflict' }, (tx) => {
    const { id: merge, record } = getWaiting(tx.db, tract, writePosition(tx.db, tract).branch)
    const plan = planOf(tract, tx.db, record)
    const conflict = plan.conflicts.find((each) => conflictId(tx.db, each) === id)
    if (!conflict) throw new Fault('merge/no-such-conflict', { conflict: id })
    const answer = answerRecord(tract, tx.db, plan, conflict, putAnswer(tract, tx.db, plan, conflict, id, resolution))
    changeMerge(tx, merge, record, withAnswer(record, id, answer))
  })
  return getPending(tract)
}

/** Writes the waiting merge as one commit. Faults: `merge/none-pending`, `merge/unresolved`, `merge/stale`. */
export function commitMerge(tract: TractHandle, options: { readonly message?: string } = {}): MergeCommit {
  const key = transact(tract, { verb: 'merge' }, (tx) => {
    const { branch } = writePosition(tx.db, tract)
    const { id, record } = getWaiting(tx.db, tract, branch)
    const moved = movedSince(tx.db, tract, record)
    if (moved.length > 0) throw new Fault('merge/stale', { moved })
    const plan = planOf(tract, tx.db, record)
    const open = plan.conflicts.filter((conflict) => !standingAnswer(tract, tx.db, plan, conflict, record)).map((conflict) => conflictId(tx.db, conflict))
    if (open.length > 0) throw new Fault('merge/unresolved', { conflicts: open })
    const decided = plan.conflicts.map((conflict) => ({ conflict, answer: storedAnswer(tx.db, record, conflictId(tx.db, conflict)) }))
    const made = writeMerge(tract, tx, { branch: record.branch, into: branch }, plan, decided, options.message === undefined ? labelsOf(tx.db, record) : noteOf(options))
    changeMerge(tx, id, record, null)
    if (record.deleteBranch) removeIfFree(tract, tx, record.branch)
    return made
  })
  return viewCommit(tract, key) as MergeCommit
}

/** Whoever went to stand on the branch meanwhile keeps it. */
function removeIfFree(tract: TractHandle, tx: Tx, name: string): void {
  const tip = findBranch(tx.db, tract.key, name)
  const isInUse = readHead(tx.db, tract.key).branch === name || findWaiting(tx.db, tract, name) !== null
  if (tip !== undefined && !isInUse) removeBranch(tract, tx, name, tip)
}

/**
 * Prepares the waiting merge anew for where both branches are now. Answers are kept wherever both sides are as they were. null: the branch holds all of
 * it by now, and nothing waits any more. Faults: `merge/none-pending`.
 */
export function refreshMerge(tract: TractHandle): PendingMerge | null {
  transact(tract, { verb: 'refreshMerge' }, (tx) => {
    const { tip, branch } = writePosition(tx.db, tract)
    const { id, record } = getWaiting(tx.db, tract, branch)
    if (movedSince(tx.db, tract, record).length === 0 || tip === null) return
    const theirs = findBranch(tx.db, tract.key, record.branch)
    const moved = { ...record, ours: tip.hash, theirs: theirs === undefined ? record.theirs : hashOfCommit(tx.db, theirs) }
    const plan = planOf(tract, tx.db, moved)
    if (plan.kind === 'upToDate') return changeMerge(tx, id, record, null)
    const kept = plan.conflicts.flatMap((conflict): [string, AnswerRecord][] => {
      const answer = record.answers[conflictId(tx.db, conflict)]
      return answer?.seen === signatureOf(tract, plan, conflict) ? [[conflictId(tx.db, conflict), answer]] : []
    })
    changeMerge(tx, id, record, { ...moved, answers: Object.fromEntries(kept) })
  })
  return findPendingMerge(tract)
}

/** Drops the waiting merge. Faults: `merge/none-pending`. */
export function abortMerge(tract: TractHandle): Operation {
  return operate(tract, { verb: 'abortMerge' }, (tx) => {
    const { id, record } = getWaiting(tx.db, tract, writePosition(tx.db, tract).branch)
    changeMerge(tx, id, record, null)
  })
}

export function getPending(tract: TractHandle): PendingMerge {
  const pending = findPendingMerge(tract)
  if (!pending) throw new Fault('merge/none-pending', {})
  return pending
}

/** An answer as the record keeps it, with who gave it and what both sides said then. */
export function answerRecord(tract: TractHandle, db: ReadDb, plan: MergePlan, conflict: PlannedConflict, answer: Answer): AnswerRecord {
  const seen = signatureOf(tract, plan, conflict)
  if (answer.take !== 'text') return { take: answer.take, by: tract.author, seen }
  const { take, blob, priority } = answer
  return { take, blob: hashOfBlob(db, blob), ...(priority === undefined ? {} : { priority }), by: tract.author, seen }
}

function planOf(tract: TractHandle, db: ReadDb, record: MergeRecord): MergePlan {
  const { ours, theirs } = tipsOf(db, record)
  return planMerge(tract.file, configOf(tract).encoding, ours, theirs)
}

function viewPending(tract: TractHandle, db: ReadDb, { id, record }: Waiting): PendingMerge {
  const plan = planOf(tract, db, record)
  const { branch, into, ours, theirs, createdAt } = record
  return {
    id, branch, into, ours, theirs, bases: plan.sides.bases.map((base) => hashOfCommit(db, base)),
    conflicts: plan.conflicts.map((conflict) => viewConflict(tract, db, plan, conflict, record)),
    warnings: warningsOf(db, plan.advisories, plan.sides.bases), createdAt, isStale: movedSince(db, tract, record).length > 0,
  }
}

function viewConflict(tract: TractHandle, db: ReadDb, plan: MergePlan, planned: PlannedConflict, record: MergeRecord): PendingConflict {
  const conflict = toConflict(tract, plan, planned)
  const answer = standingAnswer(tract, db, plan, planned, record)
  return { ...conflict, resolution: answer ? resolutionOf(db, answer) : null, resolvedBy: answer?.by ?? null, reasoning: null }
}

/** The answer to a conflict. One in own words that were erased since is none: not even where the same words are said again elsewhere. */
function standingAnswer(tract: TractHandle, db: ReadDb, plan: MergePlan, conflict: PlannedConflict, record: MergeRecord): AnswerRecord | undefined {
  const answer = record.answers[conflictId(db, conflict)]
  if (answer?.blob === undefined || !hasGone(db, answer.blob)) return answer
  return hasWhole(db, answer.blob) && answer.seen === signatureOf(tract, plan, conflict) ? answer : undefined
}

function resolutionOf(db: ReadDb, { take, blob, priority }: AnswerRecord): Resolution {
  if (take !== 'text') return { take }
  return { take, text: wordsOf(getBlob(db, blobKey(db, blob)).content, db.types), ...(priority === undefined ? {} : { priority }) }
}

function storedAnswer(db: WriteDb, record: MergeRecord, id: ConflictId): Answer {
  const answer = record.answers[id]
  if (!answer) throw new Error(`BUG: the conflict ${id} has no answer`)
  const { take, blob, priority } = answer
  return take === 'text' ? { take, blob: blobKey(db, blob), ...(priority === undefined ? {} : { priority }) } : { take }
}

function blobKey(db: ReadDb, hash: string | undefined): number {
  const key = hash === undefined ? undefined : findBlobKey(db, hash)
  if (key === undefined) throw new Error('BUG: own words of a merge are not here')
  return key
}

const labelsOf = (db: ReadDb, { note }: MergeRecord): JsonObject => (note === null ? {} : getNote(db, blobKey(db, note)))
