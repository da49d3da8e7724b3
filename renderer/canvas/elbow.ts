import type { LaneLine } from '../graph/lanes.ts'
import { laneX, rowPitch, yOf } from './canvasGeometry.ts'
import type { Placed, Point } from './canvasGeometry.ts'

/** A line as straight parts between points; where `corner` is given, it is rounded off there. */
export type Bend = { readonly at: Point; readonly isCorner: boolean }

export const radius = 16
/** A branch leaves this far below its step. */
const drop = 30

/** The way of a line from its older step down to its newer one: along `via`, with a corner where it leaves a lane and where it joins one. */
export function elbow(placed: Placed, line: LaneLine): readonly Bend[] {
  const [start, via, end] = [laneX(line.olderLane), laneX(line.via), laneX(line.newerLane)]
  const [top, bottom] = [yOf(placed, line.older), yOf(placed, line.newer)]
  if (bottom - top <= rowPitch && start !== end) return [point(start, top), corner(start, top + drop), corner(end, top + drop), point(end, bottom)]
  return [
    point(start, top),
    ...(start === via ? [] : [corner(start, top + drop), corner(via, top + drop)]),
    ...(end === via ? [] : [corner(via, bottom - drop), corner(end, bottom - drop)]),
    point(end, bottom),
  ]
}

const point = (x: number, y: number): Bend => ({ at: { x, y }, isCorner: false })
const corner = (x: number, y: number): Bend => ({ at: { x, y }, isCorner: true })
