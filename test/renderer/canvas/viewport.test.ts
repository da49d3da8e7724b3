import { describe, expect, it, test } from 'vitest'
import { centredOn, extentOf, firstView, fitView, reveal, shownBox, zoomedTo } from '../../../renderer/canvas/viewport.ts'
import { levelOf, steppedZoom } from '../../../renderer/canvas/zoomLevel.ts'

const size = { width: 800, height: 600 }
const small = { left: 0, top: -134, right: 480, bottom: 34 }
const long = { left: 0, top: -100_000, right: 480, bottom: 34 }

describe('the view of the surface', () => {
  it('begins at 100 %: a short history from its top, a long one at its end', () => {
    expect([firstView(small, size), firstView(long, size)].map((view) => shownBox(view, size))).toEqual([
      { left: 0, top: -134, right: 800, bottom: 466 },
      { left: 0, top: -566, right: 800, bottom: 34 },
    ])
  })

  it('shows all of it, never larger than 100 %, and the newest end of what is too long', () => {
    expect(fitView(small, size)).toEqual({ x: 160, y: 350, zoom: 1 })
    expect(fitView({ left: 0, top: -1200, right: 400, bottom: 0 }, size)).toEqual({ x: 304, y: 588, zoom: 0.48 })
    const far = fitView(long, size)
    expect([far.zoom, Math.round(shownBox(far, size).bottom)]).toEqual([0.02, 634])
  })

  it('moves as little as needed to show a card', () => {
    const view = { x: 0, y: 0, zoom: 1 }
    expect(reveal(view, { left: 100, top: 100, right: 300, bottom: 142 }, size)).toBe(view)
    expect(reveal(view, { left: 100, top: 590, right: 300, bottom: 632 }, size)).toEqual({ x: 0, y: -44, zoom: 1 })
    expect(reveal(view, { left: -50, top: -20, right: 150, bottom: 22 }, size)).toEqual({ x: 62, y: 32, zoom: 1 })
  })

  it('zooms around the middle of the pane', () => {
    const before = centredOn({ x: 200, y: -4000 }, size, 1)
    expect(zoomedTo(before, size, 0.5)).toEqual(centredOn({ x: 200, y: -4000 }, size, 0.5))
    expect(zoomedTo(before, size, 9).zoom).toBe(2)
  })

  it('ends a pane beyond everything', () => {
    expect(extentOf(small, size)).toEqual([[-800, -734], [1280, 634]])
  })
})

test('zoom goes by round steps and back', () => {
  expect([steppedZoom(1, 'out'), steppedZoom(0.93, 'out'), steppedZoom(0.93, 'in'), steppedZoom(2, 'in'), steppedZoom(0.02, 'out')]).toEqual([0.85, 0.85, 1, 2, 0.02])
})

test('from near cards, then lines, then marks', () => {
  expect([1, 0.7, 0.69, 0.35, 0.34].map(levelOf)).toEqual(['near', 'near', 'middle', 'middle', 'far'])
})
