import { describe, expect, it } from 'vitest'
import { noOf } from '../../../renderer/canvas/canvasGeometry.ts'
import type { Placed } from '../../../renderer/canvas/canvasGeometry.ts'
import { keepPlace } from '../../../renderer/canvas/keepPlace.ts'
import { forSeeds } from '../../helpers/random.ts'
import { folded, line } from './canvasRows.ts'

const places = (placed: Placed) => Object.fromEntries(placed.rows.map((row, index) => [row.fold ? `${row.fold.oldest}…` : row.hash, noOf(placed, index)]))

describe('rows that come instead of others', () => {
  it('stand where they stood when a new step is added below or older ones above', () => {
    const before: Placed = { rows: line(3), origin: 0 }
    expect(places(keepPlace(before, line(4), 1))).toEqual({ s0: -2, s1: -1, s2: 0, s3: 1 })
    expect(places(keepPlace({ rows: line(6).slice(0, 3), origin: 0 }, line(6), 2))).toEqual({ s0: -5, s1: -4, s2: -3, s3: -2, s4: -1, s5: 0 })
  })

  it('open a run downwards from where it stood, and fold it back into that place', () => {
    const rows = line(7)
    const closed: Placed = { rows: folded(rows), origin: 0 }
    expect(places(closed)).toEqual({ s6: 0, 's1…': -1, s0: -2 })
    const opened = keepPlace(closed, folded(rows, 's1'), 1)
    expect(places(opened)).toEqual({ s0: -2, s1: -1, s2: 0, s3: 1, s4: 2, s5: 3, s6: 4 })
    expect(places(keepPlace(opened, folded(rows), 5))).toEqual({ s6: 0, 's1…': -1, s0: -2 })
  })

  it('keep the nearest row that is still there when the watched one is gone, and begin anew when none is', () => {
    expect(places(keepPlace({ rows: line(5), origin: 7 }, line(3), 0))).toEqual({ s0: 3, s1: 4, s2: 5 })
    expect(keepPlace({ rows: line(2), origin: 7 }, line(9).slice(0, 3), 0).origin).toBe(0)
  })

  it('keep what is watched in place, whatever is folded', () => {
    const moved: string[] = []
    forSeeds(50, (random) => {
      const rows = line(60).map((row) => (row.hash === 's29' ? { ...row, tags: ['good'] } : row)) // two runs, from s1 and from s30
      const opened = () => ['s1', 's30'].filter(() => random.chance(0.5))
      const before: Placed = { rows: folded(rows, ...opened()), origin: random.below(40) }
      const watched = random.below(before.rows.length)
      const after = keepPlace(before, folded(rows, ...opened()), watched)
      const key = before.rows[watched]?.fold?.oldest ?? before.rows[watched]?.hash
      const now = after.rows.findIndex(({ hash, fold }) => hash === key || fold?.oldest === key)
      if (now >= 0 && noOf(after, now) !== noOf(before, watched)) moved.push(`${key}`)
    })
    expect(moved).toEqual([])
  })
})
