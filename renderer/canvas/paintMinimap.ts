import type { LaneLine } from '../graph/lanes.ts'
import { signOf } from '../graph/RailMark.tsx'
import type { DrawnTheme } from '../theme/readTheme.ts'
import { noOf } from './canvasGeometry.ts'
import type { Placed } from './canvasGeometry.ts'
import { mapX, mapY, minimapWidth } from './minimapGeometry.ts'
import type { Drawing } from './drawing.ts'
import type { MinimapScale } from './minimapGeometry.ts'

export type MinimapPicture = Pick<Drawing, 'placed' | 'places' | 'lines'> & {
  /** The row with which the context goes over its budget; −1 for none. */
  readonly overBudget: number
  readonly focused: number
}
type Ctx = CanvasRenderingContext2D

/** All lanes from the oldest loaded step to the newest, what is of note on them, and where the budget ends. */
export function paintMinimap(ctx: Ctx, picture: MinimapPicture, scale: MinimapScale, theme: DrawnTheme): void {
  ctx.clearRect(0, 0, minimapWidth, scale.height)
  for (const line of picture.lines) paintLine(ctx, picture.placed, line, scale, theme)
  picture.placed.rows.forEach((_, index) => paintRow(ctx, picture, index, scale, theme))
  if (picture.overBudget < 0) return
  ctx.strokeStyle = theme.danger
  ctx.lineWidth = 1.25
  ctx.beginPath()
  const y = mapY(scale, noOf(picture.placed, picture.overBudget) - 0.5)
  ctx.moveTo(10, y)
  ctx.lineTo(minimapWidth - 10, y)
  ctx.stroke()
}

function paintLine(ctx: Ctx, placed: Placed, line: LaneLine, scale: MinimapScale, theme: DrawnTheme): void {
  const [start, via, end] = [mapX(scale, line.olderLane), mapX(scale, line.via), mapX(scale, line.newerLane)]
  const [top, bottom] = [mapY(scale, noOf(placed, line.older)), mapY(scale, noOf(placed, line.newer))]
  const bend = Math.min(scale.pitch, (bottom - top) / 2)
  ctx.strokeStyle = theme.lane[line.colour] ?? theme.text3
  ctx.lineWidth = line.colour === 0 ? 2 : 1.5
  ctx.beginPath()
  ctx.moveTo(start, top)
  if (start !== via) ctx.bezierCurveTo(start, top + bend * 0.62, via, top + bend * 0.38, via, top + bend)
  ctx.lineTo(via, end === via ? bottom : bottom - bend)
  if (end !== via) ctx.bezierCurveTo(via, bottom - bend * 0.38, end, bottom - bend * 0.62, end, bottom)
  ctx.stroke()
}

/** From this pitch on every row has a dot; below, only what is of note. */
const roomy = 7

function paintRow(ctx: Ctx, { placed, places, focused }: MinimapPicture, index: number, scale: MinimapScale, theme: DrawnTheme): void {
  const [row, place] = [placed.rows[index], places[index]]
  if (row === undefined || place === undefined) return
  const sign = signOf(row)
  const isOfNote = sign === 'summary' || sign === 'merge' || row.branches.length > 0 || index === focused
  if (!isOfNote && scale.pitch < roomy) return
  const [x, y, lane] = [mapX(scale, place.lane), mapY(scale, noOf(placed, index)), theme.lane[place.colour] ?? theme.text3]
  if (index === focused) dot(ctx, x, y, 5.5, theme.accent)
  if (sign === 'summary') return shape(ctx, x, y, 6, theme.summarySoft, theme.summary)
  if (sign === 'merge') return shape(ctx, x, y, 4, theme.halo, theme.merge)
  const isHollow = row.state !== 'in' && row.state !== 'pinned'
  dot(ctx, x, y, 3, isHollow ? theme.hollow : lane)
  if (isHollow) outline(ctx, lane)
}

function dot(ctx: Ctx, x: number, y: number, radius: number, fill: string): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.fillStyle = fill
  ctx.fill()
}

function outline(ctx: Ctx, stroke: string): void {
  ctx.strokeStyle = stroke
  ctx.lineWidth = 1.25
  ctx.stroke()
}

/** A summary has six corners, a merge four. */
function shape(ctx: Ctx, x: number, y: number, corners: 4 | 6, fill: string, stroke: string): void {
  ctx.beginPath()
  for (let nth = 0; nth < corners; nth += 1) ctx.lineTo(x + 5 * Math.cos((nth * 2 * Math.PI) / corners), y + 5 * Math.sin((nth * 2 * Math.PI) / corners))
  ctx.closePath()
  ctx.fillStyle = fill
  ctx.fill()
  outline(ctx, stroke)
}
