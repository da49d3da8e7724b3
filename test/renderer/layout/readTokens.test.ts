import { expect, test } from 'vitest'
import { readTokens } from '../../../renderer/layout/readTokens.ts'

test('numbers of tokens are read as people write them', () => {
  expect(['8000', '8 000', '8,000', "8'000", '128k', '1.5M', '2.5k'].map(readTokens)).toEqual([8000, 8000, 8000, 8000, 128_000, 1_500_000, 2500])
})

test('what is no number of tokens is refused', () => {
  expect(['', '0', '-5', 'many', '1e9', '101M', '0.2'].map(readTokens)).toEqual([null, null, null, null, null, null, null])
})
