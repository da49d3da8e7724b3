import type { MessageId } from '../../core/model/ids.ts'
import type { LanePlace } from '../graph/lanes.ts'
import { cardBox, indexAt } from './canvasGeometry.ts'
import type { Box, Placed, Point } from './canvasGeometry.ts'

/** The box between two corners, whichever way it was drawn. */
export const boxBetween = (a: Point, b: Point): Box => ({ left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), right: Math.max(a.x, b.x), bottom: Math.max(a.y, b.y) })

/** The steps of the open branch whose cards a box touches, oldest first; those in a folded run are not among them. */
export function stepsIn(placed: Placed, places: readonly LanePlace[], box: Box): readonly MessageId[] {
  const found: MessageId[] = []
  const [newest, oldest] = [Math.max(0, indexAt(placed, box.bottom) - 1), Math.min(placed.rows.length - 1, indexAt(placed, box.top) + 1)]
  for (let index = oldest; index >= newest; index -= 1) {
    const [row, place] = [placed.rows[index], places[index]]
    if (row === undefined || place === undefined || row.isMerge || row.fold !== null || row.state === 'out') continue
    if (touches(cardBox(placed, index, place.lane), box)) found.push(row.messageId)
  }
  return found
}

const touches = (a: Box, b: Box): boolean => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
