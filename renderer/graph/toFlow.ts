import { Position } from '@xyflow/react'
import type { Edge, Node } from '@xyflow/react'
import type { CommitHash, MessageId } from '../../core/model/ids.ts'
import type { LaneLayout, LaneLine, LanePlace } from './lanes.ts'
import type { RailGeometry, Span } from './railGeometry.ts'
import { laneX, linePath, rowTop } from './railGeometry.ts'
import type { RailRow } from './rows.ts'

/** What stands under the newest step of the current branch: an answer being written, or one that was cut. It is no step yet. */
export type RailTail = { readonly kind: 'live' | 'partial'; readonly text: string }
export type BranchLabel = { readonly name: string; readonly colour: number; readonly isCurrent: boolean; readonly isAnswering: boolean }

export type StepNode = Node<
  { readonly row: RailRow; readonly place: LanePlace; readonly chips: readonly BranchLabel[]; readonly isSelected: boolean; readonly hasFailed: boolean; readonly geometry: RailGeometry },
  'step'
>
export type TailNode = Node<{ readonly tail: RailTail; readonly geometry: RailGeometry }, 'tail'>
export type EndNode = Node<Record<string, never>, 'end'>
export type RailNode = StepNode | TailNode | EndNode
export type RailEdge = Edge<{ readonly path: string; readonly colour: number; readonly isTrunk: boolean; readonly isDashed: boolean }, 'lane'>

export type RailPicture = {
  /** Newest first. */
  readonly rows: readonly RailRow[]
  readonly layout: LaneLayout
  readonly tail: RailTail | null
  readonly geometry: RailGeometry
  /** Rows to mount, counted from the oldest: first, and the one after the last. */
  readonly window: { readonly from: number; readonly to: number }
  readonly branch: string
  readonly colours: ReadonlyMap<string, number>
  readonly selected: MessageId | null
  readonly answering: ReadonlySet<string>
  readonly failed: ReadonlySet<MessageId>
}

/** Nodes and lines of the rows in the window; what reaches beyond it hangs on two end nodes. Sizes and handles are given, so nothing is measured. */
export function toFlow(picture: RailPicture): { nodes: RailNode[]; edges: RailEdge[] } {
  const { rows, window, geometry, tail } = picture
  const mounted = rows.slice(Math.max(0, rows.length - window.to), rows.length - window.from)
  const span = { top: rowTop(geometry, window.from), bottom: rowTop(geometry, window.to) }
  const nodes: RailNode[] = [...endNodes(span), ...mounted.toReversed().map((row, nth) => stepNode(picture, row, window.from + nth))]
  if (tail && window.to >= rows.length) nodes.push(tailNode(picture, tail))
  const ids = new Set(nodes.map((node) => node.id))
  const lines = picture.layout.lines.filter((line) => isNear(line, rows.length, window)).map((line) => edge(picture, line, span, ids))
  const lead = tail && rows.findIndex((row) => row.isHead)
  return { nodes, edges: typeof lead === 'number' && lead >= 0 ? [...lines, tailEdge(picture, lead, span, ids)] : lines }
}

const isNear = (line: LaneLine, count: number, { from, to }: RailPicture['window']): boolean => count - 1 - line.newer >= from && count - 1 - line.older < to

/** Where lines end that leave the window. */
const endNodes = (span: Span): EndNode[] => [
  { id: above, type: 'end', position: { x: 0, y: span.top }, data: {}, ...sized(1, 1, 0) },
  { id: below, type: 'end', position: { x: 0, y: span.bottom }, data: {}, ...sized(1, 1, 0) },
]
const above = 'above'
const below = 'below'
const tailId = 'tail'

function stepNode({ rows, layout, geometry, branch, colours, selected, answering, failed }: RailPicture, row: RailRow, fromTop: number): StepNode {
  const place = layout.places[rows.length - 1 - fromTop] ?? { lane: 0, colour: 0 }
  const chips = row.branches.map((name) => ({ name, colour: colours.get(name) ?? place.colour, isCurrent: name === branch, isAnswering: name !== branch && answering.has(name) }))
  return {
    id: row.hash,
    type: 'step',
    position: { x: 0, y: rowTop(geometry, fromTop) },
    data: { row, place, chips: chips.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent)), isSelected: row.messageId === selected, hasFailed: failed.has(row.messageId), geometry },
    ...sized(geometry.width, geometry.rowHeight, laneX(geometry, place.lane)),
  }
}

const tailNode = ({ rows, geometry }: RailPicture, tail: RailTail): TailNode => ({
  id: tailId,
  type: 'tail',
  position: { x: 0, y: rowTop(geometry, rows.length) },
  data: { tail, geometry },
  ...sized(geometry.width, geometry.rowHeight, laneX(geometry, 0)),
})

/** Size and handles as React Flow would measure them. */
function sized(width: number, height: number, x: number) {
  const handle = { x, y: height / 2, width: 1, height: 1 }
  return {
    width,
    height,
    measured: { width, height },
    handles: [
      { type: 'source' as const, position: Position.Bottom, ...handle },
      { type: 'target' as const, position: Position.Top, ...handle },
    ],
  }
}

function edge({ rows, geometry }: RailPicture, line: LaneLine, span: Span, ids: ReadonlySet<string>): RailEdge {
  const [older, newer] = [rows[line.older]?.hash ?? above, rows[line.newer]?.hash ?? below]
  return {
    id: `${newer}<${older}:${line.via}`,
    type: 'lane',
    source: ids.has(older) ? older : above,
    target: ids.has(newer) ? newer : below,
    data: { path: linePath(geometry, line, rows.length, span), colour: line.colour, isTrunk: line.colour === 0, isDashed: false },
  }
}

/** From the newest step of the branch down to the answer that isn't a step yet. */
function tailEdge({ rows, geometry }: RailPicture, head: number, span: Span, ids: ReadonlySet<string>): RailEdge {
  const hash: CommitHash | undefined = rows[head]?.hash
  const line: LaneLine = { older: head, newer: -1, olderLane: 0, newerLane: 0, via: 0, colour: 0 }
  return {
    id: tailId,
    type: 'lane',
    source: hash && ids.has(hash) ? hash : above,
    target: ids.has(tailId) ? tailId : below,
    data: { path: linePath(geometry, line, rows.length, span), colour: 0, isTrunk: true, isDashed: true },
  }
}
