import { describe, expect, test } from 'vitest'
import { Tract } from '../../../core/index.ts'
import { checkRefName, similarTo } from '../../../core/history/names.ts'
import { faultOf } from '../../helpers/faultOf.ts'

const refused: readonly (readonly [string, readonly string[]])[] = [
  ['empty', ['']],
  ['a blank or control character', [' ', 'a b', 'a\tb', 'a\nb', 'a\u0000', 'a\u007f', 'a\u0085b', 'a\u00a0b', 'a\u2003b', 'a\u2028b', 'a\u3000b']],
  ['an invisible or turning character', ['a\u200bb', 'a\u200db', 'a\u200e', '\u202etset', 'a\u2066b', 'a\ufeff', 'a\u00adb', 'a\u061cb', 'a\u180eb', 'a\u3164b', 'a\ufe0f', 'a\u{e0041}']],
  ['half of a character', ['\ud800', 'a\udc00']],
  ['git’s own signs', ['a~1', 'a^', 'a:b', 'a?', 'a*', '[a', 'a\\b', 'a..b', 'a@{1', '@', 'a//b', '/a', 'a/', '.a', 'a/.b', 'a.', 'a./b', 'a.lock', 'a.lock/b']],
  ['a place in history', ['HEAD', 'ORIG_HEAD', '-', 'НЕAD', 'ＨＥＡＤ']],
  ['a dash in front', ['-a', '--force']],
  ['what a commit is called', ['abcd', '0123', 'deadbeef', 'DEADBEEF', 'a'.repeat(64)]],
  ['too long', ['x'.repeat(201)]],
]

describe.each(refused)('a branch name that is refused: %s', (_, names) => {
  test.each(names.map((name) => [JSON.stringify(name), name]))('%s', (__, name) => expect(faultOf(() => checkRefName(name))).toBe('ref/bad-name'))
})

test.each(['main', 'a', 'abc', 'feature/x', 'Übung', '日本語', '😀', 'a.b', 'a-b', 'a_b', '@a', 'a@', 'heads/HEAD', 'head', 'beefy', 'a'.repeat(65), 'x'.repeat(200), 'lock', 'a.locks'])(
  'a branch may be called %s',
  (name) => expect(checkRefName(name)).toBe(name),
)

test('a name is kept in its composed form, and found in either', () => {
  using tract = Tract.open()
  const { hash } = tract.user('a')
  const [composed, apart] = ['\u00e9t\u00e9', 'e\u0301te\u0301']
  expect(tract.branch(apart).name).toBe(composed)
  expect([tract.resolve(apart), tract.resolve(composed), tract.switch('main').kind, tract.switch(apart).kind, tract.on(composed).user('b').parents]).toEqual([hash, hash, 'attached', 'attached', [hash]])
  expect([faultOf(() => tract.branch(composed)), faultOf(() => tract.branch(apart)), tract.listBranches().map(({ name }) => name)]).toEqual(['branch/exists', 'branch/exists', ['main', composed]])
})

test.each([
  ['main', 'mаin'],
  ['main', 'ｍain'],
  ['feature/one', 'feature∕one'],
  ['a-b', 'a–b'],
  ['scope', 'ѕсоре'],
])('beside %s no branch may be called %s, which looks the same', (name, twin) => {
  using tract = Tract.open()
  tract.user('a')
  if (name !== 'main') tract.branch(name)
  expect(faultOf(() => tract.branch(twin))).toBe('ref/bad-name')
})

test('a Cyrillic or Greek name that is nobody’s twin is fine', () => {
  using tract = Tract.open()
  tract.user('a')
  expect(['тест', 'δοκιμή', 'Main'].map((name) => tract.branch(name).name)).toEqual(['тест', 'δοκιμή', 'Main'])
})

test.each<[string, readonly string[], readonly string[]]>([
  ['mian', ['main', 'other'], ['main']],
  ['feat', ['feature/a', 'feature/b', 'fix'], ['feature/a', 'feature/b']],
  ['xyz', ['main', 'other'], []],
  ['', ['a', 'b', 'c', 'd'], ['a', 'b', 'c']],
])('what looks like %s', (wanted, names, expected) => expect(similarTo(wanted, names)).toEqual(expected))

test.each(['', '   ', 'x'.repeat(121), 'a\nb', 'a\u0000', 'a\u202eb', 'a\u2028b', 'a\ud800'])('a tract can not be called %j', (name) => {
  using tract = Tract.open()
  const before = tract.name
  expect([faultOf(() => tract.rename(name)), faultOf(() => tract.workspace.create({ name })), tract.name]).toEqual(['tract/bad-name', 'tract/bad-name', before])
})
