import { useStoreApi } from '@xyflow/react'
import { useState } from 'react'
import type { RailRow } from '../graph/rows.ts'
import { indexAt } from './canvasGeometry.ts'
import type { Placed } from './canvasGeometry.ts'
import { useSelection } from '../state/selection.ts'
import { useCanvasCursor } from './canvasCursor.ts'
import { keepPlace } from './keepPlace.ts'

/** Places the rows; when others come, what is looked at stays where it is. */
export function usePlaced(rows: readonly RailRow[]): Placed {
  const flow = useStoreApi()
  const [placed, setPlaced] = useState<Placed>({ rows, origin: 0 })
  if (placed.rows === rows) return placed
  const next = keepPlace(placed, rows, watchedIn(placed, flow.getState()))
  setPlaced(next)
  return next
}

/** The run that was just opened or folded, else the step that was just chosen where it is in view, else the middle of the view. */
function watchedIn(placed: Placed, { transform, height }: { readonly transform: readonly [number, number, number]; readonly height: number }): number {
  const { still } = useCanvasCursor.getState()
  const run = still === null ? -1 : placed.rows.findIndex(({ hash, fold }) => (fold?.oldest ?? hash) === still)
  if (run >= 0) return run
  const rowAt = (y: number): number => indexAt(placed, (y - transform[1]) / transform[2])
  const { focused } = useSelection.getState()
  const chosen = placed.rows.findIndex(({ messageId, fold }) => fold === null && messageId === focused)
  return chosen >= 0 && between(chosen, rowAt(0), rowAt(height)) ? chosen : rowAt(height / 2)
}

const between = (at: number, one: number, other: number): boolean => at >= Math.min(one, other) && at <= Math.max(one, other)
