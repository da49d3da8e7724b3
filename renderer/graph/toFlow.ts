import { Position } from '@xyflow/react'
import type { Edge, Node } from '@xyflow/react'
import type { MessageId } from '../../core/model/ids.ts'
import type { RowPlace } from './describeRow.ts'
import type { Fold } from './foldRuns.ts'
import { joinStraight } from './joinStraight.ts'
import type { LaneLayout, LaneLine, LanePlace } from './lanes.ts'
import type { RailGeometry, Span } from './railGeometry.ts'
import { linePath, rowTop } from './railGeometry.ts'
import type { RailWindow } from './railWindow.ts'
import type { RailRow } from './rows.ts'
import { stepNumbers } from './stepNumbers.ts'

/** What stands under the newest step of the current branch: an answer being written, or one that was cut. It is no step yet. */
export type RailTail = { readonly kind: 'live' | 'partial'; readonly text: string }
export type BranchLabel = { readonly name: string; readonly colour: number; readonly isCurrent: boolean; readonly isAnswering: boolean }

/** `index`: its place in the whole list, the oldest is 1. */
export type RowAt = RowPlace & { readonly index: number }

export type StepNode = Node<
  { readonly row: RailRow; readonly place: LanePlace; readonly at: RowAt; readonly chips: readonly BranchLabel[]; readonly isSelected: boolean; /** Chosen with the selected one. */ readonly isAlong: boolean; readonly hasFailed: boolean; readonly geometry: RailGeometry },
  'step'
>
export type FoldNode = Node<{ readonly row: RailRow; readonly fold: Fold; readonly place: LanePlace; readonly at: RowAt; readonly geometry: RailGeometry }, 'fold'>
export type TailNode = Node<{ readonly tail: RailTail; readonly index: number; readonly geometry: RailGeometry }, 'tail'>
export type EndNode = Node<Record<string, never>, 'end'>
export type RailNode = StepNode | FoldNode | TailNode | EndNode
export type RailEdge = Edge<{ readonly path: string; readonly colour: number; readonly isDashed: boolean }, 'lane'>
export type RailFlow = { readonly nodes: RailNode[]; readonly edges: RailEdge[] }

export type RailPicture = {
  /** Newest first. */
  readonly rows: readonly RailRow[]
  /** Steps before them that aren't loaded. */
  readonly older: number
  readonly layout: LaneLayout
  readonly tail: RailTail | null
  readonly geometry: RailGeometry
  readonly branch: string
  /** Lane colours of the named branches. */
  readonly colours: ReadonlyMap<string, number>
  readonly selected: MessageId | null
  /** Steps chosen together. */
  readonly chosen: ReadonlySet<MessageId>
  readonly answering: ReadonlySet<string>
  readonly failed: ReadonlySet<MessageId>
}

/**
 * Turns a picture into what React Flow draws of it in a window. A row that was drawn before is the same object again, so scrolling only draws
 * what is new. Sizes are given, so nothing is measured. Lines know their own paths and hang on two end nodes; steps need no handles.
 */
export function toFlow(picture: RailPicture): (window: RailWindow) => RailFlow {
  const { rows, layout, geometry, tail } = picture
  const steps = new Map<number, StepNode | FoldNode>()
  const numbers = stepNumbers(rows, picture.older)
  const step = (fromTop: number): StepNode | FoldNode => {
    const known = steps.get(fromTop) ?? stepNode(picture, fromTop, numbers)
    steps.set(fromTop, known)
    return known
  }
  const tip = tail ? rows.findIndex((row) => row.isTip) : -1
  const { seen, beyond } = partAt(rows.findIndex((row) => row.isHead && !row.isTip), layout)
  const dashed = new Set(joinStraight(beyond).concat(tip < 0 ? [] : [tailLine(tip)]))
  const lines = [...joinStraight(seen), ...dashed]
  return ({ from, to }) => {
    const window = { from: Math.min(from, rows.length), to: Math.min(to, rows.length) } // there may be fewer rows than when the list last scrolled
    const span = { top: rowTop(geometry, window.from), bottom: rowTop(geometry, window.to + (tail ? 1 : 0)) }
    const mounted = Array.from({ length: Math.max(0, window.to - window.from) }, (_, nth) => step(window.from + nth))
    const last = tail && window.to >= rows.length ? [tailNode(picture, tail)] : []
    return { nodes: [...endNodes, ...mounted, ...last], edges: lines.filter((line) => isNear(line, rows.length, window)).map((line) => edge(picture, line, span, dashed.has(line))) }
  }
}

const isNear = (line: LaneLine, count: number, { from, to }: RailWindow): boolean => count - 1 - line.newer >= from && count - 1 - line.older < to

/** The way back from an old step that is looked at to the end of its branch is told from what is in the view. */
function partAt(head: number, { lines, places }: LaneLayout): { readonly seen: readonly LaneLine[]; readonly beyond: readonly LaneLine[] } {
  const isBeyond = ({ older, newerLane, olderLane }: LaneLine): boolean => places[head]?.lane === 0 && older <= head && newerLane === 0 && olderLane === 0
  return { seen: lines.filter((line) => !isBeyond(line)), beyond: lines.filter(isBeyond) }
}

/** From the newest step of the branch down to the answer that isn't a step yet: the place of index −1. */
const tailLine = (head: number): LaneLine => ({ older: head, newer: -1, olderLane: 0, newerLane: 0, via: 0, colour: 0 })

/** React Flow calls each a node; inside a grid it is nothing of its own. */
const plain = { 'aria-roledescription': undefined }
const above = 'above'
const below = 'below'
const ends = [
  { type: 'source' as const, position: Position.Bottom, x: 0, y: 0, width: 1, height: 1 },
  { type: 'target' as const, position: Position.Top, x: 0, y: 0, width: 1, height: 1 },
]
const endNodes: readonly EndNode[] = [above, below].map((id) => ({ id, type: 'end', position: { x: 0, y: 0 }, data: {}, ...size(1, 1), handles: ends }))

function stepNode({ rows, older, layout, geometry, branch, colours, selected, chosen, answering, failed }: RailPicture, fromTop: number, numbers: readonly (number | null)[]): StepNode | FoldNode {
  const index = rows.length - 1 - fromTop
  const at = { branch, number: numbers[index] ?? null, index: older + fromTop + 1 }
  const [row, place] = [rows[index] as RailRow, layout.places[index] as LanePlace]
  if (row.fold) return { id: row.hash, type: 'fold', position: { x: 0, y: rowTop(geometry, fromTop) }, data: { row, fold: row.fold, place, at, geometry }, ...size(geometry.width, geometry.rowHeight) }
  const chips = row.branches.map((name) => ({ name, colour: colours.get(name) ?? place.colour, isCurrent: name === branch, isAnswering: name !== branch && answering.has(name) }))
  return {
    id: row.hash,
    type: 'step',
    position: { x: 0, y: rowTop(geometry, fromTop) },
    data: { row, place, at, chips: chips.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent)), isSelected: row.messageId === selected || chosen.has(row.messageId), isAlong: row.messageId !== selected && chosen.has(row.messageId), hasFailed: failed.has(row.messageId), geometry },
    ...size(geometry.width, geometry.rowHeight),
  }
}

const tailNode = ({ rows, older, geometry }: RailPicture, tail: RailTail): TailNode => ({
  id: 'tail',
  type: 'tail',
  position: { x: 0, y: rowTop(geometry, rows.length) },
  data: { tail, index: older + rows.length + 1, geometry },
  ...size(geometry.width, geometry.rowHeight),
})

/** As React Flow would measure it. */
function size(width: number, height: number) {
  return { width, height, measured: { width, height }, domAttributes: plain }
}

function edge({ rows, geometry }: RailPicture, line: LaneLine, span: Span, isDashed: boolean): RailEdge {
  return {
    id: `${rows[line.newer]?.hash ?? 'tail'}<${rows[line.older]?.hash ?? 'older'}:${line.via}`,
    type: 'lane',
    source: above,
    target: below,
    data: { path: linePath(geometry, line, rows.length, span), colour: line.colour, isDashed },
  }
}
