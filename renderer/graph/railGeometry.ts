import type { LaneLine } from './lanes.ts'

/** Sizes in px. The strip is the rail without words, for small windows. */
export type RailGeometry = {
  readonly rowHeight: number
  readonly laneStart: number
  readonly lanePitch: number
  readonly padTop: number
  /** The last lane with a place of its own; the text starts after it, and lanes beyond share it. */
  readonly lastLane: number
  readonly width: number
}
export type Span = { readonly top: number; readonly bottom: number }

const mostLanes = 6

export const railGeometry = (width: number, lastLane: number): RailGeometry => ({ rowHeight: 28, laneStart: 16, lanePitch: 16, padTop: 6, lastLane: Math.min(lastLane, mostLanes), width })
export const stripGeometry = (lastLane: number): RailGeometry => ({ rowHeight: 28, laneStart: 15, lanePitch: 12, padTop: 6, lastLane: Math.min(lastLane, 1), width: 44 })

export const laneX = (geometry: RailGeometry, lane: number): number => geometry.laneStart + Math.min(lane, geometry.lastLane) * geometry.lanePitch
export const gutter = (geometry: RailGeometry): number => laneX(geometry, geometry.lastLane) + 12
/** The top of a row; `fromTop` counts from the oldest. */
export const rowTop = (geometry: RailGeometry, fromTop: number): number => geometry.padTop + fromTop * geometry.rowHeight

/**
 * The path of a line, from its older step down to its newer one: a cubic over one row where it leaves a lane, straight where it runs.
 * Straight parts are cut at `span`, so a line over ten thousand rows is as cheap as a short one.
 */
export function linePath(geometry: RailGeometry, line: LaneLine, rowCount: number, span: Span): string {
  const height = geometry.rowHeight
  const centre = (index: number): number => rowTop(geometry, rowCount - 1 - index) + height / 2
  const [x1, x2, via] = [laneX(geometry, line.olderLane), laneX(geometry, line.newerLane), laneX(geometry, line.via)]
  const [y1, y2] = [centre(line.older), centre(line.newer)]
  if (y2 - y1 <= height) return x1 === x2 ? `M${x1} ${y1}V${y2}` : `M${x1} ${y1}${bend(x1, y1, x2, height)}`
  const start = x1 === via ? y1 : y1 + height
  const end = x2 === via ? y2 : y2 - height
  const head = start < span.top ? `M${via} ${Math.min(span.top, end)}` : `M${x1} ${y1}${x1 === via ? '' : bend(x1, y1, via, height)}`
  const tail = end > span.bottom ? `V${Math.max(span.bottom, start)}` : `V${end}${x2 === via ? '' : bend(via, end, x2, height)}`
  return head + tail
}

const bend = (x1: number, y1: number, x2: number, height: number): string =>
  `C${x1} ${y1 + height * 0.62} ${x2} ${y1 + height * 0.38} ${x2} ${y1 + height}`
