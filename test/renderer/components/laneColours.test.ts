import { expect, test } from 'vitest'
import { laneColours } from '../../../renderer/components/laneColours.ts'

const names = Array.from({ length: 40 }, (_, at) => `branch-${at}`)

test('the current branch is lane 0 and no other is', () => {
  const colours = laneColours(names, 'branch-7')
  expect(names.filter((name) => colours.get(name) === 0)).toEqual(['branch-7'])
})

test('branches that stand beside each other differ, within eight colours', () => {
  const colours = names.map((name) => laneColours(names, 'none').get(name) ?? -1)
  expect(colours.filter((colour, at) => colour < 1 || colour > 7 || colour === colours[at - 1])).toEqual([])
})

test('a branch keeps its colour when one far from it comes', () => {
  const before = laneColours(['a', 'b', 'c'], 'a')
  expect(laneColours(['a', 'b', 'c', 'new'], 'a').get('b')).toEqual(before.get('b'))
})
