import { joinStraight } from '../graph/joinStraight.ts'
import type { LaneLayout, LaneLine, LanePlace } from '../graph/lanes.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { RailTail } from '../graph/toFlow.ts'
import { ancestorsOf } from './ancestors.ts'
import { laneX, rowY, yOf } from './canvasGeometry.ts'
import type { Placed, Point } from './canvasGeometry.ts'
import { elbow } from './elbow.ts'
import type { Bend } from './elbow.ts'

/** One line as it is drawn, with the heights between which it lies. */
export type Stroke = { readonly bends: readonly Bend[]; readonly colour: number; readonly top: number; readonly bottom: number; readonly isDashed: boolean }
/** What the canvas under the cards shows. */
export type Drawing = {
  readonly placed: Placed
  readonly places: readonly LanePlace[]
  /** Straight ones joined. */
  readonly lines: readonly LaneLine[]
  readonly strokes: readonly Stroke[]
  readonly tail: { readonly kind: RailTail['kind']; readonly at: Point } | null
}
/** What of it leads to the focused step, drawn over the rest. */
export type Emphasis = { readonly strokes: readonly Stroke[]; /** The lane in full colour. */ readonly colour: number; readonly index: number; readonly chosen: ReadonlySet<MessageId> }

export function toDrawing(placed: Placed, layout: LaneLayout, tail: RailTail | null): Drawing {
  const { rows } = placed
  const head = rows.findIndex(({ isHead, isTip }) => isHead && !isTip)
  const isAhead = ({ newer, colour }: LaneLine): boolean => colour === 0 && newer < head // of the old step that is looked at: the way back is dashed
  const lines = joinStraight(layout.lines.filter((line) => !isAhead(line)))
  const ahead = joinStraight(layout.lines.filter((line) => isAhead(line)))
  const strokes = [...lines.map((line) => toStroke(placed, line)), ...ahead.map((line) => ({ ...toStroke(placed, line), isDashed: true }))]
  const base = { placed, places: layout.places, lines: [...lines, ...ahead] }
  const tip = tail === null ? -1 : rows.findIndex(({ isTip }) => isTip)
  if (tail === null || tip < 0) return { ...base, strokes, tail: null }
  const down = { ...toStroke(placed, { older: tip, newer: -1, olderLane: 0, newerLane: 0, via: 0, colour: 0 }), isDashed: true }
  return { ...base, strokes: [...strokes, down], tail: { kind: tail.kind, at: { x: laneX(0), y: rowY(placed.origin + 1) } } }
}

/** The way to a row; without one the current branch stands out. */
export function toEmphasis(placed: Placed, layout: LaneLayout, index: number, chosen: ReadonlySet<MessageId>): Emphasis {
  const way = ancestorsOf(placed.rows, index)
  const lines = way.size === 0 ? [] : joinStraight(layout.lines.filter(({ newer }) => way.has(newer)))
  return { strokes: lines.map((line) => toStroke(placed, line)), colour: layout.places[index]?.colour ?? 0, index, chosen }
}

function toStroke(placed: Placed, line: LaneLine): Stroke {
  return { bends: elbow(placed, line), colour: line.colour, top: yOf(placed, line.older), bottom: yOf(placed, line.newer), isDashed: false }
}
