import cl100k from 'gpt-tokenizer/bpeRanks/cl100k_base'
import o200k from 'gpt-tokenizer/bpeRanks/o200k_base'
import { CL100K_TOKEN_SPLIT_REGEX, O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants'
import { describe, expect, test } from 'vitest'
import { bytePairCounter } from '../../../core/context/bytePairs.ts'
import { splitLongRuns } from '../../../core/context/longRuns.ts'
import { makeVocabulary } from '../../../core/context/vocabulary.ts'
import { forSeeds, randomOf } from '../../helpers/random.ts'
import { textKinds } from '../../helpers/textKinds.ts'

const longest = 1024

test.each([
  ['letters', 'a'.repeat(5_000)],
  ['blanks', ' '.repeat(5_000)],
  ['line ends', '\r\n'.repeat(2_500)],
  ['blanks of all kinds', ' \n\t\u00a0'.repeat(1_250)],
  ['signs', '='.repeat(5_000)],
  ['signs and line ends', '/\n'.repeat(2_500)],
  ['accents', `a${'\u0301'.repeat(5_000)}`],
  ['letters with accents', 'क\u093f'.repeat(2_500)],
  ['letters outside the basic plane', '\u{20000}'.repeat(2_500)],
  ['letters of both planes', '\u{20000}你'.repeat(2_000)],
  ['joined emoji', '👩‍👩‍👧'.repeat(700)],
])('cuts %s into pieces of 1024, whole characters only', (_, text) => {
  const pieces = splitLongRuns(text)
  expect({ joined: pieces.join(''), tooLong: pieces.filter((piece) => piece.length > longest + 2), torn: pieces.filter((piece) => !piece.isWellFormed()) }).toEqual({ joined: text, tooLong: [], torn: [] })
})

test.each(['prose', 'code', 'minified code', 'chinese', 'japanese', 'korean', 'arabic', 'hindi', 'base64', 'hex', 'digits'])('leaves %s whole', (kind) => {
  const text = textKinds[kind]!(randomOf(1), 20_000)
  expect(splitLongRuns(text)).toEqual([text])
})

test('loses nothing of any text', () => {
  const parts = ['a', ' ', '\n', '=', '1', '\u0301', '你', '\u{20000}', '👍', '\ud800', '\udc00']
  forSeeds(300, (random) => {
    const text = Array.from({ length: random.below(12) }, () => random.pick(parts).repeat(1 + random.below(1600))).join('')
    expect(splitLongRuns(text).join('')).toBe(text)
  })
})

describe.each([
  ['o200k_base', O200K_TOKEN_SPLIT_REGEX, o200k],
  ['cl100k_base', CL100K_TOKEN_SPLIT_REGEX, cl100k],
] as const)('%s', (_, pattern, tokens) => {
  const count = bytePairCounter(makeVocabulary(tokens), pattern)

  describe.each(Object.entries(textKinds))('%s', (_kind, make) => {
    const text = make(randomOf(3), 40_000)
    const pieces = splitLongRuns(text)

    test('is never merged in pieces longer than two runs', () => {
      const longestPiece = pieces.flatMap((piece) => piece.match(pattern) ?? []).reduce((most, piece) => Math.max(most, piece.length), 0)
      expect(longestPiece).toBeLessThanOrEqual(2 * longest + 4)
    })

    test('counts the same whole and cut, but for 0.5 %', () => {
      const [whole, cut] = [count(text), pieces.reduce((total, piece) => total + count(piece), 0)]
      expect(Math.abs(whole - cut)).toBeLessThanOrEqual(0.005 * whole)
    })
  })
})
