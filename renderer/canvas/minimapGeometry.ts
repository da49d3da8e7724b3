import { noOf, rowPitch } from './canvasGeometry.ts'
import type { Placed } from './canvasGeometry.ts'

export const minimapWidth = 64
const pad = 20
const mostPitch = 34
const [firstLane, mostLanePitch, lastRoom] = [24, 18, 12]
const [leastView, edge] = [14, 4]

/** How the rows are laid on the strip: the oldest at the top, all of them on it. */
export type MinimapScale = { readonly pitch: number; readonly oldest: number; readonly lanePitch: number; readonly height: number }

export function minimapScale(placed: Placed, lastLane: number, height: number): MinimapScale {
  const gaps = Math.max(1, placed.rows.length - 1)
  return {
    pitch: Math.min(mostPitch, Math.max(0, height - 2 * pad) / gaps),
    oldest: noOf(placed, placed.rows.length - 1),
    lanePitch: lastLane === 0 ? mostLanePitch : Math.min(mostLanePitch, (minimapWidth - firstLane - lastRoom) / lastLane),
    height,
  }
}

export const mapX = ({ lanePitch }: MinimapScale, lane: number): number => firstLane + lane * lanePitch
/** Where a row stands on the strip; `no` may lie between rows. */
export const mapY = ({ pitch, oldest }: MinimapScale, no: number): number => pad + (no - oldest) * pitch
/** The height on the surface that a height of the strip stands for. */
export const surfaceY = ({ pitch, oldest }: MinimapScale, y: number): number => ((y - pad) / pitch + oldest) * rowPitch

/** Where the part in view lies on the strip: never outside it, and large enough to take hold of. */
export function viewOnMap(scale: MinimapScale, shown: { readonly top: number; readonly bottom: number }): { readonly top: number; readonly height: number } {
  const inside = (y: number): number => Math.min(scale.height - edge, Math.max(edge, y))
  const [top, bottom] = [inside(mapY(scale, shown.top / rowPitch)), inside(mapY(scale, shown.bottom / rowPitch))]
  const height = Math.max(leastView, bottom - top)
  return { top: Math.min(scale.height - edge - height, Math.max(edge, (top + bottom - height) / 2)), height }
}

/** The height of the surface that comes to the middle of the view when the strip's frame is dragged so that its middle is at `y`. */
export const middleFor = (scale: MinimapScale, y: number, bounds: { readonly top: number; readonly bottom: number }): number => Math.min(bounds.bottom, Math.max(bounds.top, surfaceY(scale, y)))
