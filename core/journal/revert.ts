import type { Json } from '../model/json.ts'
import type { Operation } from '../model/operation.ts'
import type { CommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { listFirstAfter, listMakers, listTouching, type Place } from '../store/journalPlaces.ts'
import { listOperations, type OperationRow } from '../store/journalRows.ts'
import { origHead } from '../store/refs.ts'
import type { TractKey } from '../store/tracts.ts'
import { listMerges } from '../store/waitingRecords.ts'
import { type Change, changesOf, isSame, nameOf, opposite, readPlace, valueBefore } from './changes.ts'
import type { HeadValue } from './facts.ts'
import { describeOperations, takenBackSince } from './operations.ts'

/** What taking back one older operation comes to, as far as facts say. */
export type Inverse = {
  /** Places that still are as it left them, to be put back. What is back already needs nothing. */
  readonly changes: readonly Change[]
  /** Its changes of places that later work has changed again. */
  readonly moved: readonly Change[]
}

export function inverseOf(db: ReadDb, tract: TractKey, operation: OperationRow): Inverse {
  const [changes, moved]: [Change[], Change[]] = [[], []]
  for (const change of changesOf(db, operation).toReversed()) {
    const now = readPlace(db, tract, change)
    if (isSame(change, now, change.after)) changes.push(opposite(change))
    // ORIG_HEAD only remembers: what later work put there stands in no one's way.
    else if (!isSame(change, now, change.before) && change.key !== origHead) moved.push(change)
  }
  return { changes, moved }
}

/** Where HEAD or a merge would be left without the branch it is about, or with another merge beside it: what has to be undone first, else nothing. */
export function stranded(db: ReadDb, tract: TractKey, operation: OperationRow, changes: readonly Change[]): readonly Place[] {
  return [...strandedHead(db, tract, operation, changes), ...strandedMerges(db, tract, changes)]
}

/** HEAD on a branch without commits on which it was not before the operation. */
function strandedHead(db: ReadDb, tract: TractKey, operation: OperationRow, changes: readonly Change[]): readonly Place[] {
  const headPlace: Place = { kind: 'head', key: '' }
  const head = valueThen(db, tract, changes, headPlace) as HeadValue
  if (!('branch' in head)) return []
  const refPlace: Place = { kind: 'ref', key: head.branch }
  if (valueThen(db, tract, changes, refPlace) !== null) return []
  const since = listFirstAfter(db, tract, operation.id - 1)
  const before = (place: Place) => {
    const row = since.find((one) => nameOf(one) === nameOf(place))
    return row ? valueBefore(row) : readPlace(db, tract, place)
  }
  return isSame(headPlace, before(headPlace), head) && before(refPlace) === null ? [] : [headPlace, refPlace]
}

/** Merges that these changes would leave waiting on a branch that isn't there, or two on one branch. */
function strandedMerges(db: ReadDb, tract: TractKey, changes: readonly Change[]): readonly Place[] {
  const isChanged = (place: Place) => findChange(changes, place) !== undefined
  return [...Map.groupBy(mergesThen(db, tract, changes), ({ into }) => into)].flatMap(([into, waiting]) => {
    const branch: Place = { kind: 'ref', key: into }
    const merges = waiting.map(({ id }): Place => ({ kind: 'merge', key: id }))
    if (![branch, ...merges].some(isChanged)) return []
    if (valueThen(db, tract, changes, branch) === null) return isChanged(branch) ? merges : [branch, ...merges]
    return merges.length > 1 ? merges : []
  })
}

/** The merges that would wait, and on which branch. */
function mergesThen(db: ReadDb, tract: TractKey, changes: readonly Change[]): readonly { readonly id: string; readonly into: string }[] {
  const ids = new Set([...listMerges(db, tract).map(({ id }) => id), ...changes.filter(({ kind }) => kind === 'merge').map(({ key }) => key)])
  return [...ids].flatMap((id) => {
    const record = valueThen(db, tract, changes, { kind: 'merge', key: id }) as { readonly into: string } | null
    return record === null ? [] : [{ id, into: record.into }]
  })
}

const findChange = (changes: readonly Change[], place: Place): Change | undefined => changes.find((change) => nameOf(change) === nameOf(place))

/** What would stand at a place after these changes. */
function valueThen(db: ReadDb, tract: TractKey, changes: readonly Change[], place: Place): Json {
  const change = findChange(changes, place)
  return change ? change.after : readPlace(db, tract, place)
}

/** The operations after one that changed these places or made these commits, newest first; those in effect, where there are any. */
export function laterOperations(db: ReadDb, operation: OperationRow, places: readonly Place[], commits: readonly CommitKey[]): readonly Operation[] {
  const { tract, last } = operation
  const ids = [...listTouching(db, tract, last, places), ...(commits.length === 0 ? [] : listMakers(db, tract, last, commits))]
  const rows = listOperations(db, ids).toReversed()
  const taken = takenBackSince(db, tract, operation.id)
  const inEffect = rows.filter(({ id, isUndoable }) => isUndoable === 1 && !taken.has(id))
  return describeOperations(db, inEffect.length > 0 ? inEffect : rows)
}
