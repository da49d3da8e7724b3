import { describe, expect, test } from 'vitest'
import { realPorts } from '../../core/realPorts.ts'
import type { Resolution } from '../../main/contract/settings.ts'
import { silentClient } from '../../main/providers.ts'
import { resolutionOf } from '../../main/resolution.ts'
import type { StoredProvider } from '../../main/settings.ts'

const clientOf = (kind: StoredProvider['kind'], name: string) => silentClient({ id: kind, kind, name, baseUrl: '', models: ['a-model'] }, realPorts.clock)
const rowOf = ({ rows }: Resolution, name: string) => rows.find((row) => row.name === name)

describe('the levels of the settings', () => {
  test('each say what they set, and the first that sets a field wins; 0 and an empty list of levels count as what they are', () => {
    const { rows } = resolutionOf({ sugar: { temperature: 0 }, llmConfig: { seed: 0 }, operation: { temperature: 0.2, model: 'gpt-4o' }, default: { model: 'small', maxTokens: 9 }, clientModel: 'a-model' }, clientOf('openai', 'OpenAI'))
    expect(rows.map(({ name, set, used }) => [name, set, used?.value, used?.from])).toEqual([
      ['model', { operation: 'gpt-4o', default: 'small', client: 'a-model' }, 'gpt-4o', 'operation'],
      ['temperature', { sugar: 0, operation: 0.2 }, 0, 'sugar'],
      ['max_tokens', { default: 9 }, 9, 'default'],
      ['stop_sequences', {}, undefined, undefined],
      ['top_p', {}, undefined, undefined],
      ['seed', { llmConfig: 0 }, 0, 'llmConfig'],
      ['top_k', {}, undefined, undefined],
      ['frequency_penalty', {}, undefined, undefined],
      ['presence_penalty', {}, undefined, undefined],
    ])
  })

  test('are merged key by key for what a provider alone understands', () => {
    const { rows } = resolutionOf({ llmConfig: { extra: { user: 'me' } }, default: { extra: { user: 'all', logit_bias: { '5': 1 } } } }, clientOf('openai', 'OpenAI'))
    expect(rows.slice(9).map(({ name, set, used }) => [name, set, used])).toEqual([
      ['user', { llmConfig: 'me', default: 'all' }, { value: 'me', from: 'llmConfig' }],
      ['logit_bias', { default: { '5': 1 } }, { value: { '5': 1 }, from: 'default' }],
    ])
  })
})

const all = { temperature: 0.5, maxTokens: 9, stopSequences: ['END'], topK: 40, seed: 1 }

test.each([
  ['OpenAI', 'openai', { max_tokens: ['max_completion_tokens', null], stop_sequences: ['stop', null], top_k: [null, 'OpenAI has no top_k'], seed: [null, null] }],
  ['Anthropic', 'anthropic', { max_tokens: [null, null], stop_sequences: [null, null], top_k: [null, null], seed: [null, 'Anthropic has no seed'] }],
  ['Ollama', 'ollama', { max_tokens: ['options.num_predict', null], stop_sequences: ['options.stop', null], top_k: ['options.top_k', null], seed: ['options.seed', null] }],
] as const)('%s is told in its own words, and what it has no place for is said', (name, kind, expected) => {
  const resolution = resolutionOf({ operation: all, clientModel: 'a-model' }, clientOf(kind, name))
  const got = Object.keys(expected).map((field) => [field, [rowOf(resolution, field)?.sentAs, rowOf(resolution, field)?.notSent]])
  expect(Object.fromEntries(got)).toEqual(expected)
})
