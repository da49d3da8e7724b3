import type { BranchLabel } from '../graph/toFlow.ts'
import { signOf } from '../graph/RailMark.tsx'
import type { MarkSign } from '../graph/RailMark.tsx'
import type { RailRow } from '../graph/rows.ts'
import type { DrawnTheme } from '../theme/readTheme.ts'
import { laneX, noOf, rowPitch } from './canvasGeometry.ts'
import type { Size } from './canvasGeometry.ts'
import type { Drawing, Emphasis } from './drawing.ts'
import type { Viewport } from './viewport.ts'

type Ctx = CanvasRenderingContext2D

/** The marks of the rows in view, where cards would be too small to read, and the names of the branches at their ends. */
export function paintMarks(ctx: Ctx, drawing: Drawing, emphasis: Emphasis, view: Viewport, size: Size, theme: DrawnTheme, labelsOf: (row: RailRow) => readonly BranchLabel[]): void {
  const { placed, places } = drawing
  const pitch = rowPitch * view.zoom
  const radius = Math.min(4.5, Math.max(1.5, pitch * 0.35))
  const newest = Math.max(0, placed.origin - Math.ceil((size.height - view.y) / pitch))
  const oldest = Math.min(placed.rows.length - 1, placed.origin - Math.floor(-view.y / pitch))
  const busy = new Map<number, number>() // the height at which a lane last had a plain mark
  for (let index = newest; index <= oldest; index += 1) {
    const [row, place] = [placed.rows[index], places[index]]
    if (row === undefined || place === undefined) continue
    const [x, y] = [laneX(place.lane) * view.zoom + view.x, noOf(placed, index) * pitch + view.y]
    const sign = signOf(row)
    const isPlain = (sign === 'in' || sign === 'out' || sign === 'replaced') && index !== emphasis.index && row.branches.length === 0
    if (isPlain && Math.abs((busy.get(place.lane) ?? Number.MAX_SAFE_INTEGER) - y) < radius) continue
    busy.set(place.lane, y)
    if (index === emphasis.index || emphasis.chosen.has(row.messageId)) ring(ctx, x, y, radius + 2.5, theme.accent, theme.halo)
    else if (row.isHead) ring(ctx, x, y, radius + 2.5, theme.headRing, theme.halo)
    paintMark(ctx, sign, x, y, radius, theme.lane[place.colour] ?? theme.text3, theme)
    paintLabels(ctx, labelsOf(row), x + radius + 8, y, theme)
  }
  if (drawing.tail !== null) paintMark(ctx, drawing.tail.kind, drawing.tail.at.x * view.zoom + view.x, drawing.tail.at.y * view.zoom + view.y, radius, theme.lane[0] ?? theme.text3, theme)
}

/** One sign, as the rail has it. */
export function paintMark(ctx: Ctx, sign: MarkSign, x: number, y: number, radius: number, lane: string, theme: DrawnTheme): void {
  const isOpen = sign === 'out' || sign === 'replaced' || sign === 'hidden' || sign === 'fold' || sign === 'live' || sign === 'partial'
  ctx.beginPath()
  shapes[sign](ctx, x, y, radius)
  ctx.fillStyle = isOpen ? theme.hollow : sign === 'summary' ? theme.summarySoft : sign === 'merge' ? theme.halo : lane
  ctx.strokeStyle = sign === 'summary' ? theme.summary : sign === 'merge' ? theme.merge : lane
  ctx.lineWidth = radius < 2.5 ? 1 : 1.5
  ctx.fill()
  if (isOpen || sign === 'summary' || sign === 'merge') ctx.stroke()
  if (sign !== 'hidden') return
  ctx.beginPath()
  ctx.moveTo(x - radius * 0.7, y + radius * 0.7)
  ctx.lineTo(x + radius * 0.7, y - radius * 0.7)
  ctx.stroke()
}

const circle = (ctx: Ctx, x: number, y: number, radius: number): void => ctx.arc(x, y, radius, 0, 2 * Math.PI)
const polygon = (ctx: Ctx, x: number, y: number, radius: number, corners: number): void => {
  for (let nth = 0; nth < corners; nth += 1) ctx.lineTo(x + radius * Math.cos((nth * 2 * Math.PI) / corners), y + radius * Math.sin((nth * 2 * Math.PI) / corners))
  ctx.closePath()
}
const shapes: { readonly [Sign in MarkSign]: (ctx: Ctx, x: number, y: number, radius: number) => void } = {
  in: circle,
  out: circle,
  replaced: circle,
  live: circle,
  partial: circle,
  hidden: circle,
  pinned: (ctx, x, y, radius) => ctx.rect(x - radius, y - radius, 2 * radius, 2 * radius),
  summary: (ctx, x, y, radius) => polygon(ctx, x, y, radius * 1.6, 6),
  merge: (ctx, x, y, radius) => polygon(ctx, x, y, radius * 1.4, 4),
  fold: (ctx, x, y, radius) => ctx.roundRect(x - radius * 0.8, y - radius * 1.5, radius * 1.6, radius * 3, radius * 0.8),
}

function ring(ctx: Ctx, x: number, y: number, radius: number, colour: string, halo: string): void {
  ctx.beginPath()
  circle(ctx, x, y, radius)
  ctx.fillStyle = halo
  ctx.fill()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5
  ctx.stroke()
}

/** The names of the branches that end here, of the size they have in the rail however small the rest is. */
function paintLabels(ctx: Ctx, labels: readonly BranchLabel[], left: number, y: number, theme: DrawnTheme): void {
  const [first] = labels
  if (first === undefined) return
  const text = labels.length > 1 ? `${first.name} +${labels.length - 1}` : first.name
  ctx.font = `500 11px ${theme.fontUi}`
  ctx.textBaseline = 'middle'
  const wide = ctx.measureText(text).width
  ctx.beginPath()
  ctx.roundRect(left, y - 9, wide + 12, 18, 5)
  ctx.fillStyle = first.isCurrent ? (theme.lane[0] ?? theme.text3) : theme.raised
  ctx.fill()
  ctx.strokeStyle = first.isCurrent ? (theme.lane[0] ?? theme.text3) : theme.border
  ctx.lineWidth = 1
  ctx.stroke()
  ctx.fillStyle = first.isCurrent ? theme.laneOn : theme.text
  ctx.fillText(text, left + 6, y + 0.5)
}
