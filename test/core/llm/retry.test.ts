import { describe, expect, test } from 'vitest'
import { randomFrom, Refusal, retryWaitMs } from '../../../core/llm/retry.ts'
import { defaultRules } from '../../../core/llm/rules.ts'
import { Fault } from '../../../core/model/fault.ts'

const busy = (retryAfterMs: number | null = null) => new Fault('llm/overloaded', { client: 'Test', status: 503 }, { cause: new Refusal({ status: 503, retryAfterMs, isFinal: false }) })

describe('the wait before another attempt lies between half a second and eight', () => {
  test.each([
    ['first, at least', 1, 0, 500],
    ['first, at most', 1, 1, 2000],
    ['second, at least', 2, 0, 500],
    ['second, at most', 2, 1, 8000],
    ['after the last there is none', 3, 0, null],
  ])('%s', (_, attempt, chance, waitMs) => {
    expect(retryWaitMs(busy(), attempt, defaultRules, () => chance)).toBe(waitMs)
  })

  test.each([[0, 0], [60_000, 60_000], [60_001, null]])('a server that asks for %d ms gets %s', (asked, waitMs) => {
    expect(retryWaitMs(busy(asked), 1, defaultRules, () => 0.5)).toBe(waitMs)
  })
})

test('chance made from ids lies in [0, 1) and spreads', () => {
  let count = 0
  const random = randomFrom({ next: () => `id-${count++}` })
  const numbers = Array.from({ length: 1000 }, random)
  const tenths = new Set(numbers.map((number) => Math.floor(number * 10)))
  expect([numbers.every((number) => number >= 0 && number < 1), tenths.size]).toEqual([true, 10])
})
