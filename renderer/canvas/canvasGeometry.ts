import type { LaneLayout } from '../graph/lanes.ts'
import type { RailRow } from '../graph/rows.ts'

/** Sizes in px at 100 %. A mark stands on its lane, its card `cardStart` to the right of it. */
export const rowPitch = 56
export const lanePitch = 380
export const cardStart = 22
export const cardWidth = 288
export const cardHeight = 42
export const foldHeight = 26
const firstLane = 44
const [edge, chipRoom] = [34, 110]

export type Point = { readonly x: number; readonly y: number }
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
export type Size = { readonly width: number; readonly height: number }

/**
 * Rows with a place on the surface. A row's `no` is `origin` less its index: older rows have smaller ones and stand higher. Choosing the origin
 * keeps what is in view where it is, whatever comes or goes above and below it.
 */
export type Placed = { readonly rows: readonly RailRow[]; readonly origin: number }

export const laneX = (lane: number): number => firstLane + lane * lanePitch
/** The middle of a row. */
export const rowY = (no: number): number => no * rowPitch
export const noOf = (placed: Placed, index: number): number => placed.origin - index
export const yOf = (placed: Placed, index: number): number => rowY(noOf(placed, index))
/** The row nearest to a height; it may be before the newest (negative) or behind the oldest. */
export const indexAt = ({ origin }: Placed, y: number): number => origin - Math.round(y / rowPitch)

/** What everything drawn takes up. `hasTail`: an answer that is no step yet stands below the newest row. */
export function boundsOf(placed: Placed, { lastLane }: Pick<LaneLayout, 'lastLane'>, hasTail: boolean): Box {
  const oldest = Math.max(0, placed.rows.length - 1)
  return { left: 0, top: yOf(placed, oldest) - edge, right: laneX(lastLane) + cardStart + cardWidth + chipRoom, bottom: yOf(placed, hasTail ? -1 : 0) + edge }
}

/** Where the card of a row stands, with its mark. */
export function cardBox(placed: Placed, index: number, lane: number): Box {
  const [x, y] = [laneX(lane), yOf(placed, index)]
  return { left: x - cardStart, top: y - cardHeight / 2, right: x + cardStart + cardWidth, bottom: y + cardHeight / 2 }
}
