import type { Operation } from '../model/operation.ts'
import type { CommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { listFirstAfter, listMakers, listTouching, type Place } from '../store/journalPlaces.ts'
import { listOperations, type OperationRow } from '../store/journalRows.ts'
import { origHead } from '../store/refs.ts'
import type { TractKey } from '../store/tracts.ts'
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

/** Where HEAD would come to stand on a branch without commits on which it was not before the operation: what has to be undone first, else nothing. */
export function stranded(db: ReadDb, tract: TractKey, operation: OperationRow, changes: readonly Change[]): readonly Place[] {
  const planned = (place: Place) => changes.find((change) => nameOf(change) === nameOf(place))?.after ?? null
  const headPlace: Place = { kind: 'head', key: '' }
  const head = (planned(headPlace) ?? readPlace(db, tract, headPlace)) as HeadValue
  if (!('branch' in head)) return []
  const refPlace: Place = { kind: 'ref', key: head.branch }
  const isChanged = changes.some((change) => nameOf(change) === nameOf(refPlace))
  if ((isChanged ? planned(refPlace) : readPlace(db, tract, refPlace)) !== null) return []
  const since = listFirstAfter(db, tract, operation.id - 1)
  const then = (place: Place) => {
    const row = since.find((one) => nameOf(one) === nameOf(place))
    return row ? valueBefore(row) : readPlace(db, tract, place)
  }
  return isSame(headPlace, then(headPlace), head) && then(refPlace) === null ? [] : [headPlace, refPlace]
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
