import { array, assert, nat, option, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laneColour } from '../../../renderer/graph/laneColour.ts'
import { layLanes } from '../../../renderer/graph/lanes.ts'
import type { LaneInput } from '../../../renderer/graph/lanes.ts'

const step = (hash: string, parents: string, ...branches: string[]): LaneInput => ({ hash, parents: parents === '' ? [] : parents.split(' '), branches })

describe('lanes', () => {
  it('keeps one line in one lane', () => {
    expect(layLanes([step('c', 'b', 'main'), step('b', 'a'), step('a', '')], 'c')).toEqual({
      places: [{ lane: 0, colour: 0 }, { lane: 0, colour: 0 }, { lane: 0, colour: 0 }],
      lines: [
        { newer: 0, older: 1, newerLane: 0, olderLane: 0, via: 0, colour: 0 },
        { newer: 1, older: 2, newerLane: 0, olderLane: 0, via: 0, colour: 0 },
      ],
      lastLane: 0,
    })
  })

  it('gives lane 0 to the current branch even when another one is newer, and frees a lane where its branch began', () => {
    const rows = [step('y', 'x', 'exp'), step('c', 'b', 'main'), step('x', 'b'), step('b', 'a'), step('z', 'a', 'old'), step('a', '')]
    const [exp, old] = [laneColour('exp', [0]), laneColour('old', [0])]
    expect(layLanes(rows, 'c')).toEqual({
      places: [{ lane: 1, colour: exp }, { lane: 0, colour: 0 }, { lane: 1, colour: exp }, { lane: 0, colour: 0 }, { lane: 1, colour: old }, { lane: 0, colour: 0 }],
      lines: [
        { newer: 0, older: 2, newerLane: 1, olderLane: 1, via: 1, colour: exp },
        { newer: 1, older: 3, newerLane: 0, olderLane: 0, via: 0, colour: 0 },
        { newer: 2, older: 3, newerLane: 1, olderLane: 0, via: 1, colour: exp },
        { newer: 3, older: 5, newerLane: 0, olderLane: 0, via: 0, colour: 0 },
        { newer: 4, older: 5, newerLane: 1, olderLane: 0, via: 1, colour: old },
      ],
      lastLane: 1,
    })
  })

  it('leads the second parent of a merge through a lane of its own', () => {
    const rows = [step('m', 'b x', 'main'), step('x', 'a', 'exp'), step('b', 'a'), step('a', '')]
    const exp = laneColour('exp', [0, 0])
    expect(layLanes(rows, 'm')).toEqual({
      places: [{ lane: 0, colour: 0 }, { lane: 1, colour: exp }, { lane: 0, colour: 0 }, { lane: 0, colour: 0 }],
      lines: [
        { newer: 0, older: 1, newerLane: 0, olderLane: 1, via: 1, colour: exp },
        { newer: 0, older: 2, newerLane: 0, olderLane: 0, via: 0, colour: 0 },
        { newer: 2, older: 3, newerLane: 0, olderLane: 0, via: 0, colour: 0 },
        { newer: 1, older: 3, newerLane: 1, olderLane: 0, via: 1, colour: exp },
      ],
      lastLane: 1,
    })
  })

  it('lets lines run on beyond the last row when older steps are not loaded', () => {
    expect(layLanes([step('c', 'b', 'main')], 'c').lines).toEqual([{ newer: 0, older: 1, newerLane: 0, olderLane: 0, via: 0, colour: 0 }])
  })

  it('puts every step once, draws every parent once, and never lays a line over a foreign step', () => {
    assert(
      property(history(), ({ rows, tip }) => {
        const { places, lines } = layLanes(rows, tip)
        expect(places.length).toBe(rows.length)
        expect(lines.length).toBe(rows.reduce((sum, row) => sum + row.parents.length, 0))
        for (const line of lines) {
          const inside = places.slice(line.newer + 1, line.older)
          expect(inside.filter((place) => place.lane === line.via)).toEqual([])
        }
        expect(places.filter((place, at) => place.lane === 0 && !onTrunk(rows, tip).has(rows[at]?.hash ?? ''))).toEqual([])
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

/** Any history of up to 40 steps, newest first, with merges and several branches. */
function history() {
  const parent = tuple(nat(6), option(nat(9), { nil: null, freq: 5 }))
  return tuple(array(parent, { minLength: 1, maxLength: 40 }), nat(39)).map(([picks, at]) => {
    const oldest = picks.map(([first, second], index) => {
      const parents = [index - 1 - first, second === null ? -1 : index - 1 - second].filter((one) => one >= 0)
      return step(`s${index}`, [...new Set(parents)].map((one) => `s${one}`).join(' '))
    })
    return { rows: oldest.toReversed(), tip: `s${at % picks.length}` }
  })
}

function onTrunk(rows: readonly LaneInput[], tip: string): Set<string> {
  const byHash = new Map(rows.map((row) => [row.hash, row]))
  const trunk = new Set<string>()
  for (let at: string | undefined = tip; at !== undefined; at = byHash.get(at)?.parents[0]) trunk.add(at)
  return trunk
}
