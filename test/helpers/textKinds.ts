import { readFileSync } from 'node:fs'
import type { Random } from './random.ts'

/** Every kind of text whose tokens are counted, from prose to noise: `sizeBytes` of it in UTF-8, and a little more where a character is long. */
export const textKinds: { readonly [kind: string]: (random: Random, sizeBytes: number) => string } = {
  prose: joined((random) => word(random) + random.pick([' ', ' ', ' ', ' ', ', ', '. ', '.\n\n', '’s '])),
  code: (random, sizeBytes) => cut(sources, random, sizeBytes),
  'minified code': joined((random) => `function ${word(random)}(t,e){return ${letters(random)}.${letters(random)}(e,${random.below(1000)})&&!${letters(random)}?void 0:${letters(random)}}`),
  chinese: joined((random) => random.pick(common) + random.pick(['', '', '', '', '', '', '，', '', '', '。'])),
  'chinese without a mark': joined(within(0x4e00, 0x9fa5)),
  'chinese of the second plane': joined(within(0x20000, 0x2a6d6)),
  japanese: joined((random) => random.pick([within(0x3041, 0x3093), within(0x30a1, 0x30f6), within(0x4e00, 0x5e00)])(random) + random.pick(['', '', '', '', '', '。', '、'])),
  korean: joined((random) => within(0xac00, 0xd7a3)(random) + random.pick(['', '', '', ' '])),
  thai: joined((random) => within(0x0e01, 0x0e2e)(random) + random.pick(['', within(0x0e30, 0x0e4e)(random)])),
  arabic: joined((random) => within(0x0627, 0x064a)(random) + random.pick(['', '', '', '', ' '])),
  hebrew: joined((random) => within(0x05d0, 0x05ea)(random) + random.pick(['', '', '', '', ' '])),
  hindi: joined((random) => within(0x0915, 0x0939)(random) + within(0x093e, 0x094d)(random) + random.pick(['', '', '', ' '])),
  burmese: joined(within(0x1000, 0x103f)),
  tibetan: joined(within(0x0f40, 0x0fbc)),
  'russian without blanks': joined(within(0x0430, 0x044f)),
  'joined emoji': joined((random) => random.pick(['👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '🇨🇭', '👨🏿‍🚀', '🧑‍🤝‍🧑'])),
  'emoji between words': joined((random) => within(0x1f300, 0x1faff)(random) + random.pick(['', '', ` ${word(random)} `])),
  base64: joined((random) => random.pick('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split(''))),
  hex: joined((random) => random.pick('0123456789abcdef'.split(''))),
  digits: joined(within(0x30, 0x39)),
  'arabic digits': joined(within(0x660, 0x669)),
  'one letter': (random, sizeBytes) => within(0x61, 0x7a)(random).repeat(sizeBytes),
  'letters at random': joined(within(0x61, 0x7a)),
  'capitals at random': joined(within(0x41, 0x5a)),
  'words without blanks': joined(word),
  blanks: (_, sizeBytes) => ' '.repeat(sizeBytes),
  'line ends': (_, sizeBytes) => '\n'.repeat(sizeBytes),
  'blanks of all kinds': joined((random) => random.pick([' ', '\n', '\t', '\r\n', '\u00a0', '\u3000'])),
  'one sign': (random, sizeBytes) => random.pick('=-_/*#.~'.split('')).repeat(sizeBytes),
  signs: joined((random) => random.pick('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'.split(''))),
  'signs and line ends': joined((random) => random.pick(['/', '\n', '*', '\r\n'])),
  'drawn boxes': joined(within(0x2500, 0x257f)),
  accents: joined(within(0x0300, 0x036f)),
  'letters under accents': joined((random) => `a${within(0x0300, 0x036f)(random)}${within(0x0300, 0x036f)(random)}`),
  'control characters': joined(within(0, 31)),
  'private characters': joined(within(0xe000, 0xf8ff)),
  'halves of pairs': joined((random) => String.fromCharCode(0xd800 + random.below(0x800))),
  'any character': joined((random) => String.fromCodePoint(random.below(random.pick([0x80, 0x800, 0xd800, 0x110000])))),
}

const sources = ['reduce', 'tokens', 'turns', 'ancestry'].map((name) => readFileSync(new URL(`../../core/context/${name}.ts`, import.meta.url), 'utf8')).join('\n')
const common = '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长'.split('')
const words = 'the of and to in a is that for it as was with be by on not he context message branch commit answer history token budget window prompt refund naïve Zürich'.split(' ')

function word(random: Random): string {
  return random.chance(0.3) ? letters(random) : random.pick(words)
}

function letters(random: Random): string {
  return Array.from({ length: 1 + random.below(10) }, () => within(0x61, 0x7a)(random)).join('')
}

function within(first: number, last: number): (random: Random) => string {
  return (random) => String.fromCodePoint(first + random.below(last - first + 1))
}

function joined(next: (random: Random) => string): (random: Random, sizeBytes: number) => string {
  return (random, sizeBytes) => {
    const parts: string[] = []
    for (let size = 0; size < sizeBytes; size += Buffer.byteLength(parts.at(-1) ?? '')) parts.push(next(random))
    return parts.join('')
  }
}

function cut(text: string, random: Random, sizeBytes: number): string {
  const from = random.below(text.length)
  return (text.slice(from) + text.repeat(Math.ceil(sizeBytes / text.length))).slice(0, sizeBytes)
}
