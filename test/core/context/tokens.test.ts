import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { splitLongRuns } from '../../../core/context/longRuns.ts'
import { messageTokens, tokenCounter } from '../../../core/context/tokens.ts'
import type { Content } from '../../../core/model/content.ts'
import { roleOf } from '../../../core/model/contentTypes.ts'
import { forSeeds, randomOf } from '../../helpers/random.ts'
import { textKinds } from '../../helpers/textKinds.ts'

const encodings = ['o200k_base', 'cl100k_base'] as const
const require = createRequire(import.meta.url)

/** What gpt-tokenizer itself counts in the same pieces. */
function counted(encoding: (typeof encodings)[number], text: string): number {
  const { countTokens } = require(`gpt-tokenizer/encoding/${encoding}`) as typeof import('gpt-tokenizer/encoding/o200k_base')
  return splitLongRuns(text).reduce((total, piece) => total + countTokens(piece, { disallowedSpecial: new Set() }), 0)
}

describe.each(encodings)('%s', (encoding) => {
  const own = tokenCounter(encoding)
  const reference = tokenCounter(encoding, 'js-tiktoken')

  test.each(Object.entries(textKinds))('both engines count the same: %s', (_, make) => {
    const [short, long] = [make(randomOf(1), 240), make(randomOf(2), 6000).replaceAll('\ufeff', '')]
    expect({ short: own.count(short), long: own.count(long) }).toEqual({ short: reference.count(short), long: counted(encoding, long) })
  })

  test('both engines count the same of whatever is put together', () => {
    const kinds = Object.values(textKinds)
    const odd = ['', '<|endoftext|>', '\ufeff', "'LL", '\r\n', '\ud800', '\udc00', '\u{10ffff}', '\0', 'ß', 'ǅ', 'ʰ', '½', '١', '\u200d', '\u2028']
    forSeeds(200, (random) => {
      const text = Array.from({ length: 1 + random.below(8) }, () => (random.chance(0.4) ? random.pick(odd) : random.pick(kinds)(random, 1 + random.below(24)))).join('')
      expect({ text, tokens: own.count(text) }).toEqual({ text, tokens: reference.count(text) })
    })
  })

  test('a text from a file counts its byte order mark, which gpt-tokenizer reads over', () => {
    expect([own.count('\ufeffa'), reference.count('\ufeffa')]).toEqual([2, 2])
  })
})

test('special tokens are text, and known texts have known counts', () => {
  const count = (text: string) => tokenCounter('o200k_base').count(text)
  expect({ empty: count(''), special: count('<|endoftext|>'), hello: count('Hello, world!'), letters: count('a'.repeat(1_000_000)) }).toEqual({ empty: 0, special: 7, hello: 4, letters: 125_000 })
})

test('a message counts 3, its role, its text, and its name with one more', () => {
  const counter = tokenCounter('o200k_base')
  const tokensOf = (content: Content) => messageTokens(counter, { role: roleOf(content), content })
  expect([
    tokensOf({ type: 'dialogue', role: 'user', text: 'Hello, world!' }),
    tokensOf({ type: 'dialogue', role: 'user', text: 'Hello, world!', name: 'ada' }),
    tokensOf({ type: 'dialogue', role: 'assistant', text: '' }),
    tokensOf({ type: 'tool_call', callId: 'a', tool: 'weather', input: { city: 'Bern' } }),
  ]).toEqual([3 + 1 + 4, 3 + 1 + 4 + 1 + counter.count('ada'), 4, 3 + 1 + counter.count('weather({"city":"Bern"})')])
})
