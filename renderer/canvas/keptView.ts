import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { TractId } from '../../core/model/ids.ts'
import type { RailRow } from '../graph/rows.ts'
import { indexAt, yOf } from './canvasGeometry.ts'
import type { Placed, Size } from './canvasGeometry.ts'
import { toSurface } from './viewport.ts'
import type { Viewport } from './viewport.ts'

/** Where the view stood, told by a row: places on the surface are chosen anew each time it opens. */
export type KeptView = { readonly row: string; /** The height in the pane at which the row stood. */ readonly height: number; readonly x: number; readonly zoom: number }

const kept = new Map<TractId, KeptView>()

/** The view of a tract as it was left in this window; null: it wasn't looked at, or what it showed is gone. */
export function viewAsLeft(tract: TractId, placed: Placed): Viewport | null {
  const view = kept.get(tract)
  return view === undefined ? null : viewAgain(view, placed)
}

/** Remembers the view for when the surface opens again. */
export function useKeptView(tract: TractId, placed: Placed, size: Size): void {
  const flow = useStoreApi()
  useEffect(
    () => () => {
      const [x, y, zoom] = flow.getState().transform
      const view = toKept({ x, y, zoom }, placed, size)
      if (view !== null) kept.set(tract, view)
    },
    [flow, tract, placed, size],
  )
}

export function toKept(view: Viewport, placed: Placed, size: Size): KeptView | null {
  const middle = indexAt(placed, toSurface(view, { x: 0, y: size.height / 2 }).y)
  const index = Math.min(placed.rows.length - 1, Math.max(0, middle))
  const row = placed.rows[index]
  return row === undefined ? null : { row: keyOf(row), height: yOf(placed, index) * view.zoom + view.y, x: view.x, zoom: view.zoom }
}

export function viewAgain({ row, height, x, zoom }: KeptView, placed: Placed): Viewport | null {
  const index = placed.rows.findIndex((each) => each.hash === row || keyOf(each) === row)
  return index < 0 ? null : { x, y: height - yOf(placed, index) * zoom, zoom }
}

const keyOf = ({ hash, fold }: RailRow): string => fold?.oldest ?? hash
