export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export type Size = { readonly width: number; readonly height: number }
/** `side` says where it stands from the row: its notch points there. */
export type PeekPlace = { readonly left: number; readonly top: number; readonly side: 'right' | 'left' | 'below' | 'above'; /** As much as there is room for. */ readonly maxHeight: number }

const gap = 10
const edge = 8

/** Puts a glance beside its row, where there is room: right, left, below, above. It never lies on the row. */
export function placePeek(row: Box, size: Size, window: Size): PeekPlace {
  const right = row.left + row.width + gap
  if (right + size.width + edge <= window.width) return beside(right, 'right', row, size, window)
  const left = row.left - gap - size.width
  if (left >= edge) return beside(left, 'left', row, size, window)
  return overOrUnder(row, size, window)
}

function beside(left: number, side: 'right' | 'left', row: Box, size: Size, window: Size): PeekPlace {
  const maxHeight = window.height - 2 * edge
  const height = Math.min(size.height, maxHeight)
  return { left, side, maxHeight, top: clamp(row.top + row.height / 2 - 28, edge, window.height - edge - height) }
}

function overOrUnder(row: Box, size: Size, window: Size): PeekPlace {
  const left = clamp(row.left + 24, edge, window.width - edge - size.width)
  const below = window.height - edge - (row.top + row.height + gap)
  const above = row.top - gap - edge
  const isBelow = below >= size.height || below >= above
  const maxHeight = Math.max(0, isBelow ? below : above)
  return isBelow
    ? { left, side: 'below', maxHeight, top: row.top + row.height + gap }
    : { left, side: 'above', maxHeight, top: row.top - gap - Math.min(size.height, maxHeight) }
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
