import { useReactFlow } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { setCamera } from '../state/camera.ts'
import { cardBox, laneX, yOf } from './canvasGeometry.ts'
import type { Box, Placed, Size } from './canvasGeometry.ts'
import type { LanePlace } from '../graph/lanes.ts'
import { centredOn, fitView, reveal, zoomedTo } from './viewport.ts'
import type { Viewport } from './viewport.ts'
import { steppedZoom } from './zoomLevel.ts'

export type SurfaceCamera = { /** Moves as little as needed to have a row in view. */ readonly show: (index: number) => void }
type Facts = { readonly placed: Placed; readonly places: readonly LanePlace[]; readonly bounds: Box; readonly size: Size }

/** Moves the view: for the keys and buttons of the window, and to keep what has the focus in sight. */
export function useSurfaceCamera({ placed, places, bounds, size }: Facts): SurfaceCamera {
  const flow = useReactFlow()
  const head = placed.rows.findIndex(({ isHead }) => isHead)
  const headLane = places[head]?.lane ?? 0
  const aim = useRef<Viewport | null>(null) // where the view glides to: the next press goes on from there
  useEffect(() => {
    const move = (to: Viewport): void => {
      aim.current = to
      void flow.setViewport(to, glide()).then(() => {
        if (aim.current === to) aim.current = null
      })
    }
    const view = (): Viewport => aim.current ?? flow.getViewport()
    setCamera({
      zoom: (to) => move(zoomedTo(view(), size, steppedZoom(view().zoom, to))),
      fit: () => move(fitView(bounds, size)),
      centreHead: () => move(centredOn({ x: Math.max(laneX(headLane), size.width / 2), y: yOf(placed, Math.max(0, head)) }, size, 1)),
    })
    return () => setCamera(null)
  }, [flow, placed, head, headLane, bounds, size])
  return useMemo(
    () => ({
      show: (index) => {
        const [view, lane] = [flow.getViewport(), places[index]?.lane]
        const to = lane === undefined ? view : reveal(view, cardBox(placed, index, lane), size)
        if (to !== view) void flow.setViewport(to, glide())
      },
    }),
    [flow, placed, places, size],
  )
}

/** 200 ms, or at once for those who want no motion. */
const glide = () => ({ duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200, interpolate: 'linear' as const })
