import { useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { BranchLabel } from '../graph/toFlow.ts'
import type { RailRow } from '../graph/rows.ts'
import { onThemeChange, readTheme } from '../theme/readTheme.ts'
import type { DrawnTheme } from '../theme/readTheme.ts'
import { useCanvasCursor } from './canvasCursor.ts'
import type { Size } from './canvasGeometry.ts'
import type { Drawing, Emphasis } from './drawing.ts'
import { paintDots, paintLines, paintStubs } from './paintLines.ts'
import { paintMarks } from './paintMarks.ts'
import { spanOf } from './rowsInView.ts'
import { shownBox } from './viewport.ts'
import type { Viewport } from './viewport.ts'
import { levelOf } from './zoomLevel.ts'

type Props = { readonly drawing: Drawing; readonly emphasis: Emphasis; readonly size: Size; readonly labelsOf: (row: RailRow) => readonly BranchLabel[] }

/** Everything that is no card, on one canvas under the cards: dots, lines, and from far away the marks. Drawn anew with every move, without React. */
export function SurfaceLayer({ drawing, emphasis, size, labelsOf }: Props) {
  const ref = useRef<HTMLCanvasElement>(null)
  const flow = useStoreApi()
  const theme = useSyncExternalStore(onThemeChange, readTheme)
  useLayoutEffect(() => {
    const canvas = ref.current
    const ctx = canvas?.getContext('2d') ?? null
    if (canvas === null || ctx === null) return undefined
    const scale = devicePixelRatio
    canvas.width = Math.round(size.width * scale)
    canvas.height = Math.round(size.height * scale)
    const draw = ([x, y, zoom]: readonly [number, number, number]): void => {
      ctx.setTransform(scale, 0, 0, scale, 0, 0)
      paint(ctx, { drawing, emphasis, size, labelsOf }, { x, y, zoom }, theme)
    }
    draw(flow.getState().transform)
    return flow.subscribe(({ transform }, before) => {
      if (transform !== before.transform) draw(transform)
    })
  }, [flow, drawing, emphasis, size, labelsOf, theme])
  // Where a run opens or folds, the lines come back as the cards arrive.
  useLayoutEffect(() => {
    if (useCanvasCursor.getState().still !== null && isMotionWelcome()) ref.current?.animate([{ opacity: 0.15 }, { opacity: 1 }], { duration: 280, easing: 'ease-in' })
  }, [drawing.placed])
  return <canvas ref={ref} aria-hidden="true" className="pointer-events-none absolute inset-0 size-full" />
}

function paint(ctx: CanvasRenderingContext2D, { drawing, emphasis, size, labelsOf }: Props, view: Viewport, theme: DrawnTheme): void {
  ctx.clearRect(0, 0, size.width, size.height)
  paintDots(ctx, view, size, theme)
  paintLines(ctx, drawing, emphasis, view, size, theme)
  if (levelOf(view.zoom) === 'far') return paintMarks(ctx, drawing, emphasis, view, size, theme, labelsOf)
  const { top, bottom } = shownBox(view, size)
  paintStubs(ctx, drawing, spanOf(top, bottom), view, theme)
}

const isMotionWelcome = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches
