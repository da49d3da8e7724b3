import { dashOf } from '../theme/readTheme.ts'
import type { DrawnTheme } from '../theme/readTheme.ts'
import { cardStart, laneX, yOf } from './canvasGeometry.ts'
import type { Point, Size } from './canvasGeometry.ts'
import type { Drawing, Emphasis, Stroke } from './drawing.ts'
import { radius } from './elbow.ts'
import { indexesIn } from './rowsInView.ts'
import type { RowSpan } from './rowsInView.ts'
import type { Viewport } from './viewport.ts'

/** Widths at 100 %. */
const width = { current: 2.5, other: 1.75, way: 3.25, stub: 1.25 }
const quiet = 0.55

/** All lines in view: the lane of the focused step in full colour, the others quieter, and over them, thicker, the way that leads to it. */
export function paintLines(ctx: CanvasRenderingContext2D, { strokes }: Drawing, emphasis: Emphasis, view: Viewport, size: Size, theme: DrawnTheme): void {
  for (const stroke of strokes) paintStroke(ctx, stroke, stroke.colour === 0 ? width.current : width.other, stroke.colour === emphasis.colour ? 1 : quiet, view, size, theme)
  for (const stroke of emphasis.strokes) paintStroke(ctx, stroke, width.way, 1, view, size, theme)
  ctx.globalAlpha = 1
  ctx.setLineDash([])
}

function paintStroke(ctx: CanvasRenderingContext2D, stroke: Stroke, wide: number, alpha: number, view: Viewport, size: Size, theme: DrawnTheme): void {
  if (stroke.bottom * view.zoom + view.y < 0 || stroke.top * view.zoom + view.y > size.height) return
  const lineWidth = Math.max(1, wide * Math.min(1.5, Math.max(0.7, view.zoom)))
  ctx.globalAlpha = alpha
  ctx.strokeStyle = theme.lane[stroke.colour] ?? theme.text3
  ctx.lineWidth = lineWidth
  ctx.setLineDash(stroke.isDashed ? [4, 3] : dashOf(theme, stroke.colour))
  ctx.beginPath()
  trace(ctx, stroke, view, size, Math.round(lineWidth) % 2 === 1 ? 0.5 : 0)
  ctx.stroke()
}

/** Upright parts stand on whole pixels, and end a little outside the pane however long they are. */
function trace(ctx: CanvasRenderingContext2D, { bends }: Stroke, view: Viewport, { height }: Size, half: number): void {
  const place = ({ x, y }: Point): Point => ({ x: Math.round(x * view.zoom + view.x) + half, y: Math.min(height + beyond, Math.max(-beyond, y * view.zoom + view.y)) })
  bends.forEach(({ at, isCorner }, nth) => {
    const [here, next] = [place(at), bends[nth + 1]]
    if (nth === 0) ctx.moveTo(here.x, here.y)
    else if (!isCorner || next === undefined) ctx.lineTo(here.x, here.y)
    else ctx.arcTo(here.x, here.y, place(next.at).x, place(next.at).y, radius * view.zoom)
  })
}
const beyond = 200

/** From each mark to its card. */
export function paintStubs(ctx: CanvasRenderingContext2D, { placed, places }: Drawing, span: RowSpan, view: Viewport, theme: DrawnTheme): void {
  const { from, to } = indexesIn(placed, span)
  ctx.lineWidth = Math.max(1, width.stub * view.zoom)
  ctx.globalAlpha = 0.5
  for (let index = from; index < to; index += 1) {
    const place = places[index]
    if (place === undefined) continue
    const [x, y] = [laneX(place.lane) * view.zoom + view.x, yOf(placed, index) * view.zoom + view.y]
    ctx.strokeStyle = theme.lane[place.colour] ?? theme.text3
    ctx.beginPath()
    ctx.moveTo(x, y)
    ctx.lineTo(x + cardStart * view.zoom, y)
    ctx.stroke()
  }
  ctx.globalAlpha = 1
}

/** The grid of dots that the surface is made of; wider where it would be a haze. */
export function paintDots(ctx: CanvasRenderingContext2D, view: Viewport, size: Size, theme: DrawnTheme): void {
  if (theme.isBare) return // where contrast is high, nothing is drawn that says nothing
  const dot = Math.max(1, Math.round(1.6 * view.zoom))
  let pitch = 20 * view.zoom
  while (pitch < 16) pitch *= 2
  ctx.fillStyle = theme.dot
  for (let x = view.x % pitch; x < size.width; x += pitch) for (let y = view.y % pitch; y < size.height; y += pitch) ctx.fillRect(Math.round(x), Math.round(y), dot, dot)
}
