import { describe, expect, it } from 'vitest'
import { toKept, viewAgain } from '../../../renderer/canvas/keptView.ts'
import { folded, line } from './canvasRows.ts'

const size = { width: 800, height: 600 }

describe('the view, when the surface opens again', () => {
  it('shows the same rows at the same height, wherever they are placed now', () => {
    const before = { rows: line(50), origin: 12 }
    const kept = toKept({ x: -40, y: 900, zoom: 0.5 }, before, size)
    expect(kept).toEqual({ row: 's16', height: 312, x: -40, zoom: 0.5 })
    expect(kept && viewAgain(kept, before)).toEqual({ x: -40, y: 900, zoom: 0.5 })
    expect(kept && viewAgain(kept, { rows: line(60), origin: 0 })).toEqual({ x: -40, y: 312 + 43 * 28, zoom: 0.5 })
  })

  it('knows a run by its oldest step, and begins anew where nothing of it is left', () => {
    const kept = { row: 's1', height: 100, x: 0, zoom: 1 }
    expect([viewAgain(kept, { rows: folded(line(9)), origin: 0 }), viewAgain(kept, { rows: line(1), origin: 0 })]).toEqual([{ x: 0, y: 156, zoom: 1 }, null])
    expect(toKept({ x: 0, y: 0, zoom: 1 }, { rows: [], origin: 0 }, size)).toBeNull()
  })
})
