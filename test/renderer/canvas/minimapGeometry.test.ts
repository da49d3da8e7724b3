import { describe, expect, it } from 'vitest'
import { rowPitch } from '../../../renderer/canvas/canvasGeometry.ts'
import { mapX, mapY, middleFor, minimapScale, surfaceY, viewOnMap } from '../../../renderer/canvas/minimapGeometry.ts'
import { line } from './canvasRows.ts'

describe('the strip with all of it', () => {
  it('has the oldest step at the top, rows no further apart than in a short history', () => {
    const scale = minimapScale({ rows: line(3), origin: 0 }, 1, 600)
    expect([mapY(scale, -2), mapY(scale, 0), mapX(scale, 0), mapX(scale, 1)]).toEqual([20, 88, 24, 42])
  })

  it('has room for all rows and all lanes', () => {
    const scale = minimapScale({ rows: line(1001), origin: 0 }, 14, 600)
    expect([mapY(scale, -1000), mapY(scale, 0), mapX(scale, 14)]).toEqual([20, 580, 52])
  })

  it('frames what is in view, never outside the strip and never too small to take hold of', () => {
    const scale = minimapScale({ rows: line(1001), origin: 0 }, 0, 600)
    const shown = (from: number, to: number) => viewOnMap(scale, { top: from * rowPitch, bottom: to * rowPitch })
    expect([shown(-1000, -900), shown(-500, -500), shown(-2000, 500), shown(0, 300)]).toEqual([
      { top: 20, height: 56 },
      { top: 293, height: 14 },
      { top: 4, height: 592 },
      { top: 580, height: 16 },
    ])
  })

  it('leads back to the surface, no further than it goes', () => {
    const scale = minimapScale({ rows: line(1001), origin: 0 }, 0, 600)
    expect(surfaceY(scale, mapY(scale, -250))).toBeCloseTo(-250 * rowPitch)
    expect([middleFor(scale, -50, { top: -56_034, bottom: 34 }), middleFor(scale, 700, { top: -56_034, bottom: 34 })]).toEqual([-56_034, 34])
  })
})
