import type { UndoResult, UndoState } from '../model/operation.ts'
import type { ReadDb } from '../store/database.ts'
import { getOperation, listOperationsAfter, type OperationRow } from '../store/journalRows.ts'
import { getTract } from '../store/tracts.ts'
import { type Change, changesOf, isFree, opposite, stepsOf, writeChanges } from './changes.ts'
import type { TractHandle } from './openWorkspace.ts'
import { checkNotPurged } from './purged.ts'
import { describeOperation, describeOperations, operationDone, operationUnderWay } from './operations.ts'
import { type Progress, progressAfter } from './progress.ts'
import { transact, type Tx } from './transact.ts'

/**
 * Takes back the latest act of the tract as a new one; again walks further back. What was sent and paid stays on record. In a batch it takes back
 * what was done before the batch, as a part of it. Faults: `tract/name-taken`, `undo/purged`.
 */
export function undo(tract: TractHandle): UndoResult {
  return walk(tract, 'undo', ({ current }) => current, (changes) => changes.toReversed().map(opposite))
}

/** Brings the last undone act again, as long as nothing else was done since. Faults: `tract/name-taken`, `undo/purged`. */
export function redo(tract: TractHandle): UndoResult {
  return walk(tract, 'redo', (progress) => progress.redo.at(-1) ?? null, (changes) => changes)
}

/** What the next undo and redo would be. */
export function undoState(tract: TractHandle): UndoState {
  const db = tract.file.db.read
  const { current, redo: undone } = progressOf(db, tract)
  const describe = (id: number | null | undefined) => (id === null || id === undefined ? null : describeOperation(db, getOperation(db, id)))
  return { undo: describe(current), redo: describe(undone.at(-1)) }
}

function walk(tract: TractHandle, verb: 'undo' | 'redo', pick: (progress: Progress) => number | null, turn: (changes: readonly Change[]) => readonly Change[]): UndoResult {
  const db = tract.file.db.read
  const target = pick(progressOf(db, tract))
  if (target === null) return { kind: 'nothing' }
  const done = transact(tract, { verb, of: target }, (tx) => {
    if (pick(progressOf(tx.db, tract)) !== target) return null
    const changes = turn(toTurn(tx.db, getOperation(tx.db, target)))
    checkNotPurged(tx.db, changes)
    if (!isFree(tx.db, tract.key, changes)) return null
    writeChanges(tract, tx, changes)
    return passed(tract, tx, verb, target)
  })
  if (done !== null) return { kind: 'done', operation: operationDone(tract, done), reverted: describeOperations(db, [getOperation(db, target)]) }
  const underWay = operationUnderWay(tract)
  return { kind: 'conflict', with: describeOperations(db, underWay ? [underWay] : listOperationsAfter(db, tract.key, target)) }
}

/** An act whose steps came to nothing is walked through step by step: it is an act all the same. */
function toTurn(db: ReadDb, operation: OperationRow): readonly Change[] {
  const changes = changesOf(db, operation)
  return changes.length > 0 ? changes : stepsOf(db, operation)
}

/** Where undo and redo stand; in a batch, where they have come in it. */
export function progressOf(db: ReadDb, tract: TractHandle): Progress {
  const entries = tract.file.writing?.tracts.get(tract.key)
  if (entries) return entries.progress
  const { currentOperation, redo: undone } = getTract(db, tract.key)
  return { current: currentOperation, redo: undone }
}

/** The next undo or redo of a batch goes on from here. Gives the operation that this one belongs to. */
function passed(tract: TractHandle, tx: Tx, verb: 'undo' | 'redo', target: number): number {
  const entries = tract.file.writing?.tracts.get(tract.key)
  if (!entries) throw new Error(`BUG: ${verb} of operation ${target} changed nothing`)
  entries.progress = progressAfter(entries.progress, entries.operation, { verb, of: target }, false, (id) => getOperation(tx.db, id).previous)
  return entries.operation
}
