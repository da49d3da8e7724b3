import type { OperationId } from '../../model/ids.ts'
import type { Operation, UndoResult } from '../../model/operation.ts'
import { type Change, changesOf, writeChanges } from '../../journal/changes.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { describeOperation, getOperationOf, operationDone, operationUnderWay, takenBackSince } from '../../journal/operations.ts'
import type { Act } from '../../journal/progress.ts'
import { inverseOf, laterOperations, stranded } from '../../journal/revert.ts'
import { transact } from '../../journal/transact.ts'
import { progressOf } from '../../journal/undo.ts'
import type { ReadDb } from '../../store/database.ts'
import type { Place } from '../../store/journalPlaces.ts'
import { getEntry, getOperation, type OperationRow } from '../../store/journalRows.ts'
import { isBranch, listRefs, tagPrefix } from '../../store/refs.ts'
import { seenAs } from '../refs/lookAlike.ts'
import { branchNotFound } from '../refs/position.ts'
import { type Opposites, oppositesOf, writeOpposites } from './revertCommits.ts'
import { isBranchHere } from '../refs/takenNames.ts'

/**
 * Takes back one older operation, as a new one. What still is as it left it is put back; where a branch went on with commits on top of its commits,
 * the opposite is committed there. Later work that touches the same is named and nothing is written. `nothing` when it is taken back already.
 * Reverting an undo brings again what it took back; reverting a redo is reverting what it brought again. Faults: `operation/not-found`, `tract/name-taken`.
 */
export function revert(tract: TractHandle, id: OperationId): UndoResult {
  const db = tract.file.db.read
  const asked = getOperationOf(db, tract.key, id)
  const act = actOf(db, asked.id)
  const target = act.verb === 'redo' && act.of !== undefined ? getOperation(db, act.of) : asked
  return takeBack(tract, target, { verb: 'revert', of: target.id })
}

/** Takes back the latest act on one branch, whatever was done elsewhere since; again walks further back on it. Faults: `branch/not-found`. */
export function undoOnBranch(tract: TractHandle, rawBranch: string): UndoResult {
  const db = tract.file.db.read
  const branch = rawBranch.normalize('NFC')
  const target = isBranch(branch) ? latestOn(db, tract, branch) : null
  if (target) return takeBack(tract, target, { verb: 'revert', of: target.id, branch })
  if (!isBranchHere(db, tract, branch)) throw branchNotFound(db, tract, rawBranch)
  return { kind: 'nothing' }
}

type Outcome = { readonly kind: 'done'; readonly id: number } | Exclude<UndoResult, { kind: 'done' }>

function takeBack(tract: TractHandle, target: OperationRow, act: Act): UndoResult {
  const outcome = transact(tract, act, (tx): Outcome => {
    if (takenBackSince(tx.db, tract.key, target.id).has(target.id)) return { kind: 'nothing' }
    const { changes, opposites, conflict } = plan(tract, tx.db, target)
    if (conflict) return { kind: 'conflict', with: conflict }
    if (changes.length === 0 && opposites.every(({ commits }) => commits.length === 0)) return { kind: 'nothing' }
    writeChanges(tract, tx, changes)
    for (const one of opposites) writeOpposites(tract, tx, one)
    return { kind: 'done', id: operationUnderWay(tract)?.id ?? 0 }
  })
  if (outcome.kind !== 'done') return outcome
  return { kind: 'done', operation: operationDone(tract, outcome.id), reverted: [describeOperation(tract.file.db.read, target)] }
}

type Plan = { readonly changes: readonly Change[]; readonly opposites: readonly Opposites[]; readonly conflict: readonly Operation[] | null }

function plan(tract: TractHandle, db: ReadDb, target: OperationRow): Plan {
  const { changes, moved } = inverseOf(db, tract.key, target)
  const answers = moved.map((change) => ({ change, opposites: oppositesOf(tract, db, target, change) }))
  const opposites = answers.flatMap((answer) => answer.opposites ?? [])
  const places: readonly Place[] = [
    ...answers.filter((answer) => answer.opposites === null).map(({ change }) => change),
    ...stranded(db, tract.key, target, changes), ...twins(tract, db, changes),
  ]
  const commits = opposites.flatMap(({ inTheWay }) => inTheWay)
  const isClear = places.length === 0 && commits.length === 0
  return { changes, opposites, conflict: isClear ? null : laterOperations(db, target, places, commits) }
}

/** Names made since that would be taken for one that comes back. */
function twins(tract: TractHandle, db: ReadDb, changes: readonly Change[]): readonly Place[] {
  const refs = changes.filter(({ kind }) => kind === 'ref')
  const going = new Set(refs.filter(({ after }) => after === null).map(({ key }) => key))
  const staying = listRefs(db, tract.key).filter(({ name }) => !going.has(name))
  const isTwin = (a: string, b: string) => plain(a) !== plain(b) && seenAs(plain(a)) === seenAs(plain(b))
  return refs.filter(({ before }) => before === null).flatMap(({ key }) => staying.filter(({ name }) => isTwin(name, key)).map(({ name }): Place => ({ kind: 'ref', key: name })))
}

const plain = (ref: string): string => (ref.startsWith(tagPrefix) ? ref.slice(tagPrefix.length) : ref)

/** The newest operation in effect that moved the branch. What an earlier undo on a branch took back is passed over, and so is that undo. */
function latestOn(db: ReadDb, tract: TractHandle, branch: string): OperationRow | null {
  const over = new Set<number>()
  for (let id = progressOf(db, tract).current; id !== null; ) {
    const operation = getOperation(db, id)
    const { verb, of, branch: undoneOn } = actOf(db, id)
    const isOver = over.has(id)
    if (!isOver && undoneOn === undefined && moves(db, operation, branch)) return operation
    if (!isOver && verb === 'revert' && of !== undefined) over.add(of)
    id = operation.previous
  }
  return null
}

const moves = (db: ReadDb, operation: OperationRow, branch: string): boolean =>
  changesOf(db, operation).some(({ kind, key }) => kind === 'ref' && key === branch)

const actOf = (db: ReadDb, operation: number): Act => JSON.parse(getEntry(db, operation).act ?? '{"verb":"unknown"}') as Act
