import { describe, expect, test } from 'vitest'
import type { FaultCode } from '../../../core/model/fault.ts'
import type { ModelRow } from '../../../main/contract/settings.ts'
import { largerModel, otherModel } from '../../../renderer/chat/otherModel.ts'

const row = (provider: string, model: string, contextTokens: number | null = null): ModelRow => ({ provider, model, contextTokens, maxOutputTokens: null, price: null, from: 'unknown', tablePrice: null })
const rows = [row('openai', 'gpt-4', 8192), row('openai', 'gpt-4o', 128_000), row('openai', 'gpt-4.1', 1_000_000), row('anthropic', 'claude', 200_000), row('local', 'odd'), row('demo', 'demo')]
const now = (provider: string, model: string) => ({ chat: { provider, model, temperature: null } })

describe('the model that takes over', () => {
  test.each<[FaultCode, string]>([
    ['llm/rate-limited', 'gpt-4.1'], ['llm/overloaded', 'gpt-4.1'], ['llm/model-not-found', 'gpt-4.1'],
    ['llm/auth', 'claude'], ['llm/unreachable', 'claude'], ['llm/protocol', 'claude'], ['llm/paused', 'claude'],
  ])('after %s is %s', (code, model) => expect(otherModel(rows, now('openai', 'gpt-4o'), code)?.model).toBe(model))

  test('behind the last of a provider stands its first', () => expect(otherModel(rows, now('openai', 'gpt-4.1'), 'llm/rate-limited')?.model).toBe('gpt-4'))
  test('is never the demo model, nor the one that failed', () => {
    expect([otherModel([row('local', 'odd'), row('demo', 'demo')], now('local', 'odd'), 'llm/rate-limited'), otherModel([row('demo', 'demo')], now('local', 'odd'), 'llm/auth')]).toEqual([null, null])
  })
})

describe('the model that takes more', () => {
  test.each([[8420, 'gpt-4o'], [130_000, 'gpt-4.1'], [2_000_000, undefined]])('than %i tokens is %s', (tokens, model) => expect(largerModel(rows, now('openai', 'gpt-4'), tokens)?.model).toBe(model))
  test('is of another provider where one\'s own has none, and never one whose size nobody knows', () => expect(largerModel(rows, now('local', 'odd'), 100_000)?.model).toBe('gpt-4o'))
})
