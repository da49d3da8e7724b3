import { describe, expect, test } from 'vitest'
import { builtInProviders } from '../../main/builtIn.ts'
import { priceAt, pricesOf, pricesAsOf, tablePrice } from '../../main/prices.ts'
import type { StoredProvider, StoredSettings } from '../../main/settings.ts'

const gpt4o = { inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 }
const own = { inputUsd: 3, cachedInputUsd: null, outputUsd: 12 }
const nothing = { inputUsd: 0, cachedInputUsd: 0, outputUsd: 0 }
const openai: StoredProvider = { id: 'openai', kind: 'openai', name: 'OpenAI', baseUrl: '', models: ['gpt-4o'] }
const gateway: StoredProvider = { id: 'gateway', kind: 'openai', name: 'Gateway', baseUrl: 'https://gateway.example/v1', models: ['gpt-4o', 'house-blend'] }
const local: StoredProvider = { id: 'local', kind: 'openai', name: 'Local', baseUrl: 'http://127.0.0.1:8000/v1', models: ['qwen'] }
const ollama: StoredProvider = { id: 'ollama', kind: 'ollama', name: 'Ollama', baseUrl: '', models: ['llama'] }
const demo: StoredProvider = { id: 'demo', kind: 'demo', name: 'Demo model', baseUrl: '', models: [] }

describe('the table of prices', () => {
  test('says when it was made', () => expect(new Date(pricesAsOf).toISOString().slice(0, 10)).toBe(pricesAsOf))

  test('has every model that the app offers by itself, cached input never dearer than other', () => {
    const offered = builtInProviders.filter(({ kind }) => kind !== 'demo').flatMap(({ models }) => models)
    const wrong = offered.filter((model) => {
      const price = tablePrice(model)
      return price === null || price.inputUsd <= 0 || price.outputUsd < price.inputUsd || (price.cachedInputUsd ?? 0) > price.inputUsd
    })
    expect([wrong, offered.length > 5]).toEqual([[], true])
  })

  test.each([
    ['gpt-4o', gpt4o],
    ['gpt-4o-2024-08-06', gpt4o],
    ['gpt-4o-latest', gpt4o],
    ['claude-haiku-4-5-20251001', { inputUsd: 1, cachedInputUsd: 0.1, outputUsd: 5 }],
    ['gpt-5.5-pro', { inputUsd: 30, cachedInputUsd: null, outputUsd: 180 }],
    ['gpt-4o-audio', null],
    ['', null],
    ['toString', null],
  ])('gives %s its price', (model, price) => expect(tablePrice(model)).toEqual(price))
})

test.each<[string, StoredProvider, string, object]>([
  ['a provider of the table', openai, 'gpt-4o', { price: gpt4o, from: 'table' }],
  ['a gateway on the internet', gateway, 'gpt-4o', { price: gpt4o, from: 'table' }],
  ['a model that nobody knows', gateway, 'house-blend', { price: null, from: 'unknown' }],
  ['a gateway on this machine', local, 'gpt-4o', { price: gpt4o, from: 'table' }],
  ['a server on this machine', local, 'qwen', { price: nothing, from: 'free' }],
  ['Ollama', ollama, 'llama', { price: nothing, from: 'free' }],
  ['Ollama somewhere else', { ...ollama, baseUrl: 'https://ollama.example' }, 'llama', { price: null, from: 'unknown' }],
  ['the demo model', demo, 'demo', { price: nothing, from: 'free' }],
])('%s has a price from where it should', (_name, provider, model, expected) => {
  expect([priceAt({ prices: {} }, provider, model), priceAt({ prices: { [model]: own } }, provider, model)]).toEqual([expected, { price: own, from: 'own' }])
})

test('a price is found by the name of the model alone, as the settings are at that moment', () => {
  let settings = { providers: [gateway, local], prices: {} } as unknown as StoredSettings
  const prices = pricesOf(() => settings)
  const before = ['gpt-4o', 'qwen', 'house-blend', 'never-heard-of'].map(prices)
  settings = { ...settings, prices: { 'house-blend': own, qwen: own } }
  expect([before, ['gpt-4o', 'qwen', 'house-blend', 'never-heard-of'].map(prices)]).toEqual([
    [gpt4o, nothing, null, null],
    [gpt4o, own, own, null],
  ])
})
