import { describe, expect, test } from 'vitest'
import { isWithinLimits, maxMessageBytes } from '../../main/limits.ts'

describe('what is parsed at all', () => {
  test.each([
    ['an ordinary message', JSON.stringify({ i: 1, b: { json: { text: 'hello, [world] {and} "more"' } } })],
    ['64 levels', '['.repeat(64) + ']'.repeat(64)],
    ['brackets in a text', JSON.stringify('['.repeat(100_000))],
    ['escaped quotes and backslashes', JSON.stringify(`${'\\"'.repeat(1000)}[[[`)],
    ['a million commas in a text', JSON.stringify(','.repeat(1_500_000))],
    ['20 million characters of text', JSON.stringify('a'.repeat(20_000_000))],
  ])('%s is', (_name, text) => {
    expect(isWithinLimits(text)).toBe(true)
  })

  test.each([
    ['65 levels', '['.repeat(65) + ']'.repeat(65)],
    ['200,000 levels', '{"a":'.repeat(200_000)],
    ['levels behind a text that ends with a backslash', `["\\\\",${'['.repeat(70)}`],
    ['more than a million values', `[${'1,'.repeat(1_000_001)}1]`],
    ['more than 24 million bytes', ' '.repeat(maxMessageBytes + 1)],
    ['more than 24 million bytes in fewer characters', JSON.stringify('é'.repeat(maxMessageBytes / 2))],
  ])('%s is not', (_name, text) => {
    expect(isWithinLimits(text)).toBe(false)
  })
})
