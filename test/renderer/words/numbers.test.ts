import { expect, test } from 'vitest'
import { counted, short, signed, spaced } from '../../../renderer/words/numbers.ts'

test('thousands get a thin gap', () => expect([0, 812, 8420, 1_234_567, -1180].map(spaced)).toEqual(['0', '812', '8\u2009420', '1\u2009234\u2009567', '−1\u2009180']))

test('from a thousand on numbers are short', () => {
  expect([0, 812, 999, 1000, 8420, 99_940, 99_960, 128_000, 999_600, 1_500_000].map(short)).toEqual(['0', '812', '999', '1k', '8.4k', '99.9k', '100k', '128k', '1M', '1.5M'])
})

test('a change has its sign', () => expect([819, -812, 0].map(signed)).toEqual(['+819', '−812', '±0']))

test('one is one', () => expect([counted(1, 'step'), counted(3, 'step'), counted(2, 'branch', 'branches')]).toEqual(['1 step', '3 steps', '2 branches']))
