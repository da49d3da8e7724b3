import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { MergeCommit } from '../../model/commit.ts'
import { Fault } from '../../model/fault.ts'
import { checkChoice, checkOptions, refused, shown } from '../../model/given.ts'
import { hashBlob } from '../../model/hash.ts'
import type { BlobHash } from '../../model/ids.ts'
import type { JsonObject } from '../../model/json.ts'
import type { MergeResult, Resolution, Resolver } from '../../model/merge.ts'
import { putNote } from '../../store/blobs.ts'
import { type CommitKey, type CommitRow, hashOfCommit } from '../../store/commits.ts'
import { findBranch } from '../../store/refs.ts'
import { viewCommit } from '../commitView.ts'
import { configOf } from '../configOf.ts'
import { noteOf } from '../labels.ts'
import { nameGiven } from '../refs/names.ts'
import { branchNotFound, type WritePosition, writePosition } from '../refs/position.ts'
import { checkRemovable, removeBranch } from '../refs/removeBranch.ts'
import { warningsOf } from './advisories.ts'
import { type Answer, putAnswer } from './answers.ts'
import { toConflict } from './conflictView.ts'
import type { PlannedConflict } from './conflicts.ts'
import { answerRecord, getPending } from './pending.ts'
import { changeMerge, findWaiting, mergeIdOf, type MergeRecord } from './pendingRecord.ts'
import { type MergePlan, planMerge } from './plan.ts'
import { type Decided, writeMerge } from './writeMerge.ts'

export type AnswerOptions = {
  /** What settles conflicts that the resolver leaves open. `auto` settles none. Default `auto`. */
  readonly strategy?: 'auto' | 'ours' | 'theirs'
  /** Asked for each conflict first; null leaves it open. */
  readonly resolver?: Resolver
}
export type MergeOptions = AnswerOptions & {
  /** Always write a merge commit, even where a pointer move would do. */
  readonly noFf?: boolean
  readonly allowUnrelated?: boolean
  /** Remove the other branch's name when it is merged. */
  readonly deleteBranch?: boolean
  readonly message?: string
}

/**
 * Brings a branch into the current one. Conflicts that stay open come back as a pending merge, kept in the file; nothing changes until `commitMerge`.
 * Faults: `branch/not-found`, `branch/current` (with `deleteBranch`), `head/detached`, `merge/itself`, `merge/unrelated`, `merge/in-progress`, `merge/bad-resolution`, `input/invalid`.
 */
export function merge(tract: TractHandle, rawName: string, options: MergeOptions = {}): MergeResult {
  const name = nameGiven(rawName)
  checkAnswerOptions(options)
  const outcome = transact(tract, { verb: 'merge', detail: name }, (tx) => {
    const position = writePosition(tx.db, tract)
    const theirs = sourceOf(tract, tx, position, name)
    return mergeTip(tract, tx, position, name, theirs, options)
  })
  return outcome.kind === 'conflict' ? { kind: 'conflict', pending: getPending(tract) } : outcome
}

/** Faults: `input/invalid`. */
export function checkAnswerOptions(options: AnswerOptions): void {
  const { strategy = 'auto', resolver } = checkOptions(options, "options: give them as { strategy: 'ours' }")
  checkChoice('strategy', strategy, ['auto', 'ours', 'theirs'])
  if (resolver !== undefined && typeof resolver !== 'function') throw refused(`resolver must be a function, not ${shown(resolver)}`)
}

type Outcome = Exclude<MergeResult, { kind: 'conflict' }> | { readonly kind: 'conflict' }

function sourceOf(tract: TractHandle, tx: Tx, { branch }: WritePosition, name: string): CommitKey {
  if (name === branch) throw new Fault('merge/itself', { branch })
  const waiting = findWaiting(tx.db, tract, branch)
  if (waiting) throw new Fault('merge/in-progress', { id: waiting.id, branch: waiting.record.branch, into: branch })
  const theirs = findBranch(tx.db, tract.key, name)
  if (theirs === undefined) throw branchNotFound(tx.db, tract, name)
  return theirs
}

function mergeTip(tract: TractHandle, tx: Tx, { branch, tip }: WritePosition, name: string, theirs: CommitKey, options: MergeOptions): Outcome {
  const done = (outcome: Outcome): Outcome => {
    if (options.deleteBranch) removeBranch(tract, tx, name, theirs)
    return outcome
  }
  if (options.deleteBranch) checkRemovable(tx.db, tract, name)
  if (tip === null) return done(moveTo(tx, branch, null, theirs))
  const plan = planMerge(tract.file, configOf(tract).encoding, tip.id, theirs)
  if (plan.kind === 'upToDate') return done({ kind: 'upToDate', head: tip.hash })
  if (plan.kind === 'fastForward' && !options.noFf) return done(moveTo(tx, branch, tip, theirs))
  if (plan.sides.bases.length === 0 && !options.allowUnrelated) throw new Fault('merge/unrelated', { branch: name })
  const answers = answersTo(tract, tx, plan, options)
  const decided = answers.filter((each): each is Decided => each.answer !== null)
  if (decided.length < answers.length) return open(tract, tx, branch, name, plan, decided, options)
  const key = writeMerge(tract, tx, { branch: name, into: branch }, plan, decided, noteOf(labelsIn(options)))
  const warnings = warningsOf(tx.db, plan.advisories, plan.sides.bases)
  return done({ kind: answers.length > 0 ? 'resolved' : 'clean', commit: viewCommit(tract, key) as MergeCommit, warnings })
}

function moveTo(tx: Tx, branch: string, tip: CommitRow | null, theirs: CommitKey): Outcome {
  tx.fact({ type: 'ref_updated', key: branch, beforeCommit: tip?.id ?? null, afterCommit: theirs })
  return { kind: 'fastForward', from: tip?.hash ?? null, to: hashOfCommit(tx.db, theirs) }
}

/** Each conflict with its answer: the resolver's, else the strategy's, else none. */
export function answersTo(tract: TractHandle, tx: Tx, plan: MergePlan, { resolver, strategy = 'auto' }: AnswerOptions): readonly { readonly conflict: PlannedConflict; readonly answer: Answer | null }[] {
  const usual: Resolution | null = strategy === 'auto' ? null : { take: strategy }
  return plan.conflicts.map((conflict) => {
    const view = toConflict(tract, plan, conflict)
    const resolution = resolver?.(view) ?? usual
    return { conflict, answer: resolution === null ? null : putAnswer(tract, tx.db, plan, conflict, view.id, resolution) }
  })
}

function open(tract: TractHandle, tx: Tx, into: string, branch: string, plan: MergePlan, decided: readonly Decided[], options: MergeOptions): Outcome {
  const [ours, theirs] = [hashOfCommit(tx.db, plan.sides.ours.tip), hashOfCommit(tx.db, plan.sides.theirs.tip)]
  const answers = decided.map(({ conflict, answer }) => [toConflict(tract, plan, conflict).id, answerRecord(tract, tx.db, plan, conflict, answer)])
  const at = tx.nextAt()
  const record: MergeRecord = {
    branch, into, ours, theirs, deleteBranch: options.deleteBranch ?? false, note: putLabels(tx, noteOf(labelsIn(options))),
    createdAt: at / 1000, answers: Object.fromEntries(answers) as MergeRecord['answers'],
  }
  changeMerge(tx, mergeIdOf(into, at), null, record)
  return { kind: 'conflict' }
}

const labelsIn = ({ message }: MergeOptions): { readonly message?: string } => (message === undefined ? {} : { message })

function putLabels(tx: Tx, labels: JsonObject): BlobHash | null {
  if (Object.keys(labels).length === 0) return null
  const canonical = canonicalJson(labels)
  const hash = hashBlob(canonical)
  putNote(tx.db, labels, hash, canonical)
  return hash
}
