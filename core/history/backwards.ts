import { openOutline, type Outline } from '../context/outline.ts'
import type { Encoding } from '../model/config.ts'
import { Fault } from '../model/fault.ts'
import { type CommitKey, getCommit } from '../store/commits.ts'
import { type CommitView, listViewsBack, type Only } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import type { Stretch } from '../store/lines.ts'
import { findForkPlace, getPlace, type Place } from '../store/segments.ts'
import { type Brought, broughtBy, type Inside } from './brought.ts'
import { toCursor } from './cursor.ts'
import type { KeepBrought } from './keptBrought.ts'

/** Where a walk goes on: the merges it is inside of, outermost first, then the next commit. It stays right whatever is added since. */
export type WalkPlace = readonly [...merges: CommitKey[], next: CommitKey]
/** `portion`: rows read at once. `keep`: for who reads in pages. */
export type Walk = { readonly encoding: Encoding; readonly portion: number; readonly only: Only | null; readonly keep?: KeepBrought }
export type Met = { readonly view: CommitView; readonly inside: Inside | null }

/**
 * A history in linear order, newest first: a merge, then what it brought in backwards, then its first parent. Reads rows in portions, and of a
 * merge only which stretches of segments it brought. With `only`, every merge comes too, wanted or not. Faults: `cursor/bad`.
 */
export function backwardsFrom(db: ReadDb, start: WalkPlace, walk: Walk): Generator<Met, void> {
  const [next] = start.slice(-1)
  const [merge] = start.slice(0, -1)
  if (next === undefined) throw new Error('BUG: a walk begins at a commit')
  return merge === undefined ? lineBack(db, getPlace(db, next), walk) : onFrom(db, merge, next, start, walk)
}

export const placeOf = ({ view, inside }: Met): WalkPlace => [...mergesOf(inside), view.id]

/** The outermost merge is enough to go on from: all that it brought has one order. */
function onFrom(db: ReadDb, merge: CommitKey, next: CommitKey, start: WalkPlace, walk: Walk): Generator<Met, void> {
  const row = getCommit(db, merge)
  const rest = upTo(broughtIn(db, row, walk, openOutline(db)), getPlace(db, next))
  const { parent } = row
  if (parent === null || rest.length === 0) throw new Fault('cursor/bad', { cursor: toCursor('log', start) })
  return restBack(db, rest, getPlace(db, parent), walk)
}

/** The stretches up to the one with `last`, which becomes the last commit of it. */
function upTo(brought: readonly Brought[], last: Place): readonly Brought[] {
  const at = brought.findIndex(({ segment, from, to }) => segment === last.segment && from <= last.generation && last.generation <= to)
  return brought.slice(0, at + 1).map((stretch, i) => (i === at ? { ...stretch, to: last.generation } : stretch))
}

function* restBack(db: ReadDb, brought: readonly Brought[], before: Place, walk: Walk): Generator<Met, void> {
  yield* broughtBack(db, brought, walk)
  yield* lineBack(db, before, walk)
}

/** A line of first parents, and after each merge what it brought. */
function* lineBack(db: ReadDb, tip: Place, walk: Walk): Generator<Met, void> {
  const outline = openOutline(db)
  for (let at: Place | undefined = tip; at; at = findForkPlace(db, at.segment)) {
    for (const view of stretchBack(db, { segment: at.segment, from: 0, to: at.generation }, walk)) {
      yield { view, inside: null }
      yield* broughtBack(db, broughtIn(db, view, walk, outline), walk)
    }
  }
}

type Row = { readonly id: CommitKey; readonly parent: CommitKey | null; readonly parent2: CommitKey | null }

/** Nothing where the commit is no merge. */
function broughtIn(db: ReadDb, { id, parent, parent2 }: Row, { keep }: Walk, outline: Outline): readonly Brought[] {
  if (parent === null || parent2 === null) return []
  const read = () => broughtBy(db, { id, parent, parent2 }, outline)
  return keep ? keep(id, read) : read()
}

function* broughtBack(db: ReadDb, brought: readonly Brought[], walk: Walk): Generator<Met, void> {
  for (const stretch of brought.toReversed()) for (const view of stretchBack(db, stretch, walk)) yield { view, inside: stretch.inside }
}

function* stretchBack(db: ReadDb, { segment, from, to }: Stretch, { encoding, portion, only }: Walk): Generator<CommitView, void> {
  for (let at: number | undefined = to; at !== undefined && at >= from; ) {
    const rows: readonly CommitView[] = listViewsBack(db, { segment, from, to: at }, portion, encoding, only)
    yield* rows
    const last = rows.length === portion ? rows.at(-1) : undefined
    at = last && last.generation - 1
  }
}

function mergesOf(inside: Inside | null): readonly CommitKey[] {
  const merges: CommitKey[] = []
  for (let at = inside; at; at = at.outer) merges.push(at.merge)
  return merges.reverse()
}
