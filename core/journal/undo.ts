import type { UndoResult, UndoState } from '../model/operation.ts'
import type { ReadDb } from '../store/database.ts'
import { getOperation, listOperationsAfter, type OperationRow } from '../store/journalRows.ts'
import { getTract } from '../store/tracts.ts'
import { commitBatch, isBeforeBatch, redoneWith, undoneWith } from './batches.ts'
import { type Change, isFree, netOf, opposite, stepsOf, writeChanges } from './changes.ts'
import type { TractHandle } from './openWorkspace.ts'
import { checkNotPurged } from './purged.ts'
import { describeOperations, describeRun, operationDone, operationUnderWay } from './operations.ts'
import { type Act, type Progress, progressAfter } from './progress.ts'
import { transact, type Tx } from './transact.ts'

/**
 * Takes back the latest act of the tract as a new one, or all acts of the batch it was the last of; again walks further back. What was sent and paid
 * stays on record. While a batch is open it walks back to where that began. Inside `batch` it takes back what was done before, as a part of it.
 * Faults: `tract/name-taken`, `undo/purged`.
 */
export function undo(tract: TractHandle): UndoResult {
  return walk(tract, 'undo', toUndo, (changes) => changes.toReversed().map(opposite))
}

/** Brings the last undone act or batch again, as long as nothing else was done since. Faults: `tract/name-taken`, `undo/purged`. */
export function redo(tract: TractHandle): UndoResult {
  return walk(tract, 'redo', toRedo, (changes) => changes)
}

/** The acts that undo would take back, newest first; none where there is nothing to take back. */
const toUndo = (tract: TractHandle, { current }: Progress): readonly OperationRow[] => (current === null || isBeforeBatch(tract, current) ? [] : undoneWith(tract, current))
/** Those that redo would bring. */
function toRedo(tract: TractHandle, { current, redo: waiting }: Progress): readonly OperationRow[] {
  const last = waiting.at(-1)
  return last === undefined ? [] : redoneWith(tract, last, current)
}

/** Ends the open batch and takes back what was done in it; redo brings it again. Nothing where none is open, or nothing was done in it. */
export function cancelBatch(tract: TractHandle): UndoResult {
  const { batches } = tract.file
  const open = batches.get(tract.key)
  if ((commitBatch(tract) ?? 0) === 0) return { kind: 'nothing' }
  const result = undo(tract)
  if (open && result.kind === 'conflict') batches.set(tract.key, open)
  return result
}

/** What the next undo and redo would be. */
export function undoState(tract: TractHandle): UndoState {
  const db = tract.file.db.read
  const progress = progressOf(db, tract)
  return { undo: describeRun(db, toUndo(tract, progress)), redo: describeRun(db, toRedo(tract, progress)) }
}

type Pick = (tract: TractHandle, progress: Progress) => readonly OperationRow[]

function walk(tract: TractHandle, verb: 'undo' | 'redo', pick: Pick, turn: (changes: readonly Change[]) => readonly Change[]): UndoResult {
  const db = tract.file.db.read
  const run = pick(tract, progressOf(db, tract))
  const [target, ...others] = run.map(({ id }) => id)
  if (target === undefined) return { kind: 'nothing' }
  const act: Turning = { verb, of: target, ...(others.length > 0 && { also: others }) }
  const done = transact(tract, act, (tx) => {
    if (String(pick(tract, progressOf(tx.db, tract)).map(({ id }) => id)) !== String([target, ...others])) return null
    const changes = turn(toTurn(tx.db, run))
    checkNotPurged(tx.db, changes)
    if (!isFree(tx.db, tract.key, changes)) return null
    writeChanges(tract, tx, changes)
    return passed(tract, tx, act)
  })
  if (done !== null) return { kind: 'done', operation: operationDone(tract, done), reverted: describeOperations(db, run) }
  const underWay = operationUnderWay(tract)
  return { kind: 'conflict', with: describeOperations(db, underWay ? [underWay] : listOperationsAfter(db, tract.key, target)) }
}

type Turning = Act & { readonly verb: 'undo' | 'redo'; readonly of: number }

/** An act whose steps came to nothing is walked through step by step: it is an act all the same. */
function toTurn(db: ReadDb, newestFirst: readonly OperationRow[]): readonly Change[] {
  const steps = newestFirst.toReversed().flatMap((operation) => stepsOf(db, operation))
  const changes = netOf(steps)
  return changes.length > 0 ? changes : steps
}

/** Where undo and redo stand; in a batch, where they have come in it. */
export function progressOf(db: ReadDb, tract: TractHandle): Progress {
  const entries = tract.file.writing?.tracts.get(tract.key)
  if (entries) return entries.progress
  const { currentOperation, redo: undone } = getTract(db, tract.key)
  return { current: currentOperation, redo: undone }
}

/** The next undo or redo of a batch goes on from here. Gives the operation that this one belongs to. */
function passed(tract: TractHandle, tx: Tx, act: Turning): number {
  const entries = tract.file.writing?.tracts.get(tract.key)
  if (!entries) throw new Error(`BUG: ${act.verb} of operation ${act.of} changed nothing`)
  entries.progress = progressAfter(entries.progress, entries.operation, act, false, (id) => getOperation(tx.db, id).previous)
  return entries.operation
}
