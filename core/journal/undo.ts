import { assertNever } from '../model/assertNever.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { UndoResult, UndoState } from '../model/operation.ts'
import type { ReadDb } from '../store/database.ts'
import { getOperation, latestOperation, listJournal, listOperationsAfter, type OperationRow } from '../store/journalRows.ts'
import { findMerge } from '../store/merges.ts'
import { findPartial } from '../store/partials.ts'
import { findRef } from '../store/refs.ts'
import { getTract, type TractKey } from '../store/tracts.ts'
import { headValue } from './headValue.ts'
import { type Fact, toFact } from './facts.ts'
import type { TractHandle } from './openWorkspace.ts'
import { describeOperation } from './operations.ts'
import { transact, type Tx } from './transact.ts'

/** Takes back the latest act as a new one; again walks further back. What was sent and paid stays on record. */
export function undo(tract: TractHandle): UndoResult {
  return step(tract, 'undo', (row) => row.currentOperation, (facts) => facts.toReversed().map(inverse))
}

/** Brings the last undone act again, as long as nothing else was done since. */
export function redo(tract: TractHandle): UndoResult {
  return step(tract, 'redo', (row) => row.redo.at(-1) ?? null, (facts) => facts.map(again))
}

/** What the next undo and redo would be. */
export function undoState(tract: TractHandle): UndoState {
  const db = tract.file.db.read
  const row = getTract(db, tract.key)
  const describe = (id: number | null | undefined) => (id === null || id === undefined ? null : describeOperation(db, getOperation(db, id)))
  return { undo: describe(row.currentOperation), redo: describe(row.redo.at(-1)) }
}

function step(tract: TractHandle, verb: 'undo' | 'redo', pick: (row: ReturnType<typeof getTract>) => number | null, turn: (facts: readonly Fact[]) => readonly (Fact | null)[]): UndoResult {
  const target = pick(getTract(tract.file.db.read, tract.key))
  if (target === null) return { kind: 'nothing' }
  const outcome = transact(tract, { verb, of: target }, (tx): OperationRow | readonly OperationRow[] => {
    if (pick(getTract(tx.db, tract.key)) !== target) return listOperationsAfter(tx.db, tract.key, target)
    const operation = getOperation(tx.db, target)
    const facts = turn(factsOf(tx.db, operation)).filter((fact) => fact !== null)
    return writeAll(tract, tx, facts) ? operation : listOperationsAfter(tx.db, tract.key, target)
  })
  const db = tract.file.db.read
  if (Array.isArray(outcome)) return { kind: 'conflict', with: outcome.map((row: OperationRow) => describeOperation(db, row)) }
  const reverted = describeOperation(db, outcome as OperationRow)
  return { kind: 'done', operation: describeOperation(db, latestOperation(db, tract.key)), reverted: [reverted] }
}

const inTheWay = Symbol('a later act changed the same thing')

/** All or none: each fact must find the value it is to change. */
function writeAll(tract: TractHandle, tx: Tx, facts: readonly Fact[]): boolean {
  try {
    transact(tract, { verb: 'undo' }, () => {
      for (const fact of facts) {
        if (!matches(tx.db, tx.tract, fact)) throw inTheWay
        tx.fact(fact)
      }
    })
    return true
  } catch (error) {
    if (error === inTheWay) return false
    throw error
  }
}

export function factsOf(db: ReadDb, operation: OperationRow): readonly Fact[] {
  return listJournal(db, operation.id, operation.last).filter((row) => row.isNote === 0 && row.operation === operation.id).map(toFact)
}

/** What puts things back as they were before a fact; null for what only records. */
function inverse(fact: Fact): Fact | null {
  switch (fact.type) {
    case 'commit_created':
    case 'ref_updated':
      if (fact.beforeCommit === null) return { type: 'ref_deleted', key: fact.key, beforeCommit: fact.afterCommit }
      return { type: 'ref_updated', key: fact.key, beforeCommit: fact.afterCommit, afterCommit: fact.beforeCommit }
    case 'ref_deleted':
      return { type: 'ref_updated', key: fact.key, beforeCommit: null, afterCommit: fact.beforeCommit }
    case 'head_moved':
    case 'config_changed':
    case 'merge_changed':
      return { ...fact, before: fact.after, after: fact.before } as Fact
    case 'draft_created':
      return { type: 'draft_closed', key: fact.key, before: fact.after }
    case 'draft_closed':
      return { type: 'draft_created', key: fact.key, after: fact.before }
    case 'tract_created':
    case 'usage_recorded':
      return null
    default:
      return assertNever(fact)
  }
}

/** The same change once more: a commit is made only once, after that its branch is moved to it. */
function again(fact: Fact): Fact | null {
  if (fact.type === 'commit_created') return { ...fact, type: 'ref_updated' }
  return fact.type === 'usage_recorded' || fact.type === 'tract_created' ? null : fact
}

function matches(db: ReadDb, tract: TractKey, fact: Fact): boolean {
  switch (fact.type) {
    case 'commit_created':
    case 'ref_updated':
    case 'ref_deleted':
      return (findRef(db, tract, fact.key) ?? null) === fact.beforeCommit
    case 'head_moved':
      return canonicalJson(headValue(db, getTract(db, tract).head)) === canonicalJson(fact.before)
    case 'config_changed': {
      const row = getTract(db, tract)
      return canonicalJson(fact.key === 'name' ? row.name : (row.config[fact.key as keyof typeof row.config] ?? null)) === canonicalJson(fact.before)
    }
    case 'draft_created':
      return findPartial(db, tract, fact.key) === undefined
    case 'draft_closed':
      return findPartial(db, tract, fact.key) !== undefined
    case 'merge_changed':
      return (findMerge(db, tract, fact.key)?.record ?? null) === (fact.before === null ? null : JSON.stringify(fact.before))
    case 'tract_created':
    case 'usage_recorded':
      return true
    default:
      return assertNever(fact)
  }
}
