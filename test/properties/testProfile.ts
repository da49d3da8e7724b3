import { describe, expect, test } from 'vitest'
import { brokenAmong } from './histories.ts'
import type { Tally } from './scene.ts'
import type { ProfileName } from './steps.ts'

/** HISTORIES=10 runs ten times as many, for a long look. */
const times = Number(process.env['HISTORIES'] ?? 1)
const parts = 10

/**
 * The random histories of a profile as tests; `met` are things that must have come up in them, else they prove little. A profile that takes long
 * is shared out among files, which run at the same time: `share` counts them from 0, and each runs `count` histories of its own.
 */
export function testProfile(name: ProfileName, count: number, met: readonly string[], share = 0): void {
  const tally: Tally = new Map()
  const perPart = Math.ceil((count * times) / parts)
  const first = 1 + share * parts * perPart
  describe(name, () => {
    test.each(Array.from({ length: parts }, (_, part) => part))('every property holds in its histories, part %i', (part) => {
      expect(brokenAmong(name, perPart, first + part * perPart, tally)).toBeNull()
    }, 600_000 * times)

    test('its histories get everywhere', () => {
      expect(met.filter((what) => !tally.has(what))).toEqual([])
    })
  })
}
