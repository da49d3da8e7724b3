import { ownStretches } from '../context/ancestry.ts'
import type { Encoding } from '../model/config.ts'
import { type CommitKey, getCommit } from '../store/commits.ts'
import { type CommitView, listViewsBack, type Only } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import { findForkPlace, getPlace, type Place } from '../store/segments.ts'

/** Where a walk goes on: the merges it is inside of, outermost first, then the next commit. It stays right whatever is added since. */
export type WalkPlace = readonly [...merges: CommitKey[], next: CommitKey]
/** `portion`: rows read at once. */
export type Walk = { readonly encoding: Encoding; readonly portion: number; readonly only: Only | null }
export type Met = { readonly view: CommitView; readonly place: WalkPlace }

/**
 * A history in linear order, newest first: a merge, then what it brought in backwards, then its first parent. Reads rows in portions, and of a
 * merge only which stretches of segments it brought. With `only`, every merge comes too, wanted or not.
 */
export function* backwardsFrom(db: ReadDb, start: WalkPlace, walk: Walk): Generator<Met, void> {
  const lines = linesTo(db, start)
  for (let line = lines.at(-1); line; line = lines.at(-1)) {
    if (line.ready.length === 0) read(db, line, walk)
    const view = line.ready.pop()
    if (!view) lines.pop()
    else {
      yield { view, place: [...line.merges, view.id] }
      if (view.parent !== null && view.parent2 !== null) lines.push(lineInside(db, line, view.id, view.parent, view.parent2))
    }
  }
}

/** A line of first parents: of the whole history, or of what a merge brought in. */
type Line = {
  /** The merges it is inside of. */
  readonly merges: readonly CommitKey[]
  /** What the sides it was merged into had before. */
  readonly without: readonly CommitKey[]
  /** For each segment the generation from which on it belongs here; null: everything does. */
  readonly floors: ReadonlyMap<number, number> | null
  /** Where reading goes on. */
  at: Place | null
  /** Rows read and not yet given, the next one last. */
  ready: CommitView[]
}

function linesTo(db: ReadDb, start: WalkPlace): Line[] {
  const merges = start.slice(0, -1).map((key) => getCommit(db, key))
  const starts = [...merges.map(({ parent }) => parent), start.at(-1) ?? null]
  const lines: Line[] = [{ merges: [], without: [], floors: null, at: placeOf(db, starts[0] ?? null), ready: [] }]
  for (const [i, { id, parent, parent2 }] of merges.entries()) {
    const [outer] = lines.slice(-1)
    if (!outer || parent === null || parent2 === null) break
    lines.push({ ...lineInside(db, outer, id, parent, parent2), at: placeOf(db, starts[i + 1] ?? null) })
  }
  return lines
}

function lineInside(db: ReadDb, outer: Line, merge: CommitKey, first: CommitKey, second: CommitKey): Line {
  const without = [...outer.without, first]
  const floors = new Map(ownStretches(db, [second], without).map(({ segment, from }) => [segment, from]))
  return { merges: [...outer.merges, merge], without, floors, at: getPlace(db, second), ready: [] }
}

const placeOf = (db: ReadDb, key: CommitKey | null): Place | null => (key === null ? null : getPlace(db, key))

/** Reads on until there is a row, or the line ends. */
function read(db: ReadDb, line: Line, { encoding, portion, only }: Walk): void {
  while (line.at !== null && line.ready.length === 0) {
    const { segment, generation: to }: Place = line.at
    const from = line.floors === null ? 0 : line.floors.get(segment)
    if (from === undefined || from > to) line.at = null
    else {
      const rows = listViewsBack(db, { segment, from, to }, portion, encoding, only)
      const last = rows.length === portion ? rows.at(-1) : undefined
      line.at = last ? { segment, generation: last.generation - 1 } : from > 0 ? null : (findForkPlace(db, segment) ?? null)
      line.ready = rows.toReversed()
    }
  }
}
