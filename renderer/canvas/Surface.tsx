import '@xyflow/react/dist/base.css'
import './canvas.css'
import { ReactFlow } from '@xyflow/react'
import type { NodeTypes } from '@xyflow/react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TractId } from '../../core/model/ids.ts'
import type { GraphSteps } from '../graph/useGraphSteps.ts'
import { cardBox } from './canvasGeometry.ts'
import type { Size } from './canvasGeometry.ts'
import { keepStill } from './canvasCursor.ts'
import { FoldChip } from './FoldChip.tsx'
import { useKeptView, viewAsLeft } from './keptView.ts'
import { OlderChip } from './OlderChip.tsx'
import { reachesOldest } from './rowsInView.ts'
import { cardId, StepCard } from './StepCard.tsx'
import { SurfaceLayer } from './SurfaceLayer.tsx'
import { TailCard } from './TailCard.tsx'
import { toNodes } from './toNodes.ts'
import type { CanvasNode } from './toNodes.ts'
import { useChooseBox } from './useChooseBox.ts'
import { useInView } from './useInView.ts'
import type { Scene } from './useScene.ts'
import { useSurfaceActs } from './useSurfaceActs.ts'
import { useSurfaceCamera } from './useSurfaceCamera.ts'
import { extentOf, firstView, reveal } from './viewport.ts'
import type { Viewport } from './viewport.ts'
import { leastZoom, mostZoom } from './zoomLevel.ts'

type Props = { readonly scene: Scene; readonly graph: GraphSteps; readonly size: Size; readonly tract: TractId }

/** The steps as cards on a surface that is dragged and zoomed. For the keyboard and for assistive technology it is the same list as the rail. */
export function Surface({ scene, graph, size, tract }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [begin] = useState(() => beginAt(scene, size, tract))
  const { placed, layout, cursor } = scene
  const nodes = useNodes(scene, graph, size)
  const acts = useSurfaceActs(scene, graph)
  const { box, start } = useChooseBox(placed, layout.places)
  const extent = useMemo(() => extentOf(scene.bounds, size), [scene.bounds, size])
  useFollowFocus(scene, size, acts.wasClicked)
  useGliding(list, placed)
  useKeptView(tract, placed, size)
  const row = placed.rows[cursor]
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Steps on the surface, oldest first"
      aria-activedescendant={row && cardId(row.fold?.oldest ?? row.hash)}
      tabIndex={0}
      data-list="steps"
      data-drop="open"
      className="canvas-surface absolute inset-0 overflow-hidden"
      onKeyDown={acts.onKey}
      onMouseDownCapture={start}
      onPointerDownCapture={() => list.current?.focus({ preventScroll: true })}
    >
      <SurfaceLayer drawing={scene.drawing} emphasis={scene.emphasis} size={size} labelsOf={scene.labelsOf} />
      <ReactFlow<CanvasNode>
        ref={plainRole}
        nodes={nodes}
        nodeTypes={nodeTypes}
        defaultViewport={begin}
        translateExtent={extent}
        onNodeClick={(event, node) => {
          if ('row' in node.data) acts.onClick(event, node.data.row)
          else if (node.type === 'older') graph.onReachOldest()
        }}
        onNodeDoubleClick={(_, node) => 'row' in node.data && acts.onOpen(node.data.row)}
        {...held}
      />
      {box && <div aria-hidden="true" className="pointer-events-none absolute rounded-xs bg-selected inset-ring inset-ring-accent-line" style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }} />}
    </div>
  )
}

const nodeTypes: NodeTypes = { card: StepCard, fold: FoldChip, tail: TailCard, older: OlderChip }

/** The surface moves; the cards stay where the history puts them. */
const held = {
  minZoom: leastZoom,
  maxZoom: mostZoom,
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  panOnDrag: [0, 1],
  panOnScroll: true,
  panOnScrollSpeed: 1,
  zoomOnDoubleClick: false,
  disableKeyboardA11y: true,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  deleteKeyCode: null,
  panActivationKeyCode: null,
  proOptions: { hideAttribution: true },
}

/** React Flow calls itself an application; inside a list box that would hide the options from assistive technology. */
const plainRole = (element: HTMLDivElement | null): void => element?.setAttribute('role', 'presentation')

/** As it was left, else at its end; with the focused step in view, or where you are. */
function beginAt({ placed, layout, bounds, cursor }: Scene, size: Size, tract: TractId): Viewport {
  const left = viewAsLeft(tract, placed)
  const index = cursor >= 0 || left !== null ? cursor : placed.rows.findIndex(({ isHead }) => isHead)
  const [view, lane] = [left ?? firstView(bounds, size), layout.places[index]?.lane]
  return lane === undefined ? view : reveal(view, cardBox(placed, index, lane), size)
}

function useNodes({ placed, layout, labelsOf, children }: Scene, { branch, older: before, tail, failed, hasMore, isLoadingOlder, onReachOldest }: GraphSteps, size: Size): CanvasNode[] {
  const { span, level } = useInView(size)
  const older = hasMore ? (isLoadingOlder ? 'loading' : 'waiting') : null
  const nodesIn = useMemo(
    () => toNodes({ placed, branch, before, places: layout.places, tail, labelsOf, failed, children, older, level }),
    [placed, branch, before, layout.places, tail, labelsOf, failed, children, older, level],
  )
  useEffect(() => {
    if (reachesOldest(placed, span)) onReachOldest()
    // Only moving the view reads more: a folded history would else be read to its end at once, though nothing of it shows.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [span])
  return useMemo(() => nodesIn(span), [nodesIn, span])
}

/** What gets the focus comes into view; what a click gave it is there already. */
function useFollowFocus({ placed, layout, bounds, cursor }: Scene, size: Size, wasClicked: () => boolean): void {
  const { show } = useSurfaceCamera({ placed, places: layout.places, bounds, size })
  const row = placed.rows[cursor]
  const target = row?.fold?.oldest ?? row?.hash
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else if (target !== undefined && !wasClicked()) show(cursor)
    // Only another step moves the view: rows that come and go must not pull it back.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target])
}

/** Cards that find another place glide there, for as long as that takes. */
function useGliding(list: { readonly current: HTMLDivElement | null }, placed: Scene['placed']): void {
  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return undefined
    element.setAttribute('data-moving', '')
    const timer = setTimeout(() => {
      element.removeAttribute('data-moving')
      keepStill(null)
    }, glideMs)
    return () => clearTimeout(timer)
  }, [list, placed])
}
const glideMs = 320
