import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { PointerEvent } from 'react'
import { onThemeChange, readTheme } from '../theme/readTheme.ts'
import type { Box, Size } from './canvasGeometry.ts'
import { middleFor, minimapScale, minimapWidth, viewOnMap } from './minimapGeometry.ts'
import { paintMinimap } from './paintMinimap.ts'
import type { MinimapPicture } from './paintMinimap.ts'
import { shownBox } from './viewport.ts'

type Props = { readonly picture: MinimapPicture; readonly lastLane: number; readonly bounds: Box; /** Of the surface beside it. */ readonly size: Size }

/** Everything that is loaded, small, and a frame around what is in view: click to go there, drag the frame to move along. */
export function Minimap({ picture, lastLane, bounds, size }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const store = useStoreApi()
  const flow = useReactFlow()
  const theme = useSyncExternalStore(onThemeChange, readTheme)
  const scale = useMemo(() => minimapScale(picture.placed, lastLane, size.height), [picture.placed, lastLane, size.height])

  useLayoutEffect(() => {
    const ctx = canvas.current?.getContext('2d') ?? null
    if (canvas.current === null || ctx === null) return
    canvas.current.width = Math.round(minimapWidth * devicePixelRatio)
    canvas.current.height = Math.round(size.height * devicePixelRatio)
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    paintMinimap(ctx, picture, scale, theme)
  }, [picture, scale, size.height, theme])

  useLayoutEffect(() => {
    const place = ([x, y, zoom]: readonly [number, number, number]): void => {
      const { top, height } = viewOnMap(scale, shownBox({ x, y, zoom }, size))
      frame.current?.style.setProperty('transform', `translateY(${top}px)`)
      frame.current?.style.setProperty('height', `${height}px`)
    }
    place(store.getState().transform)
    return store.subscribe(({ transform }, before) => {
      if (transform !== before.transform) place(transform)
    })
  }, [store, scale, size])

  const moveTo = (middle: number): void => {
    const { x, zoom } = flow.getViewport()
    void flow.setViewport({ x, y: size.height / 2 - middleFor(scale, middle, bounds) * zoom, zoom })
  }
  return (
    <div aria-hidden="true" data-minimap="" className="relative shrink-0 cursor-default touch-none overflow-hidden border-l border-line bg-pane" style={{ width: minimapWidth }} onPointerDown={(event) => drag(event, frame.current, moveTo)}>
      <div ref={frame} className="absolute inset-x-1 top-0 rounded-sm bg-hover inset-ring inset-ring-strong" />
      <canvas ref={canvas} className="pointer-events-none absolute inset-0 size-full" />
    </div>
  )
}

/** On the frame it is taken where it was grasped; beside it, its middle comes there first. */
function drag(event: PointerEvent<HTMLElement>, frame: HTMLElement | null, moveTo: (middle: number) => void): void {
  if (event.button !== 0 || frame === null) return
  event.preventDefault()
  const strip = event.currentTarget
  const top = strip.getBoundingClientRect().top
  const box = frame.getBoundingClientRect()
  const isOnFrame = event.clientY >= box.top && event.clientY <= box.bottom
  const grasp = isOnFrame ? event.clientY - (box.top + box.height / 2) : 0
  if (!isOnFrame) moveTo(event.clientY - top)
  strip.setPointerCapture(event.pointerId)
  const onMove = (moved: globalThis.PointerEvent): void => moveTo(moved.clientY - grasp - top)
  const onEnd = (): void => {
    strip.removeEventListener('pointermove', onMove)
    strip.removeEventListener('pointerup', onEnd)
    strip.removeEventListener('pointercancel', onEnd)
  }
  strip.addEventListener('pointermove', onMove)
  strip.addEventListener('pointerup', onEnd)
  strip.addEventListener('pointercancel', onEnd)
}
