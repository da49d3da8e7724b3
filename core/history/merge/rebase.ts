import { contextsOf } from '../../context/contexts.ts'
import { reduce } from '../../context/reduce.ts'
import { findEntry, type State } from '../../context/state.ts'
import type { FoldCommit } from '../../context/source.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import type { Warning } from '../../model/effect.ts'
import { Fault } from '../../model/fault.ts'
import type { MessageId, Ref } from '../../model/ids.ts'
import type { JsonObject } from '../../model/json.ts'
import type { RebaseResult } from '../../model/merge.ts'
import { type CommitKey, type CommitRow, getCommit, hashOfCommit } from '../../store/commits.ts'
import type { StoredResolution } from '../../store/payloads.ts'
import { findTag, tagPrefix } from '../../store/refs.ts'
import { viewCommits } from '../commitView.ts'
import { configOf } from '../configOf.ts'
import { asNamed } from '../refs/names.ts'
import { writePosition } from '../refs/position.ts'
import { resolveRef } from '../refs/resolveRef.ts'
import { checkTagFree } from '../refs/takenNames.ts'
import { writeCommit } from '../writeCommit.ts'
import { warningsOf } from './advisories.ts'
import { toConflict } from './conflictView.ts'
import { copyCommit } from './copyCommit.ts'
import { foldedState } from './corrections.ts'
import { withoutDropped } from './dropped.ts'
import { holdsCopyOf } from './heldChange.ts'
import { type AnswerOptions, answersTo, checkAnswerOptions } from './merge.ts'
import { findWaiting } from './pendingRecord.ts'
import { type MergePlan, planSides } from './plan.ts'
import { type Sides, sidesOf } from './sides.ts'
import { touchedBy } from './touched.ts'
import { type Decided, decisionsNote, resolutionsOf } from './writeMerge.ts'

export type RebaseOptions = AnswerOptions & {
  /** Commits of this branch to leave behind. */
  readonly drop?: readonly Ref[]
}

/**
 * Writes the merge of this branch into `onto` as a line: copies of its own commits on top of `onto`, and one commit with what was decided. Message
 * ids stay, so pins and corrections hold; the tag `before-rebase/<branch>` moves to the old tip. Open conflicts come back and nothing is written.
 * Faults: `head/detached`, `merge/unrelated`, `merge/in-progress`, `merge/bad-resolution`, `rebase/not-own`, `input/invalid`, those of references.
 */
export function rebase(tract: TractHandle, onto: Ref, options: RebaseOptions = {}): RebaseResult {
  checkAnswerOptions(options)
  return transact(tract, { verb: 'rebase', detail: onto }, (tx): RebaseResult => {
    const { branch, tip } = writePosition(tx.db, tract)
    const waiting = findWaiting(tx.db, tract, branch)
    if (waiting) throw new Fault('merge/in-progress', { id: waiting.id, branch: waiting.record.branch, into: branch })
    const target = resolveRef(tx.db, tract, onto)
    if (tip === null || target === tip.id) return moveTo(tx, branch, tip, target)
    const sides = sidesOf(tract.file, configOf(tract).encoding, target, tip.id)
    if (sides.theirs.own.length === 0) return moveTo(tx, branch, tip, target)
    if (sides.bases.length === 0) throw new Fault('merge/unrelated', { branch: onto })
    const dropped = droppedFrom(tract, tx, sides, options.drop ?? [], onto)
    if (sides.ours.own.length === 0 && dropped.size === 0) return { kind: 'upToDate', head: tip.hash }
    return replay(tract, tx, branch, tip, planSides(tx.db, withoutDropped(tract, sides, dropped)), { ...options, onto })
  })
}

/** Faults: `rebase/not-own` for what a rebase onto there would keep, because it lies before. */
function droppedFrom(tract: TractHandle, tx: Tx, { theirs }: Sides, refs: readonly Ref[], onto: Ref): ReadonlySet<CommitKey> {
  const own = new Set(theirs.own.map(({ key }) => key))
  const dropped = refs.map((ref) => ({ ref, key: resolveRef(tx.db, tract, ref) }))
  const others = dropped.filter(({ key }) => !own.has(key)).map(({ ref }) => ref)
  if (others.length > 0) throw new Fault('rebase/not-own', { refs: others, onto })
  return new Set(dropped.map(({ key }) => key))
}

function moveTo(tx: Tx, branch: string, tip: CommitRow | null, target: CommitKey): RebaseResult {
  const to = hashOfCommit(tx.db, target)
  if (tip?.id === target) return { kind: 'upToDate', head: to }
  tx.fact({ type: 'ref_updated', key: branch, beforeCommit: tip?.id ?? null, afterCommit: target })
  return { kind: 'fastForward', to }
}

function replay(tract: TractHandle, tx: Tx, branch: string, tip: CommitRow, plan: MergePlan, options: RebaseOptions & { readonly onto: Ref }): RebaseResult {
  const answers = answersTo(tract, tx, plan, options)
  const decided = answers.filter((each): each is Decided => each.answer !== null)
  const warnings = [...warningsOf(tx.db, plan.advisories, plan.sides.bases)]
  if (decided.length < answers.length) return { kind: 'conflict', conflicts: answers.map(({ conflict }) => toConflict(tract, plan, conflict)), warnings }
  const resolutions = resolutionsOf(tx.db, plan, decided)
  const merged = reduce(foldedState(plan.sides), asFold(resolutions))
  const there = { ...tract, branch }
  tx.fact({ type: 'ref_updated', key: branch, beforeCommit: tip.id, afterCommit: plan.sides.ours.tip })
  const oldTip = tagOldTip(tract, tx, branch, tip)
  const line = copyLine(there, tx, plan, warnings)
  const told = withOneLeftOut(warnings)
  const note = { ...ontoNote(options.onto), ...decisionsNote(tract, plan, decided) }
  const settled = settle(there, tx, plan, note, resolutions, merged, line.state)
  for (const warning of told) tx.warn(warning)
  return { kind: 'rebased', commits: viewCommits(tract, [...line.keys, ...settled]), oldTip, warnings: told }
}

function tagOldTip(tract: TractHandle, tx: Tx, branch: string, tip: CommitRow): { readonly name: string; readonly commit: CommitRow['hash'] } {
  const name = `before-rebase/${branch}`.slice(0, 200)
  const before = findTag(tx.db, tract.key, name)
  if (before === undefined) checkTagFree(tx.db, tract, name)
  tx.fact({ type: 'ref_updated', key: tagPrefix + name, beforeCommit: before ?? null, afterCommit: tip.id })
  return { name, commit: tip.hash }
}

/** Copies the branch's own commits in linear order, but for changes that are there already. */
function copyLine(tract: TractHandle, tx: Tx, { sides }: MergePlan, warnings: Warning[]): { readonly keys: readonly CommitKey[]; readonly state: State } {
  const { states } = contextsOf(tract.file, configOf(tract).encoding)
  const keys: CommitKey[] = []
  let { state } = sides.ours
  for (const commit of sides.theirs.own) {
    if (!isNeeded(tx, state, sides.ours.tip, commit, warnings)) continue
    warnOfQuestion(tx, state, commit, warnings)
    const copy = copyCommit(tract, tx, commit.key, commit.change)
    keys.push(copy)
    state = states.at(copy)
  }
  return { keys, state }
}

function isNeeded(tx: Tx, state: State, onto: CommitKey, commit: FoldCommit, warnings: Warning[]): boolean {
  if (holdsCopyOf(tx.db, onto, commit.key, commit.change)) return false
  switch (commit.kind) {
    case 'append':
    case 'compress':
      return findEntry(state, commit.change) === undefined
    case 'merge':
    case 'resolve':
      return (commit.resolutions ?? []).length > 0
    default:
      if (commit.target !== null && findEntry(state, commit.target)) return true
      warnings.push({ code: leftOut, text: 'A change was left out because its message was.', messages: commit.target === null ? [] : [idOf(tx, commit.target)] })
      return false
  }
}

/** However many changes were left out, it is told once. */
function withOneLeftOut(warnings: readonly Warning[]): readonly Warning[] {
  const all = warnings.filter(({ code }) => code === leftOut)
  if (all.length < 2) return warnings
  const one: Warning = { code: leftOut, text: `${all.length} changes were left out because their messages were.`, messages: [...new Set(all.flatMap(({ messages }) => messages))] }
  return [...warnings.filter(({ code }) => code !== leftOut), one]
}

function warnOfQuestion(tx: Tx, state: State, commit: FoldCommit, warnings: Warning[]): void {
  const { respondsTo } = commit.kind === 'append' ? getCommit(tx.db, commit.key) : { respondsTo: null }
  if (respondsTo === null || findEntry(state, respondsTo)) return
  warnings.push({ code: 'rebase/responds-to-missing', text: 'An answer was kept whose question is not on the new branch.', messages: [idOf(tx, commit.change)] })
}

/** One commit with the decisions, and with whatever still differs from the merge. */
function settle(
  tract: TractHandle, tx: Tx, plan: MergePlan, note: JsonObject, resolutions: readonly StoredResolution[], merged: State, line: State,
): readonly CommitKey[] {
  const decisions = resolutions.filter(({ why }) => why === 'decided')
  const messages = new Set([...touchedBy(plan.sides.theirs.own, plan.sides.theirs.state), ...resolutions.map(({ message }) => message)])
  const differing = [...messages].flatMap((message) => differenceOf(line, merged, message))
  const all = [...differing, ...decisions]
  if (all.length === 0) return []
  const { branch, tip } = writePosition(tx.db, tract)
  return [writeCommit(tract, tx, { branch, tip, kind: 'resolve', resolutions: all, note, encoding: configOf(tract).encoding })]
}

/** What it was written onto, as it was called then. */
function ontoNote(ref: Ref): JsonObject {
  const onto = asNamed(ref)
  return onto === null ? {} : { onto }
}

function differenceOf(line: State, merged: State, message: CommitKey): readonly StoredResolution[] {
  const [is, wanted] = [findEntry(line, message), findEntry(merged, message)]
  if (!is || !wanted) return []
  const registers = {
    ...(is.blob === wanted.blob ? {} : { blob: wanted.blob }),
    ...(is.priority === wanted.priority ? {} : { priority: wanted.priority }),
    ...(is.summary?.inForce === wanted.summary?.inForce || !wanted.summary ? {} : { inForce: wanted.summary.inForce }),
  }
  return Object.keys(registers).length === 0 ? [] : [{ message, ...registers, why: 'threeWay' }]
}

const leftOut = 'rebase/left-out'

/** Resolutions as a commit that is never written. */
const asFold = (resolutions: readonly StoredResolution[]): FoldCommit => ({
  key: -1, change: -1, kind: 'resolve', target: null, blob: null, tokens: 0, priority: null, replaces: null, resolutions,
})

const idOf = (tx: Tx, key: CommitKey): MessageId => hashOfCommit(tx.db, key) as string as MessageId
