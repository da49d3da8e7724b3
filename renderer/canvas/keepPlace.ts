import type { RailRow } from '../graph/rows.ts'
import { noOf } from './canvasGeometry.ts'
import type { Placed } from './canvasGeometry.ts'

/**
 * Places rows that come instead of others so that the row nearest to `watched` (an index among those before) stays where it stood. Opening a
 * run, loading older steps or adding a new one moves what lies beyond it, never what is looked at.
 */
export function keepPlace(before: Placed, rows: readonly RailRow[], watched: number): Placed {
  const indexes = new Map<string, number>()
  rows.forEach((row, index) => keysOf(row).forEach((key) => indexes.set(key, index)))
  for (const index of outwards(watched, before.rows.length)) {
    const row = before.rows[index]
    const now = row && keysOf(row).map((key) => indexes.get(key)).find((at) => at !== undefined)
    if (now !== undefined) return { rows, origin: noOf(before, index) + now }
  }
  return { rows, origin: 0 }
}

/** A folded run is known by its oldest step first: that one stands in its row's place when it is opened. */
const keysOf = ({ hash, fold }: RailRow): readonly string[] => (fold === null ? [hash] : [fold.oldest, hash])

/** 5, 4, 6, 3, 7 … as far as there are rows. */
function* outwards(from: number, count: number): Generator<number> {
  const start = Math.min(Math.max(0, from), count - 1)
  for (let step = 0; step < count; step += 1) {
    if (start - step >= 0) yield start - step
    if (step > 0 && start + step < count) yield start + step
  }
}
