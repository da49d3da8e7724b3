import { describe, expect, test } from 'vitest'
import { faultOf } from '../helpers/faultOf.ts'
import { changedConfig } from '../../main/operations.ts'
import { readConfig } from '../../main/readConfig.ts'

describe('settings written for another framework', () => {
  test('are taken by our names, and every key is accounted for', () => {
    const { config, keys } = readConfig('{"model":"m","max_completion_tokens":5,"max_tokens":7,"top_k":null,"stream":true,"Authorization":"Bearer x","response_format":{"type":"text"}}')
    expect([config, keys]).toEqual([
      { model: 'm', maxTokens: 7, extra: { response_format: { type: 'text' } } },
      [
        { key: 'model', became: 'same', name: 'model' },
        { key: 'max_completion_tokens', became: 'overruled', name: 'max_tokens' },
        { key: 'max_tokens', became: 'same', name: 'max_tokens' },
        { key: 'top_k', became: 'dropped', name: null },
        { key: 'stream', became: 'dropped', name: null },
        { key: 'Authorization', became: 'dropped', name: null },
        { key: 'response_format', became: 'extra', name: 'response_format' },
      ],
    ])
  })

  test.each([
    ['half of it', '{"model":', 'settings/bad-value'],
    ['a list', '[]', 'settings/bad-value'],
    ['a number', '5', 'settings/bad-value'],
    ['a value that can\'t be', '{"temperature":"hot"}', 'config/bad-value'],
  ])('with %s in it are refused, as a fault', (_name, json, code) => expect(faultOf(() => readConfig(json))).toBe(code))
})

describe('a change of settings', () => {
  test.each([
    ['sets one beside the others', { temperature: 0.2 }, { seed: 1 }, { temperature: 0.2, seed: 1 }],
    ['takes one back, by either name', { temperature: 0.2, maxTokens: 5 }, { max_tokens: null }, { temperature: 0.2 }],
    ['takes the last one back', { temperature: 0.2 }, { temperature: null }, {}],
    ['sets a provider\'s own', { extra: { user: 'me' } }, { logit_bias: {} }, { extra: { user: 'me', logit_bias: {} } }],
    ['takes a provider\'s own back', { extra: { user: 'me' } }, { user: null }, {}],
  ])('%s', (_name, now, changes, expected) => expect(changedConfig(now, changes)).toEqual(expected))
})
