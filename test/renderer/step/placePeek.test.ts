import { describe, expect, it } from 'vitest'
import { placePeek } from '../../../renderer/step/placePeek.ts'
import type { Box } from '../../../renderer/step/placePeek.ts'

const window = { width: 1440, height: 900 }
const size = { width: 336, height: 240 }
const rail: Box = { left: 224, top: 400, width: 268, height: 28 }

describe('a glance at a step', () => {
  it.each([
    ['right of a row of the rail', rail, window, { side: 'right', left: 502, top: 386 }],
    ['left of a line at the right edge', { ...rail, left: 1096, width: 344 }, window, { side: 'left', left: 750, top: 386 }],
    ['below a row as wide as the window', { ...rail, left: 0, width: 1440 }, window, { side: 'below', left: 24, top: 438 }],
    ['above one near the bottom', { ...rail, left: 0, width: 1440, top: 850 }, window, { side: 'above', left: 24, top: 600 }],
    ['inside the window beside the last row', { ...rail, top: 880 }, window, { side: 'right', left: 502, top: 652 }],
    ['inside the window beside the first row', { ...rail, top: 0 }, window, { side: 'right', left: 502, top: 8 }],
  ] as const)('stands %s', (_where, row, screen, wanted) => {
    expect(placePeek(row, size, screen)).toMatchObject(wanted)
  })

  it('never lies on its row and never leaves the window, wherever the row is', () => {
    for (const width of [60, 268, 700, 1200])
      for (let left = 0; left + width <= 1440; left += 97)
        for (let top = 0; top <= 860; top += 43) {
          const row = { left, top, width, height: 28 }
          const place = placePeek(row, size, window)
          const height = Math.min(size.height, place.maxHeight)
          const apart = place.left >= left + width || place.left + size.width <= left || place.top >= top + 28 || place.top + height <= top
          const inside = place.left >= 8 && place.top >= 8 && place.left + size.width <= 1432 && place.top + height <= 892
          expect({ row, place, apart, inside }).toEqual({ row, place, apart: true, inside: true })
        }
  })
})
