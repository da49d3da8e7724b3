import type { Node } from '@xyflow/react'
import type { RowPlace } from '../graph/describeRow.ts'
import type { LanePlace } from '../graph/lanes.ts'
import type { Fold } from '../graph/foldRuns.ts'
import type { RailRow } from '../graph/rows.ts'
import { stepNumbers } from '../graph/stepNumbers.ts'
import type { BranchLabel, RailTail } from '../graph/toFlow.ts'
import { cardHeight, cardStart, cardWidth, foldHeight, laneX, rowY, yOf } from './canvasGeometry.ts'
import type { Placed } from './canvasGeometry.ts'
import { indexesIn } from './rowsInView.ts'
import type { RowSpan } from './rowsInView.ts'
import type { ZoomLevel } from './zoomLevel.ts'

export type CardNode = Node<
  { readonly row: RailRow; readonly place: LanePlace; readonly at: RowPlace; readonly chips: readonly BranchLabel[]; readonly hasFailed: boolean; /** Branches that go on from here, where there are several. */ readonly forks: number; readonly isNear: boolean },
  'card'
>
export type ChipNode = Node<{ readonly row: RailRow; readonly fold: Fold; readonly place: LanePlace; readonly isNear: boolean }, 'fold'>
export type TailCardNode = Node<{ readonly tail: RailTail; readonly isNear: boolean }, 'tail'>
export type OlderNode = Node<{ readonly isLoading: boolean }, 'older'>
export type CanvasNode = CardNode | ChipNode | TailCardNode | OlderNode

export type CanvasPicture = {
  readonly placed: Placed
  /** The open branch. */
  readonly branch: string
  /** Steps of it that aren't loaded. */
  readonly before: number
  readonly places: readonly LanePlace[]
  readonly tail: RailTail | null
  readonly labelsOf: (row: RailRow) => readonly BranchLabel[]
  readonly failed: ReadonlySet<string>
  /** How many steps follow a step, by hash. */
  readonly children: ReadonlyMap<string, number>
  /** null: no older steps. */
  readonly older: 'waiting' | 'loading' | null
  readonly level: ZoomLevel
}

/** Turns a picture into the cards of a span. One that was made before is the same object again, so panning only draws what is new; sizes are given, so nothing is measured. */
export function toNodes(picture: CanvasPicture): (span: RowSpan) => CanvasNode[] {
  const { placed, tail, older, level } = picture
  const numbers = stepNumbers(placed.rows, picture.before)
  const made = new Map<number, CardNode | ChipNode>()
  const nodeAt = (index: number): CardNode | ChipNode => {
    const node = made.get(index) ?? rowNode(picture, index, numbers[index] ?? null)
    made.set(index, node)
    return node
  }
  const tailAt = tail === null ? null : tailNode(picture, tail)
  const olderAt = older === null ? null : olderNode(picture, older === 'loading')
  return (span) => {
    if (level === 'far') return []
    const { from, to } = indexesIn(placed, span)
    const rows = Array.from({ length: to - from }, (_, nth) => nodeAt(to - 1 - nth)) // oldest first: the order of reading
    return [...(olderAt !== null && to === placed.rows.length ? [olderAt] : []), ...rows, ...(tailAt !== null && from === 0 ? [tailAt] : [])]
  }
}

function rowNode({ placed, branch, places, labelsOf, failed, children, level }: CanvasPicture, index: number, number: number | null): CardNode | ChipNode {
  const [row, place] = [placed.rows[index] as RailRow, places[index] as LanePlace]
  const [x, y, isNear] = [laneX(place.lane) + cardStart, yOf(placed, index), level === 'near']
  if (row.fold !== null) {
    const height = isNear ? foldHeight : cardHeight
    return { id: row.fold.oldest, type: 'fold', position: { x, y: y - height / 2 }, data: { row, fold: row.fold, place, isNear }, style: untouched, ...size(height) }
  }
  const forks = children.get(row.hash) ?? 0
  return {
    id: row.hash, type: 'card', position: { x, y: y - cardHeight / 2 },
    data: { row, place, at: { branch, number }, chips: labelsOf(row), hasFailed: failed.has(row.messageId), forks: forks > 1 ? forks : 0, isNear },
    className: 'nopan', ...size(cardHeight),
  }
}

const tailNode = ({ placed, level }: CanvasPicture, tail: RailTail): TailCardNode => ({
  id: 'tail', type: 'tail', position: { x: laneX(0) + cardStart, y: rowY(placed.origin + 1) - cardHeight / 2 }, data: { tail, isNear: level === 'near' }, ...size(cardHeight),
})
const olderNode = ({ placed }: CanvasPicture, isLoading: boolean): OlderNode => ({
  id: 'older', type: 'older', position: { x: laneX(0) + cardStart, y: yOf(placed, placed.rows.length) - foldHeight / 2 }, data: { isLoading }, style: untouched, ...size(foldHeight),
})

/** It is narrower than its box: beside it the surface can be dragged. */
const untouched = { pointerEvents: 'none' } as const
/** React Flow calls each a node; inside a list box it is nothing of its own. */
const plain = { 'aria-roledescription': undefined }
/** As React Flow would measure it. */
function size(height: number) {
  return { width: cardWidth, height, measured: { width: cardWidth, height }, domAttributes: plain }
}
