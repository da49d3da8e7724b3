import '@xyflow/react/dist/base.css'
import { ReactFlow } from '@xyflow/react'
import type { EdgeTypes, NodeTypes } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import type { Fold } from './foldRuns.ts'
import { chooseByClick, chooseByKey } from '../state/choosing.ts'
import { FoldRow } from './FoldRow.tsx'
import { LaneEdge } from './LaneEdge.tsx'
import { LaneHandles } from './LaneHandles.tsx'
import { layLanes } from './lanes.ts'
import { railGeometry, rowTop, stripGeometry } from './railGeometry.ts'
import type { RailRow } from './rows.ts'
import { rowId, StepRow } from './StepRow.tsx'
import { TailRow } from './TailRow.tsx'
import { toFlow } from './toFlow.ts'
import type { RailEdge, RailNode, RailTail } from './toFlow.ts'
import { useRailScroll } from './useRailScroll.ts'
import { walk } from './walk.ts'

export type RailViewProps = {
  /** Newest first. */
  readonly rows: readonly RailRow[]
  /** Steps before them that aren't loaded. */
  readonly older: number
  readonly tail: RailTail | null
  readonly branch: string
  /** Lane colours of the named branches. */
  readonly colours: ReadonlyMap<string, number>
  readonly selected: MessageId | null
  /** Steps chosen together. */
  readonly chosen: ReadonlySet<MessageId>
  /** Branches on which an answer is being written. */
  readonly answering: ReadonlySet<string>
  /** Messages whose answer failed. */
  readonly failed: ReadonlySet<MessageId>
  /** Marks only, 44 px wide. */
  readonly isStrip?: boolean
  readonly onSelect: (row: RailRow) => void
  readonly onOpen: (row: RailRow) => void
  readonly onOpenFold: (fold: Fold) => void
  /** The oldest loaded rows came into view. */
  readonly onReachOldest?: (() => void) | undefined
}

/** History as a grid of rows with lanes, newest at the bottom. One stop of Tab; the arrows move in it. It scrolls like any list; React Flow draws the rows in view and the lines between them. */
export function RailView(props: RailViewProps) {
  const { rows, older, tail, branch, colours, selected, chosen, answering, failed, isStrip = false } = props
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useMemo(() => layLanes(rows, rows.find((row) => row.isTip)?.hash ?? null, colours), [rows, colours])
  const { window, width } = useRailScroll(scroller, { rows, branch, hasTail: tail !== null, selected, onReachOldest: props.onReachOldest })
  const geometry = useMemo(() => (isStrip ? stripGeometry(layout.lastLane) : railGeometry(width, layout.lastLane)), [isStrip, width, layout.lastLane])
  const flow = useMemo(
    () => toFlow({ rows, older, layout, tail, geometry, branch, colours, selected, chosen, answering, failed }),
    [rows, older, layout, tail, geometry, branch, colours, selected, chosen, answering, failed],
  )
  const { nodes, edges } = useMemo(() => flow(window), [flow, window])
  const current = nodes.find((node) => node.type === 'step' && node.data.row.messageId === selected)
  return (
    <div
      ref={scroller}
      role="treegrid"
      aria-label="Steps, oldest first"
      aria-rowcount={older + rows.length + (tail ? 1 : 0)}
      aria-multiselectable="true"
      aria-activedescendant={current && rowId(current.id)}
      tabIndex={0}
      data-list="steps"
      data-drop="open"
      className="min-h-0 grow overflow-x-hidden overflow-y-auto"
      onKeyDown={(event) => move(event, props)}
    >
      <div style={{ height: rowTop(geometry, rows.length + (tail ? 1 : 0)) + 10, width: geometry.width }}>
        {geometry.width > 0 && (
          <ReactFlow<RailNode, RailEdge>
            ref={plainRole}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodeClick={(event, node) => {
              if (node.type === 'step' && !node.data.row.isMerge && !chooseByClick(event, node.data.row.messageId, () => messagesOf(props))) props.onSelect(node.data.row)
              if (node.type === 'fold') props.onOpenFold(node.data.fold)
            }}
            onNodeDoubleClick={(_, node) => node.type === 'step' && !node.data.row.isMerge && props.onOpen(node.data.row)}
            {...still}
          />
        )}
      </div>
    </div>
  )
}

const nodeTypes: NodeTypes = { step: StepRow, fold: FoldRow, tail: TailRow, end: LaneHandles }
const edgeTypes: EdgeTypes = { lane: LaneEdge }

/** The list around it scrolls and has the keys; nothing here moves by itself. */
const still = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  panOnDrag: false,
  panOnScroll: false,
  zoomOnScroll: false,
  zoomOnPinch: false,
  zoomOnDoubleClick: false,
  preventScrolling: false,
  disableKeyboardA11y: true,
  minZoom: 1,
  maxZoom: 1,
  defaultEdgeOptions: { domAttributes: { 'aria-hidden': true } }, // else each is a picture without a name
  proOptions: { hideAttribution: true },
} as const

/** React Flow calls itself an application; inside a grid that would hide the rows from assistive technology. */
const plainRole = (element: HTMLDivElement | null): void => element?.setAttribute('role', 'presentation')

/** The steps of the open branch as the rail has them, newest first. */
const messagesOf = ({ rows }: RailViewProps): readonly MessageId[] => rows.filter(({ state, isMerge }) => state !== 'out' && !isMerge).map(({ messageId }) => messageId)

const pageRows = 12

/** Up is older. */
function move(event: KeyboardEvent, props: RailViewProps): void {
  const { selected, onSelect, onOpen } = props
  const rows = props.rows.filter(({ isMerge }) => !isMerge) // nothing can be done with those
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const at = rows.findIndex((row) => row.messageId === selected)
  const last = rows.length - 1
  const end = Math.max(0, rows.findIndex((row) => row === walk(props.rows, null, 'head'))) // where you are, not what was said last on any branch
  const targets: { readonly [Key in string]?: number } = {
    ArrowUp: at + 1, k: at + 1, ArrowDown: at < 0 ? 0 : at - 1, j: at < 0 ? 0 : at - 1, PageUp: at + pageRows, PageDown: at - pageRows, Home: last, End: end, G: end,
  }
  const target = targets[event.key]
  const current = rows[at]
  const next = target === undefined ? undefined : rows[Math.min(last, Math.max(0, target))]
  if (chooseByKey(event, current?.messageId ?? null, next?.messageId ?? null)) return event.preventDefault()
  if (event.key === 'Enter' && current) onOpen(current)
  else if (target === undefined || last < 0) return
  else onSelect(next ?? (rows[0] as RailRow))
  event.preventDefault()
}
