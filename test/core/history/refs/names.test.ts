import { describe, expect, test } from 'vitest'
import { Tract } from '../../../../core/index.ts'
import { checkRefName, similarTo } from '../../../../core/history/refs/names.ts'
import { faultOf } from '../../../helpers/faultOf.ts'

const refused: readonly (readonly [string, readonly string[]])[] = [
  ['empty', ['']],
  ['a blank or control character', [' ', 'a b', 'a\tb', 'a\nb', 'a\u0000', 'a\u007f', 'a\u0085b', 'a\u00a0b', 'a\u2003b', 'a\u2028b', 'a\u3000b']],
  ['an invisible or turning character', ['a\u200bb', 'a\u200db', 'a\u200e', '\u202etset', 'a\u2066b', 'a\ufeff', 'a\u00adb', 'a\u061cb', 'a\u180eb', 'a\u3164b', 'a\ufe0f', 'a\u{e0041}']],
  ['half of a character', ['\ud800', 'a\udc00']],
  ['git’s own signs', ['a~1', 'a^', 'a:b', 'a?', 'a*', '[a', 'a\\b', 'a..b', 'a@{1', '@', 'a//b', '/a', 'a/', '.a', 'a/.b', 'a.', 'a./b', 'a.lock', 'a.lock/b']],
  ['a place in history', ['HEAD', 'ORIG_HEAD', '-', 'НЕAD', 'ＨＥＡＤ', '–', 'HEAD～1', 'main＾', 'tag：v1', 'tаg：v1']],
  ['a dash in front', ['-a', '--force', '–a', '−a']],
  ['what a commit is called', ['abcd', '0123', 'deadbeef', 'DEADBEEF', 'a'.repeat(64), 'аbcd', 'ｄｅａｄ']],
  ['too long', ['x'.repeat(201)]],
]

describe.each(refused)('a name that neither a branch nor a tag may have: %s', (_, names) => {
  test.each(names.map((name) => [JSON.stringify(name), name]))('%s', (__, name) => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('other', { switch: false })
    const acts = [() => checkRefName(name), () => tract.branch(name), () => tract.tag(name), () => tract.renameBranch('other', name), () => tract.workspace.create({ defaultBranch: name })]
    expect([...acts.map(faultOf), tract.listBranches().map((branch) => branch.name), tract.listTags()]).toEqual([...acts.map(() => 'ref/bad-name'), ['main', 'other'], []])
  })
})

test('what is refused is told so that it can be seen', () => {
  using tract = Tract.open()
  tract.user('a')
  const messageOf = (act: () => unknown): string => { try { return String(act()) } catch (error) { return error instanceof Error ? error.message : '' } }
  expect([messageOf(() => tract.branch('\u202etset')), messageOf(() => tract.tag('a\u0000'))]).toEqual([
    '"<U+202E>tset" can\'t be the name of a branch or tag: it has an invisible character in it.',
    '"a<U+0000>" can\'t be the name of a branch or tag: it has a blank or a control character in it.',
  ])
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
  expect([tract.resolve(apart), tract.resolve(composed), tract.switch('main').kind, tract.switch(apart).kind, tract.on(apart).user('b').parents, tract.on(composed).status().commitCount]).toEqual([hash, hash, 'attached', 'attached', [hash], 2])
  expect([faultOf(() => tract.branch(composed)), faultOf(() => tract.branch(apart)), tract.listBranches().map(({ name }) => name)]).toEqual(['branch/exists', 'branch/exists', ['main', composed]])
})

test.each([
  ['main', 'mаin'],
  ['main', 'ｍain'],
  ['feature/one', 'feature∕one'],
  ['a-b', 'a–b'],
  ['scope', 'ѕсоре'],
])('beside the branch %s neither branch nor tag may be called %s, which looks the same', (name, twin) => {
  using tract = Tract.open()
  tract.user('a')
  tract.branch('other', { switch: false })
  if (name !== 'main') tract.branch(name)
  expect([faultOf(() => tract.branch(twin)), faultOf(() => tract.renameBranch('other', twin)), faultOf(() => tract.tag(twin))]).toEqual(['ref/bad-name', 'ref/bad-name', 'ref/bad-name'])
})

test('beside a tag neither tag nor branch may look the same, but a branch may have its very name', () => {
  using tract = Tract.open()
  tract.user('a')
  tract.tag('scope')
  expect([faultOf(() => tract.tag('ѕсоре')), faultOf(() => tract.branch('ѕсоре')), faultOf(() => tract.tag('scope')), tract.branch('scope').name, tract.tag('main').name]).toEqual(['ref/bad-name', 'ref/bad-name', 'tag/exists', 'scope', 'main'])
})

test('a branch may take a name that only looks like its own', () => {
  using tract = Tract.open()
  tract.user('a')
  expect([tract.renameBranch('main', 'mаin').name, tract.renameBranch('mаin', 'main').name]).toEqual(['mаin', 'main'])
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
