import type { OperationId } from '../model/ids.ts'
import type { UndoResult } from '../model/operation.ts'
import type { ReadDb } from '../store/database.ts'
import { listFirstAfter, type PlaceKind } from '../store/journalPlaces.ts'
import { listOperationsAfter, type OperationRow } from '../store/journalRows.ts'
import { type Change, isSame, readPlace, valueBefore, writeChanges } from './changes.ts'
import type { TractHandle } from './openWorkspace.ts'
import { describeOperations, getOperationOf, operationDone, operationUnderWay, takenBackSince } from './operations.ts'
import { transact } from './transact.ts'

/** Unfinished answers wait for their own decision, and noted usage is a record of what was paid. */
const restored: ReadonlySet<PlaceKind> = new Set<PlaceKind>(['ref', 'head', 'config', 'merge'])

/**
 * Puts HEAD, branches, tags, settings, the name and waiting merges back as they were right after an operation; itself one that undo takes back.
 * Faults: `operation/not-found`, `tract/name-taken`.
 */
export function restore(tract: TractHandle, id: OperationId): UndoResult {
  const db = tract.file.db.read
  const target = getOperationOf(db, tract.key, id)
  const done = transact(tract, { verb: 'restore', of: target.id }, (tx) => {
    const reverted = inEffectAfter(tx.db, target)
    writeChanges(tract, tx, changesBackTo(tx.db, target))
    const underWay = operationUnderWay(tract)
    return underWay && { id: underWay.id, reverted }
  })
  if (done === null) return { kind: 'nothing' }
  return { kind: 'done', operation: operationDone(tract, done.id), reverted: describeOperations(db, done.reverted) }
}

function changesBackTo(db: ReadDb, { tract, last }: OperationRow): readonly Change[] {
  return listFirstAfter(db, tract, last).filter(({ kind }) => restored.has(kind)).flatMap((row) => {
    const [before, after] = [readPlace(db, tract, row), valueBefore(row)]
    return isSame(row, before, after) ? [] : [{ kind: row.kind, key: row.key, before, after }]
  })
}

function inEffectAfter(db: ReadDb, { tract, id }: OperationRow): readonly OperationRow[] {
  const taken = takenBackSince(db, tract, id)
  return listOperationsAfter(db, tract, id).filter((row) => !taken.has(row.id))
}
