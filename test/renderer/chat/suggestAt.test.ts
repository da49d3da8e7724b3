import { describe, expect, test } from 'vitest'
import { suggestAt } from '../../../renderer/chat/suggestAt.ts'

/** `|` is the caret. */
const at = (written: string) => suggestAt(written.replace('|', ''), written.indexOf('|'))

describe('what the composer is asked for', () => {
  test.each<[string, ReturnType<typeof suggestAt>]>([
    ['/|', { kind: 'command', search: '', from: 0 }],
    ['/new br|', { kind: 'command', search: 'new br', from: 0 }],
    ['@|', { kind: 'quote', search: '', from: 0 }],
    ['see @a1|', { kind: 'quote', search: 'a1', from: 4 }],
    ['see @a1| and more', { kind: 'quote', search: 'a1', from: 4 }],
    ['a\n@b|', { kind: 'quote', search: 'b', from: 2 }],
    ['|', null],
    ['a /|', null],
    ['/usr/bin|', null],
    ['/one\ntwo|', null],
    ['/on|e', null],
    ['me@a.org|', null],
    ['@a1 |', null],
    ['@@|', null],
  ])('%j', (written, asked) => {
    expect(at(written)).toEqual(asked)
  })
})
