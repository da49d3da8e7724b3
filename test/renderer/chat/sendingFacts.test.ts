import { expect, test } from 'vitest'
import { sendingFacts } from '../../../renderer/chat/sendingFacts.ts'
import { usd } from '../../../renderer/words/money.ts'

const price = { inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 }
const config = (maxTokens?: number) => ({ values: maxTokens === undefined ? {} : { maxTokens }, levels: {} })

test('the cost is of what goes in and of the longest answer that is allowed', () => {
  expect(sendingFacts({ config: config(1024), maxOutputTokens: 16_384, contextTokens: 128_000, price }, 8484)).toEqual({ in: 8484, out: 1024, costUsd: 0.03145, hasAnswer: true, over: 0 })
})

test('an answer that nothing limits isn’t counted; what the model writes at most limits it', () => {
  const facts = { config: config(), contextTokens: null, price }
  expect([sendingFacts({ ...facts, maxOutputTokens: null }, 1000), sendingFacts({ ...facts, maxOutputTokens: 100 }, 1000)]).toEqual([
    { in: 1000, out: null, costUsd: 0.0025, hasAnswer: false, over: 0 },
    { in: 1000, out: 100, costUsd: 0.0035, hasAnswer: true, over: 0 },
  ])
})

test('a model on one’s own machine costs nothing, however long it answers', () => {
  const free = { inputUsd: 0, cachedInputUsd: 0, outputUsd: 0 }
  expect(sendingFacts({ config: config(), maxOutputTokens: null, contextTokens: null, price: free }, 1000)).toEqual({ in: 1000, out: null, costUsd: 0, hasAnswer: true, over: 0 })
})

test('an unknown price gives no figure, and more than the model takes is told', () => {
  expect(sendingFacts({ config: config(), maxOutputTokens: null, contextTokens: 8000, price: null }, 8420)).toEqual({ in: 8420, out: null, costUsd: null, hasAnswer: false, over: 420 })
})

test('money is told in two digits that count below a dollar, in cents above', () => {
  expect([0, 0.00001, 0.0004, 0.03145, 0.0279, 0.5, 0.996, 1.239, 12, 210.4].map(usd)).toEqual(['$0', '<$0.0001', '$0.0004', '$0.031', '$0.028', '$0.50', '$1.00', '$1.24', '$12.00', '$210'])
})
