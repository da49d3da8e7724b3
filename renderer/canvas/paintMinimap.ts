import type { MessageId } from '../../core/model/ids.ts'
import type { LaneLine } from '../graph/lanes.ts'
import { signOf } from '../graph/RailMark.tsx'
import { dashOf } from '../theme/readTheme.ts'
import type { DrawnTheme } from '../theme/readTheme.ts'
import { noOf } from './canvasGeometry.ts'
import type { Placed } from './canvasGeometry.ts'
import { mapX, mapY, minimapWidth } from './minimapGeometry.ts'
import type { Drawing } from './drawing.ts'
import type { MinimapScale } from './minimapGeometry.ts'
import { paintMark } from './paintMarks.ts'

export type MinimapPicture = Pick<Drawing, 'placed' | 'places' | 'lines'> & {
  /** The row with which the context goes over its budget; −1 for none. */
  readonly overBudget: number
  readonly focused: number
  /** What a search found. */
  readonly hits: ReadonlySet<MessageId>
}
type Ctx = CanvasRenderingContext2D

/** All lanes from the oldest loaded step to the newest, what is of note on them, and where the budget ends. */
export function paintMinimap(ctx: Ctx, picture: MinimapPicture, scale: MinimapScale, theme: DrawnTheme): void {
  ctx.clearRect(0, 0, minimapWidth, scale.height)
  for (const line of picture.lines) paintLine(ctx, picture.placed, line, scale, theme)
  ctx.setLineDash([])
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
  ctx.setLineDash(dashOf(theme, line.colour))
  ctx.beginPath()
  ctx.moveTo(start, top)
  if (start !== via) ctx.bezierCurveTo(start, top + bend * 0.62, via, top + bend * 0.38, via, top + bend)
  ctx.lineTo(via, end === via ? bottom : bottom - bend)
  if (end !== via) ctx.bezierCurveTo(via, bottom - bend * 0.38, end, bottom - bend * 0.62, end, bottom)
  ctx.stroke()
}

/** From this pitch on every row has a dot; below, only what is of note. */
const roomy = 7

function paintRow(ctx: Ctx, { placed, places, focused, hits }: MinimapPicture, index: number, scale: MinimapScale, theme: DrawnTheme): void {
  const [row, place] = [placed.rows[index], places[index]]
  if (row === undefined || place === undefined) return
  const sign = signOf(row)
  const isHit = row.fold === null && hits.has(row.messageId)
  const isOfNote = sign === 'summary' || sign === 'merge' || sign === 'pinned' || isHit || row.branches.length > 0 || index === focused
  if (!isOfNote && scale.pitch < roomy) return
  const [x, y, lane] = [mapX(scale, place.lane), mapY(scale, noOf(placed, index)), theme.lane[place.colour] ?? theme.text3]
  if (isHit) paintHit(ctx, x, y, theme)
  if (index === focused) dot(ctx, x, y, 5.5, theme.accent)
  paintMark(ctx, sign, x, y, 3, lane, theme)
}

/** A bar from the edge to its step: seen at a glance, whatever lane it is on. */
function paintHit(ctx: Ctx, x: number, y: number, theme: DrawnTheme): void {
  ctx.fillStyle = theme.warning
  ctx.fillRect(0, y - 1.5, 9, 3)
  ctx.fillRect(9, y - 0.5, x - 9, 1)
}

function dot(ctx: Ctx, x: number, y: number, radius: number, fill: string): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.fillStyle = fill
  ctx.fill()
}
