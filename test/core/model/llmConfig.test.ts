import { describe, expect, test } from 'vitest'
import { configFrom, resolveConfig } from '../../../core/model/llmConfig.ts'
import type { ConfigSources } from '../../../core/model/llmConfig.ts'
import type { LLMConfig, ResolvedConfig } from '../../../core/model/config.ts'

describe('settings are read from any framework', () => {
  const rows: readonly (readonly [name: string, object: object, config: LLMConfig])[] = [
    ['nothing', {}, {}],
    ['our own names', { model: 'm', temperature: 0, topP: 1, maxTokens: 5, stopSequences: ['x'], topK: 3, seed: -1 }, { model: 'm', temperature: 0, topP: 1, maxTokens: 5, stopSequences: ['x'], topK: 3, seed: -1 }],
    ['snake case', { top_p: 0.5, top_k: 40, frequency_penalty: -1, presence_penalty: 2 }, { topP: 0.5, topK: 40, frequencyPenalty: -1, presencePenalty: 2 }],
    ['one stop', { stop: 'END' }, { stopSequences: ['END'] }],
    ['several stops', { stop_sequences: ['a', 'b'] }, { stopSequences: ['a', 'b'] }],
    ['max_tokens', { max_tokens: 7 }, { maxTokens: 7 }],
    ['max_completion_tokens', { max_completion_tokens: 7 }, { maxTokens: 7 }],
    ['max_output_tokens', { max_output_tokens: 7 }, { maxTokens: 7 }],
    ['both names: ours wins', { max_tokens: 7, maxTokens: 9, stop: 'x', stopSequences: ['y'] }, { maxTokens: 9, stopSequences: ['y'] }],
    ['null and undefined are not set', { temperature: null, model: undefined, maxTokens: null, max_tokens: 3, user: null }, { maxTokens: 3 }],
    ['0 and the empty text are set', { temperature: 0, model: '' }, { temperature: 0, model: '' }],
    ['unknown keys go to extra', { logit_bias: { 5: 1 }, reasoning_effort: 'low' }, { extra: { logit_bias: { 5: 1 }, reasoning_effort: 'low' } }],
    ['extra comes back as it went', { extra: { a: 1 }, b: 2, a: 3 }, { extra: { b: 2, a: 1 } }],
    ['transport keys are dropped', { messages: [], stream: true, tools: [], tool_choice: 'auto', system: 's', base_url: 'u', timeout: 3, n: 2, max_retries: 1 }, {}],
    ['keys are dropped', { api_key: 'k', apiKey: 'k', 'x-api-key': 'k', Authorization: 'k', auth_token: 'k', anthropicApiKey: 'k', password: 'k' }, {}],
    ['__proto__ is data', JSON.parse('{"__proto__": {"polluted": 1}}') as object, { extra: JSON.parse('{"__proto__": {"polluted": 1}}') as LLMConfig['extra'] & object }],
  ]
  test.each(rows)('%s', (_, object, config) => {
    expect(configFrom(object as Record<string, unknown>)).toEqual(config)
  })

  test('reading what was read changes nothing', () => {
    const config = configFrom({ model: 'm', stop: 'x', top_k: 1, user: 'u', nested: { a: [1, null] } })
    expect(configFrom(config)).toEqual(config)
  })
})

describe('a setting that can not be is refused with its name', () => {
  test.each([
    [{ temperature: 'hot' }, 'temperature', '"hot"'],
    [{ temperature: Number.NaN }, 'temperature', 'NaN'],
    [{ temperature: -1 }, 'temperature', '-1'],
    [{ top_p: 1.5 }, 'top_p', '1.5'],
    [{ max_tokens: 0 }, 'max_tokens', '0'],
    [{ maxTokens: 1.5 }, 'maxTokens', '1.5'],
    [{ model: 5 }, 'model', '5'],
    [{ stop: [1] }, 'stop', '[1]'],
    [{ seed: 'x' }, 'seed', '"x"'],
    [{ extra: [] }, 'extra', '[]'],
    [{ user: () => 0 }, 'user', 'a value of type function'],
  ])('%j', (object, field, found) => {
    expect(() => configFrom(object)).toThrow(expect.objectContaining({ code: 'config/bad-value', data: { field, found } }))
  })
})

describe('the first level that sets a field wins it', () => {
  const rows: readonly (readonly [name: string, levels: ConfigSources, resolved: ResolvedConfig])[] = [
    ['nothing anywhere', {}, { values: {}, levels: {} }],
    ['only the client knows a model', { clientModel: 'c' }, { values: { model: 'c' }, levels: { model: 'client' } }],
    [
      'each level sets one',
      { sugar: { temperature: 1 }, llmConfig: { topP: 0.5 }, operation: { maxTokens: 3 }, default: { seed: 1 }, clientModel: 'c' },
      { values: { model: 'c', temperature: 1, topP: 0.5, maxTokens: 3, seed: 1 }, levels: { model: 'client', temperature: 'sugar', topP: 'llmConfig', maxTokens: 'operation', seed: 'default' } },
    ],
    [
      'all levels set one',
      { sugar: { model: 's' }, llmConfig: { model: 'l' }, operation: { model: 'o' }, default: { model: 'd' }, clientModel: 'c' },
      { values: { model: 's' }, levels: { model: 'sugar' } },
    ],
    ['0 is set', { llmConfig: { temperature: 0 }, default: { temperature: 1 } }, { values: { temperature: 0 }, levels: { temperature: 'llmConfig' } }],
    ['the empty text is set', { sugar: { model: '' }, default: { model: 'd' } }, { values: { model: '' }, levels: { model: 'sugar' } }],
    ['an empty list is set', { operation: { stopSequences: [] }, default: { stopSequences: ['x'] } }, { values: { stopSequences: [] }, levels: { stopSequences: 'operation' } }],
    [
      'extra is merged key by key',
      { llmConfig: { extra: { a: 1 } }, operation: { extra: { a: 2, b: 2 } }, default: { extra: { a: 3, b: 3, c: 3 } } },
      { values: { extra: { a: 1, b: 2, c: 3 } }, levels: { extra: 'llmConfig' } },
    ],
    ['other options beside the sugar are not read', { sugar: { temperature: 1, signal: 'x', llmConfig: {} } as LLMConfig }, { values: { temperature: 1 }, levels: { temperature: 'sugar' } }],
  ]
  test.each(rows)('%s', (_, levels, resolved) => {
    expect(resolveConfig(levels)).toEqual(resolved)
  })

  test('a bad value on any level is refused', () => {
    expect(() => resolveConfig({ operation: { temperature: 'hot' as unknown as number } })).toThrow(expect.objectContaining({ code: 'config/bad-value' }))
  })
})
