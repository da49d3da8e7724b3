import type { Spot } from './dragged.ts'

type Size = { readonly width: number; readonly height: number }

const margin = 8
const beside = 12

/** Where a card of a size stands beside a point: right below it where there is room, else at the other side; never out of the window. */
export function fitted({ x, y }: Spot, card: Size, window: Size): { readonly left: number; readonly top: number } {
  return { left: along(x, card.width, window.width), top: along(y, card.height, window.height) }
}

function along(at: number, size: number, room: number): number {
  const after = at + beside
  const start = after + size + margin <= room ? after : at - beside - size
  return Math.max(margin, Math.min(start, room - size - margin))
}
