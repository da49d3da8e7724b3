import { describe, expect, test } from 'vitest'
import { type ConfigQuery, LLMConfig, Tract } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { forSeeds, type Random } from '../../../helpers/random.ts'

const configs: { readonly [name: string]: LLMConfig } = {
  a: { model: 'gpt', temperature: 0.5, topP: 1, stopSequences: ['x', 'y'] },
  b: { model: 'gpt', temperature: 1, maxTokens: 100, extra: { b: [1, 'ü'], a: null } },
  c: { model: 'claude', temperature: 0, seed: 9007199254740991, topK: 40, frequencyPenalty: -0.5 },
  d: { model: '', presencePenalty: 2 },
}

/** A tract with an answer by each of them, and messages by nobody. */
function asked(): Tract & Disposable {
  const tract = Tract.open()
  tract.user('question')
  for (const [name, generationConfig] of Object.entries(configs)) tract.assistant(name, { generationConfig })
  return tract
}

describe('a query finds the commits whose settings match, newest first', () => {
  test.each<[ConfigQuery, string]>([
    [{ model: 'gpt' }, 'ba'],
    [{ model: '' }, 'd'],
    [{ model: { ne: 'gpt' } }, 'dc'],
    [{ model: { in: ['claude', 'gpt', 'other'] } }, 'cba'],
    [{ model: { in: [] } }, ''],
    [{ model: 'GPT' }, ''],
    [{ temperature: 0 }, 'c'],
    [{ temperature: { ne: 0 } }, 'ba'],
    [{ temperature: { lt: 0.5 } }, 'c'],
    [{ temperature: { lte: 0.5 } }, 'ca'],
    [{ temperature: { gt: 0.5 } }, 'b'],
    [{ temperature: { gte: 0.5 } }, 'ba'],
    [{ temperature: { in: [0, 1] } }, 'cb'],
    [{ temperature: { gt: -100 } }, 'cba'],
    [{ topP: 1 }, 'a'],
    [{ maxTokens: { lte: 100 } }, 'b'],
    [{ seed: 9007199254740991 }, 'c'],
    [{ seed: { in: [9007199254740991] } }, 'c'],
    [{ topK: { gt: 39, }, frequencyPenalty: { lt: 0 } }, 'c'],
    [{ presencePenalty: 2 }, 'd'],
    [{ stopSequences: ['x', 'y'] }, 'a'],
    [{ stopSequences: ['y', 'x'] }, ''],
    [{ stopSequences: { ne: ['x'] } }, 'a'],
    [{ stopSequences: { in: [['x'], ['x', 'y']] } }, 'a'],
    [{ extra: { a: null, b: [1, 'ü'] } }, 'b'],
    [{ extra: { b: [1, 'ü'] } }, ''],
    [{ model: 'gpt', temperature: { gt: 0.5 }, maxTokens: 100 }, 'b'],
    [{ model: 'gpt', topK: 40 }, ''],
    [{}, ''],
    [{ model: undefined } as never, ''],
    [LLMConfig.from({}), ''],
    [LLMConfig.from({ model_name: 'gpt', max_completion_tokens: 100 }), 'b'],
    [configs['a'] as ConfigQuery, 'a'],
    [configs['b'] as ConfigQuery, 'b'],
    [configs['c'] as ConfigQuery, 'c'],
  ])('%j: %s', (query, expected) => {
    using tract = asked()
    expect(tract.queryByConfig(query).map((commit) => 'preview' in commit && commit.preview).join('')).toBe(expected)
  })
})

test.each<[unknown, string]>([
  [{ modle: 'gpt' }, 'query/unknown-field'],
  [{ max_tokens: 1 }, 'query/unknown-field'],
  [{ __proto__x: 1 }, 'query/unknown-field'],
  [{ constructor: 1 }, 'query/unknown-field'],
  [{ "model' or 1 --": 1 }, 'query/unknown-field'],
  [{ temperature: { above: 1 } }, 'query/bad-operator'],
  [{ temperature: {} }, 'query/bad-operator'],
  [{ temperature: { gt: 0, lt: 1 } }, 'query/bad-operator'],
  [{ temperature: { eq: 1 } }, 'query/bad-operator'],
  [{ temperature: { in: 1 } }, 'query/bad-operator'],
  [{ model: { lt: 'gpt' } }, 'query/bad-operator'],
  [{ stopSequences: { gte: ['x'] } }, 'query/bad-operator'],
  [{ temperature: '1' }, 'config/bad-value'],
  [{ temperature: { gt: NaN } }, 'config/bad-value'],
  [{ temperature: [1] }, 'config/bad-value'],
  [{ temperature: { ne: null } }, 'config/bad-value'],
  [{ model: 5 }, 'config/bad-value'],
  [{ model: { in: ['gpt', 5] } }, 'config/bad-value'],
  [{ stopSequences: 'x' }, 'config/bad-value'],
  [{ extra: 'x' }, 'config/bad-value'],
])('%j is no query: %s', (query, code) => {
  using tract = asked()
  expect(faultOf(() => tract.queryByConfig(query as ConfigQuery))).toBe(code)
})

test('a wrong field is told with the one that was meant', () => {
  using tract = asked()
  expect(() => tract.queryByConfig({ temprature: 1 } as never)).toThrow(expect.objectContaining({ data: { field: 'temprature', similar: ['temperature'] }, hint: 'Did you mean "temperature"?' }))
})

test('all branches of the tract are asked, nothing that was taken back, and no other tract', () => {
  using tract = Tract.open()
  const say = (text: string) => tract.assistant(text, { generationConfig: { model: 'm' } })
  const a = say('a')
  tract.branch('side')
  const b = say('b')
  tract.switch('main')
  const c = say('c')
  say('taken back')
  tract.undo()
  tract.workspace.create().assistant('elsewhere', { generationConfig: { model: 'm' } })
  expect([tract.queryByConfig({ model: 'm' }), tract.on('side').queryByConfig({ model: 'm' })]).toEqual([[c, b, a], [c, b, a]])
})

const numbers = [0, 0.1, 0.3, 0.1 + 0.2, 0.30000000000000010, 1, 2, 1.0000000000000002, 1e-7, 1e21, 2 ** 53 - 1, 123456789012345680000]
const operators: { readonly [name: string]: (a: number, b: number) => boolean } = {
  ne: (a, b) => a !== b, lt: (a, b) => a < b, lte: (a, b) => a <= b, gt: (a, b) => a > b, gte: (a, b) => a >= b,
}

test('numbers compare exactly, whatever their digits', () => {
  forSeeds(5, (random: Random) => {
    using tract = Tract.open()
    const answers = Array.from({ length: 30 }, () => (random.chance(0.5) ? random.pick(numbers) : random.next() * 2)).map((temperature) => ({ temperature, ...(random.chance(0.7) ? { model: random.pick(['a', 'b']) } : {}) }))
    for (const generationConfig of answers) tract.assistant('x', { generationConfig })
    const found = (query: ConfigQuery) => tract.queryByConfig(query).map(({ generationConfig }) => generationConfig)
    const expected = (matches: (config: { temperature: number; model?: string }) => boolean) => answers.filter(matches).toReversed()
    for (const { temperature: value } of answers) {
      for (const [name, holds] of Object.entries(operators)) {
        expect([name, value, found({ temperature: { [name]: value } as never, model: 'a' })]).toEqual([name, value, expected(({ temperature, model }) => holds(temperature, value) && model === 'a')])
      }
      const list = [value, random.pick(numbers)]
      expect([found({ temperature: value }), found({ temperature: { in: list } })]).toEqual([expected(({ temperature }) => temperature === value), expected(({ temperature }) => list.includes(temperature))])
    }
  })
})
