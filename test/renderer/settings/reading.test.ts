import { describe, expect, test } from 'vitest'
import type { LLMConfig } from '../../../core/model/config.ts'
import type { Json } from '../../../core/model/json.ts'
import { priceFields, priceText, readPrice } from '../../../renderer/settings/readPrice.ts'
import { readValue, typedValue } from '../../../renderer/settings/readValue.ts'

describe('what is typed for a setting', () => {
  test.each<[keyof LLMConfig, string, unknown]>([
    ['temperature', ' 0.2 ', { kind: 'value', value: 0.2 }],
    ['temperature', '', { kind: 'none' }],
    ['temperature', 'hot', { kind: 'problem', words: expect.any(String) }],
    ['maxTokens', '1 024', { kind: 'value', value: 1024 }],
    ['maxTokens', '0', { kind: 'problem', words: expect.any(String) }],
    ['seed', '0', { kind: 'value', value: 0 }],
    ['model', ' gpt-4o ', { kind: 'value', value: 'gpt-4o' }],
    ['stopSequences', '["END","\\n"]', { kind: 'value', value: ['END', '\n'] }],
    ['stopSequences', 'END', { kind: 'value', value: ['END'] }],
    ['stopSequences', '["END"', { kind: 'problem', words: expect.any(String) }],
    ['stopSequences', '[]', { kind: 'problem', words: expect.any(String) }],
    ['extra', '{"5":1}', { kind: 'value', value: { '5': 1 } }],
    ['extra', 'me', { kind: 'value', value: 'me' }],
  ])('%s: %s', (field, typed, expected) => expect(readValue(field, typed)).toEqual(expected))

  test.each<[keyof LLMConfig, Json]>([
    ['temperature', 0],
    ['model', 'gpt-4o'],
    ['stopSequences', ['END', '\n']],
    ['extra', { a: [1] }],
  ])('%s stands in its field so that it is read as it was', (field, value) => expect(readValue(field, typedValue(value))).toEqual({ kind: 'value', value }))
})

describe('a price', () => {
  test.each([
    ['2.50', '', '10', { kind: 'price', price: { inputUsd: 2.5, cachedInputUsd: null, outputUsd: 10 } }],
    ['$ 2,5', '0.25', '.5', { kind: 'price', price: { inputUsd: 2.5, cachedInputUsd: 0.25, outputUsd: 0.5 } }],
    ['0', '0', '0', { kind: 'price', price: { inputUsd: 0, cachedInputUsd: 0, outputUsd: 0 } }],
    ['', '', '10', { kind: 'problem', words: expect.any(String) }],
    ['1', '-1', '10', { kind: 'problem', words: expect.any(String) }],
    ['1', '', '1e9', { kind: 'problem', words: expect.any(String) }],
    ['1000000', '', '1', { kind: 'problem', words: expect.any(String) }],
  ])('of %s, cached %s, %s', (input, cached, output, expected) => expect(readPrice({ input, cached, output })).toEqual(expected))

  test('stands in its fields so that it is read as it was', () => {
    const price = { inputUsd: 0.075, cachedInputUsd: null, outputUsd: 4.5 }
    expect(readPrice(priceFields(price))).toEqual({ kind: 'price', price })
  })

  test.each([
    [2.5, '$2.50'],
    [0.075, '$0.075'],
    [10, '$10.00'],
    [0, '$0'],
    [null, '—'],
    [undefined, '—'],
  ])('%s reads %s', (usd, text) => expect(priceText(usd)).toBe(text))
})
