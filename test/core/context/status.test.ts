import { expect, test } from 'vitest'
import { budgetStatus } from '../../../core/context/status.ts'

test.each([
  [0, 100, { max: 100, used: 0, pct: 0, over: false }],
  [100, 100, { max: 100, used: 100, pct: 100, over: false }],
  [101, 100, { max: 100, used: 101, pct: 101, over: true }],
  [1, 3, { max: 3, used: 1, pct: 33.3, over: false }],
  [0, 0, { max: 0, used: 0, pct: 0, over: false }],
  [5, 0, { max: 0, used: 5, pct: 100, over: true }],
])('%i of %i tokens', (used, maxTokens, status) => {
  expect(budgetStatus(used, { maxTokens })).toEqual(status)
})

test('without a budget there is nothing to say', () => {
  expect(budgetStatus(5, null)).toBeNull()
})
