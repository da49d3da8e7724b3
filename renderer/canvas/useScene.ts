import { useCallback, useMemo } from 'react'
import { layLanes } from '../graph/lanes.ts'
import type { LaneLayout } from '../graph/lanes.ts'
import type { RailRow } from '../graph/rows.ts'
import type { BranchLabel } from '../graph/toFlow.ts'
import type { GraphSteps } from '../graph/useGraphSteps.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useHitsIn } from '../state/hits.ts'
import { useSelection } from '../state/selection.ts'
import { budgetRow } from './budgetRow.ts'
import { useCanvasCursor } from './canvasCursor.ts'
import { boundsOf } from './canvasGeometry.ts'
import type { Box, Placed } from './canvasGeometry.ts'
import { toDrawing, toEmphasis } from './drawing.ts'
import type { Drawing, Emphasis } from './drawing.ts'
import type { MinimapPicture } from './paintMinimap.ts'

/** The surface as it stands now, whatever part of it is in view. */
export type Scene = {
  readonly placed: Placed
  readonly layout: LaneLayout
  readonly labelsOf: (row: RailRow) => readonly BranchLabel[]
  /** How many steps follow a step, by hash. */
  readonly children: ReadonlyMap<string, number>
  readonly drawing: Drawing
  readonly emphasis: Emphasis
  readonly bounds: Box
  readonly minimap: MinimapPicture
  /** The row that has the keyboard: a step, or a folded run; −1 for none. */
  readonly cursor: number
}

export function useScene(placed: Placed, graph: GraphSteps, { tract, overview }: Current): Scene {
  const { branch, colours, answering, tail } = graph
  const { rows } = placed
  const focused = useSelection((selection) => selection.focused)
  const chosen = useSelection((selection) => selection.chosen)
  const run = useCanvasCursor((cursor) => cursor.run)
  const layout = useMemo(() => layLanes(rows, rows.find(({ isTip }) => isTip)?.hash ?? null, colours), [rows, colours])
  const labelsOf = useCallback((row: RailRow): readonly BranchLabel[] => labels(row, branch, colours, answering), [branch, colours, answering])
  const children = useMemo(() => childrenOf(rows), [rows])
  const drawing = useMemo(() => toDrawing(placed, layout, tail), [placed, layout, tail])
  const step = useMemo(() => rowOf(rows, focused), [rows, focused])
  const cursor = run === null ? step : rows.findIndex(({ fold }) => fold?.oldest === run)
  const emphasis = useMemo(() => toEmphasis(placed, layout, cursor, chosen), [placed, layout, cursor, chosen])
  const bounds = useMemo(() => boundsOf(placed, layout, tail !== null), [placed, layout, tail])
  const { tokenCount, budget } = overview.status
  const overBudget = useMemo(() => budgetRow(rows, tokenCount, budget?.max ?? null), [rows, tokenCount, budget])
  const hits = useHitsIn(tract)
  const minimap = useMemo((): MinimapPicture => ({ ...drawing, overBudget, focused: cursor, hits }), [drawing, overBudget, cursor, hits])
  return { placed, layout, labelsOf, children, drawing, emphasis, bounds, minimap, cursor }
}

/** The row of a message: the one on the open branch where copies of it stand on several. */
function rowOf(rows: readonly RailRow[], message: string | null): number {
  if (message === null) return -1
  const own = rows.findIndex(({ messageId, fold, state }) => messageId === message && fold === null && state !== 'out')
  return own >= 0 ? own : rows.findIndex(({ messageId, fold }) => messageId === message && fold === null)
}

function labels({ branches }: RailRow, branch: string, colours: ReadonlyMap<string, number>, answering: ReadonlySet<string>): readonly BranchLabel[] {
  const all = branches.map((name) => ({ name, colour: colours.get(name) ?? 0, isCurrent: name === branch, isAnswering: name !== branch && answering.has(name) }))
  return all.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
}

function childrenOf(rows: readonly RailRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { parents } of rows) for (const parent of parents) counts.set(parent, (counts.get(parent) ?? 0) + 1)
  return counts
}
