import { noOf, rowPitch } from './canvasGeometry.ts'
import type { Placed } from './canvasGeometry.ts'

/** Places from the highest to the lowest that have their cards mounted. */
export type RowSpan = { readonly first: number; readonly last: number }

const beyond = 15
const step = 8

/** What lies between two heights and 15 rows more on each side, in steps of 8 rows, so panning changes the mounted rows only now and then. */
export function spanOf(top: number, bottom: number): RowSpan {
  return { first: Math.floor(top / rowPitch / step) * step - beyond, last: Math.ceil(bottom / rowPitch / step) * step + beyond }
}

/** The rows of a span by index, newest first: `from` and the one after the last. */
export function indexesIn(placed: Placed, { first, last }: RowSpan): { readonly from: number; readonly to: number } {
  const from = Math.max(0, placed.origin - last)
  return { from, to: Math.max(from, Math.min(placed.rows.length, placed.origin - first + 1)) }
}

/** Whether the oldest loaded row is among them, or nearly. */
export const reachesOldest = (placed: Placed, { first }: RowSpan): boolean => first - beyond <= noOf(placed, placed.rows.length - 1)
