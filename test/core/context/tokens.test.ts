import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { splitLongRuns } from '../../../core/context/longRuns.ts'
import { messageTokens, tokenCounter } from '../../../core/context/tokens.ts'
import type { Content } from '../../../core/model/content.ts'
import { roleOf } from '../../../core/model/contentTypes.ts'
import { forSeeds } from '../../helpers/random.ts'

const bytes = (count: number) => Buffer.from(Array.from({ length: count }, (_, i) => (i * 7919 + (i >> 3)) % 256))
const corpus = {
  prose: 'The quick brown fox jumps over the lazy dog. It wasn’t lazy; it’d simply stopped caring — naïvely, perhaps.\n\n'.repeat(12),
  code: readFileSync(new URL('../../../core/context/reduce.ts', import.meta.url), 'utf8'),
  chinese: '上下文是历史的折叠。没有任何内容会丢失，每一次修改都是一次提交。'.repeat(8),
  japanese: 'これはテストです。日本語の文章をトークンに分けます。',
  korean: '안녕하세요. 오늘 날씨가 어때요?',
  hindi: 'यह एक परीक्षण है। संदर्भ इतिहास का योग है।',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇨🇭 ✅ 🎉🎉🎉',
  base64: bytes(600).toString('base64'),
  hex: bytes(300).toString('hex'),
  digits: '31415926535897932384626433832795'.repeat(12),
  special: '<|endoftext|> and <|endofprompt|> and <|im_start|>system<|im_end|> and <|fim_prefix|>',
  blanks: `a${' '.repeat(240)}b${'\n'.repeat(200)}c\t\t\td \r\n \r\n`,
  letters: 'a'.repeat(700),
  signs: `${'='.repeat(300)}\n${'-'.repeat(80)}\n/\n//`,
  empty: '',
}

describe.each(['o200k_base', 'cl100k_base'] as const)('%s', (encoding) => {
  test.each(Object.entries(corpus))('both engines count the same: %s', (_, text) => {
    expect(tokenCounter(encoding, 'js-tiktoken').count(text)).toBe(tokenCounter(encoding).count(text))
  })
})

test('special tokens are text, and known texts have known counts', () => {
  const count = (text: string) => tokenCounter('o200k_base').count(text)
  expect({ special: count('<|endoftext|>'), hello: count('Hello, world!'), letters: count('a'.repeat(1_000_000)) }).toEqual({ special: 7, hello: 4, letters: 125_000 })
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

describe('the guard against long runs', () => {
  test.each([
    ['letters', 'a'.repeat(1_000)],
    ['blanks', ' '.repeat(1_000)],
    ['line ends', '\r\n'.repeat(500)],
    ['blanks of all kinds', ' \n\t\u00a0'.repeat(250)],
    ['signs', '='.repeat(1_000)],
    ['signs and line ends', '/\n'.repeat(500)],
    ['accents', `a${'\u0301'.repeat(1_000)}`],
    ['letters with accents', 'क\u093f'.repeat(500)],
    ['letters outside the basic plane', '\u{20000}'.repeat(500)],
    ['letters of both planes', '\u{20000}你'.repeat(400)],
    ['joined emoji', '👩‍👩‍👧'.repeat(150)],
  ])('cuts %s into pieces of 256, whole characters only', (_, text) => {
    const pieces = splitLongRuns(text)
    expect({ joined: pieces.join(''), tooLong: pieces.filter((piece) => piece.length > 258), torn: pieces.filter((piece) => !piece.isWellFormed()) }).toEqual({ joined: text, tooLong: [], torn: [] })
  })

  test.each(Object.entries({ prose: corpus.prose, code: corpus.code, base64: bytes(3_000).toString('base64'), chinese: corpus.chinese, digits: corpus.digits.repeat(4) }))(
    'leaves %s whole',
    (_, text) => {
      expect(splitLongRuns(text)).toEqual([text])
    },
  )

  test('loses nothing of any text', () => {
    const parts = ['a', ' ', '\n', '=', '1', '\u0301', '你', '\u{20000}', '👍', '\ud800', '\udc00']
    forSeeds(500, (random) => {
      const text = Array.from({ length: random.below(12) }, () => random.pick(parts).repeat(1 + random.below(400))).join('')
      expect(splitLongRuns(text).join('')).toBe(text)
    })
  })
})
