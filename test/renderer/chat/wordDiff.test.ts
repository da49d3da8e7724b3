import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insideBlanks, wordDiff } from '../../../renderer/chat/wordDiff.ts'

const signs = { same: '=', removed: '-', added: '+' } as const
const diff = (before: string, after: string): string[] => wordDiff(before, after).map((part) => signs[part.kind] + part.text)

describe('word diff', () => {
  it.each([
    ['nothing changed', 'a b c', 'a b c', ['=a b c']],
    ['both empty', '', '', []],
    ['all new', '', 'hello', ['+hello']],
    ['all gone', 'hello', '', ['-hello']],
    ['one word for another', 'within 60 days of it', 'within 30 days of it', ['=within ', '-60', '+30', '= days of it']],
    ['a changed phrase reads as one', 'say one two now', 'say three four now', ['=say ', '-one two', '+three four', '= now']],
    ['a sign at the end', 'Yes.', 'Yes!', ['=Yes', '-.', '+!']],
    ['letters of any script', 'größer als 東京', 'größer als 大阪', ['=größer als ', '-東京', '+大阪']],
  ])('%s', (_, before, after, expected) => {
    expect(diff(before, after)).toEqual(expected)
  })

  it('goes line by line where words would take too long', () => {
    const lines = Array.from({ length: 1500 }, (_, at) => `line ${at} of many\n`)
    const changed = lines.map((line, at) => (at % 2 === 0 ? line : `other ${at}\n`))
    expect(wordDiff(lines.join(''), changed.join('')).filter((part) => part.kind === 'same').length).toBe(750)
  })

  it('holds both texts whole', () => {
    const text = array(constantFrom('a', 'b', 'the', ' ', ' ', '\n', '.'), { maxLength: 30 })
    assert(
      property(text, text, (left, right) => {
        const [before, after] = [left.join(''), right.join('')]
        const parts = wordDiff(before, after)
        const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text).join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})

describe('what is marked of a changed piece', () => {
  it.each([
    [' 30 days ', [' ', '30 days', ' ']],
    ['days', ['', 'days', '']],
    ['  ', ['', '  ', '']],
  ] as const)('of "%s" its words only', (text, parts) => expect(insideBlanks(text)).toEqual(parts))
})
