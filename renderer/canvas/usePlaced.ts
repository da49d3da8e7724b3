import { useStoreApi } from '@xyflow/react'
import { useState } from 'react'
import type { RailRow } from '../graph/rows.ts'
import { indexAt } from './canvasGeometry.ts'
import type { Placed } from './canvasGeometry.ts'
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

/** The run that was just opened or folded, else the middle of the view. */
function watchedIn(placed: Placed, { transform, height }: { readonly transform: readonly [number, number, number]; readonly height: number }): number {
  const { still } = useCanvasCursor.getState()
  const run = still === null ? -1 : placed.rows.findIndex(({ hash, fold }) => (fold?.oldest ?? hash) === still)
  return run >= 0 ? run : indexAt(placed, (height / 2 - transform[1]) / transform[2])
}
