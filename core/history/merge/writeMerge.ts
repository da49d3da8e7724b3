import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Tx } from '../../journal/transact.ts'
import type { JsonObject } from '../../model/json.ts'
import { type CommitKey, getCommit } from '../../store/commits.ts'
import type { WriteDb } from '../../store/database.ts'
import type { StoredResolution } from '../../store/payloads.ts'
import { configOf } from '../configOf.ts'
import { type Decision, decisionNote } from '../decisions.ts'
import { writeCommit } from '../writeCommit.ts'
import { warningsOf } from './advisories.ts'
import { type Answer, settingsOf } from './answers.ts'
import { toConflict } from './conflictView.ts'
import type { PlannedConflict } from './conflicts.ts'
import type { MergePlan } from './plan.ts'
import type { Register } from './values.ts'

export type Decided = { readonly conflict: PlannedConflict; readonly answer: Answer }

/** As they were called when they were merged; kept in the commit's note, because names move and go. */
export type MergedNames = { readonly branch: string; readonly into: string }

/** Writes a plan and the answers to all its conflicts as one merge commit. */
export function writeMerge(tract: TractHandle, tx: Tx, names: MergedNames, plan: MergePlan, decided: readonly Decided[], labels: JsonObject): CommitKey {
  const { ours, theirs, bases } = plan.sides
  for (const warning of warningsOf(tx.db, plan.advisories, bases)) tx.warn(warning)
  return writeCommit(tract, tx, {
    branch: names.into, tip: getCommit(tx.db, ours.tip), kind: 'merge', second: { tip: getCommit(tx.db, theirs.tip), own: theirs.own.length },
    resolutions: resolutionsOf(tx.db, plan, decided), note: { ...labels, merged: names, ...decisionsNote(tract, plan, decided) }, encoding: configOf(tract).encoding,
  })
}

/** All registers that a merge sets: the corrections, but for what was decided, and every decision, also one that changes nothing. */
export function resolutionsOf(db: WriteDb, plan: MergePlan, decided: readonly Decided[]): readonly StoredResolution[] {
  const decisions = decided.flatMap(({ conflict, answer }) => settingsOf(plan, conflict, answer, db)).map((setting): StoredResolution => ({ ...setting, why: 'decided' }))
  return [...withoutDecided(plan.corrections, decisions), ...decisions]
}

/** What was decided, so that history can tell it. */
export function decisionsNote(tract: TractHandle, plan: MergePlan, decided: readonly Decided[]): JsonObject {
  return decisionNote(decided.map(({ conflict, answer }): Decision => {
    const { kind, messages } = toConflict(tract, plan, conflict)
    const priority = answer.take === 'text' ? answer.priority : undefined
    return { kind, messages, take: answer.take, ...(priority === undefined ? {} : { priority }) }
  }))
}

function withoutDecided(corrections: readonly StoredResolution[], decisions: readonly StoredResolution[]): readonly StoredResolution[] {
  const isDecided = (message: CommitKey, register: Register) => decisions.some((decision) => decision.message === message && decision[register] !== undefined)
  return corrections.flatMap(({ message, why, ...values }) => {
    const left = Object.fromEntries(Object.entries(values).filter(([register]) => !isDecided(message, register as Register)))
    return Object.keys(left).length === 0 ? [] : [{ message, ...left, why }]
  })
}
