import { describe, expect, it } from 'vitest'
import { joinPicture } from '../../../renderer/joins/joinPicture.ts'

describe.each(['merge', 'fastForward', 'pick', 'rebase', 'reset'] as const)('the picture of a %s', (kind) => {
  it.each([1, 3, 5, 400])('stays in its field with %i steps, before and after', (steps) => {
    const places = [false, true].flatMap((isAfter) => {
      const { own, other, joint } = joinPicture(kind, steps, isAfter)
      return [...own.dots, ...other.dots, ...(joint === null ? [] : [joint + 9])]
    })
    expect(places.filter((x) => x < 0 || x > 560)).toEqual([])
  })
})

it('shows a merge as one step behind both lines, and only afterwards', () => {
  const [before, after] = [joinPicture('merge', 2, false), joinPicture('merge', 2, true)]
  expect([before.joint, (after.joint ?? 0) > Math.max(...after.own.dots, ...after.other.dots)]).toEqual([null, true])
})
