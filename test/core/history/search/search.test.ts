import { describe, expect, test } from 'vitest'
import { type Content, type Resolution, Tract, Workspace } from '../../../../core/index.ts'
import type { Cursor } from '../../../../core/model/ids.ts'
import { openDatabase } from '../../../../core/store/open.ts'
import { checkSearchIndex, dropFromSearchIndex, rebuildSearchIndex, searchedUpTo } from '../../../../core/store/searchIndex.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'

const texts = (tract: Tract | Workspace, query: string, options = {}) => tract.search(query, options).items.map(({ snippet }) => snippet)

test('a hit says which message and commit hold the text, who reaches it, and whether any branch shows it', () => {
  using tract = Tract.open()
  const message = tract.user('the first wording')
  tract.branch('side', { switch: false })
  const edit = tract.edit(message.hash, 'the second wording')
  const lost = tract.user('a lost wording')
  tract.undo()
  const hit = { tract: tract.id, messageId: message.hash }
  expect(tract.search('wording').items).toEqual([
    { tract: tract.id, messageId: lost.hash, commit: lost.hash, branches: [], snippet: 'a lost wording', marks: [[7, 14]], hidden: true },
    { ...hit, commit: edit.hash, branches: ['main'], snippet: 'the second wording', marks: [[11, 18]], hidden: false },
    { ...hit, commit: message.hash, branches: ['main', 'side'], snippet: 'the first wording', marks: [[10, 17]], hidden: false },
  ])
})

test('hidden is what no branch shows: skipped, compressed, or an old version everywhere', () => {
  using tract = Tract.open()
  const [a, b] = [tract.user('word skipped').hash, tract.user('word compressed').hash]
  tract.user('word shown')
  tract.annotate(a, 'skip', { reason: 'a word too many' })
  tract.compress({ messages: [b], content: 'no word' })
  const hidden = () => Object.fromEntries(tract.search('word').items.map(({ snippet, hidden: isHidden }) => [snippet, isHidden]))
  const before = hidden()
  tract.branch('side', { from: 'HEAD~2' })
  expect([before, hidden()]).toEqual([
    { 'word skipped': true, 'a word too many': true, 'word compressed': true, 'word shown': false, 'no word': false },
    { 'word skipped': false, 'a word too many': false, 'word compressed': false, 'word shown': false, 'no word': false },
  ])
})

test.each<[string, readonly string[]]>([
  ['café', ['Un CAFE\u0301 noir', 'cafe au lait']],
  ['CAFE', ['Un CAFÉ noir', 'cafe au lait']],
  ['"noir un"', []],
  ['"un cafe"', ['Un CAFÉ noir']],
  ['“un cafe”', ['Un CAFÉ noir']],
  ['"un cafe', ['Un CAFÉ noir']],
  ['noir lait', []],
  ['noir OR lait', ['Un CAFÉ noir', 'cafe au lait']],
  ['cafe noir OR lait', ['Un CAFÉ noir', 'cafe au lait']],
  ['cafe -noir', ['cafe au lait']],
  ['cafe -"au lait"', ['Un CAFÉ noir']],
  ['-noir cafe 😀', ['cafe au lait']],
  ['😀 OR lait', ['cafe au lait']],
  ['OR', ['this OR that']],
  ['or this', ['this OR that']],
  ['this OR', ['this OR that']],
  ['this OR OR that', ['this OR that']],
  ['caf*', ['Un CAFÉ noir', 'cafe au lait']],
  ['"cafe au l"*', ['cafe au lait']],
  ['caf', []],
  ['c*fe', []],
  ['模型', ['大语言模型的训练']],
  ['语言', ['大语言模型的训练']],
  ['型模', []],
  ['ガス', ['ガス料金']],
  ['パソコン', []],
  ['ソコ', []],
  ['한국', ['한국어를 배워요']],
  ['배워', ['한국어를 배워요']],
  ['ไทย', ['ภาษาไทยง่าย']],
  ['foo-bar', ['a foo-bar, once']],
  ['"foo bar"', ['a foo-bar, once']],
  ['e.g.', ['e.g. this one']],
])('%s finds %j', (query, expected) => {
  using tract = Tract.open()
  for (const text of ['Un CAFE\u0301 noir', 'cafe au lait', 'this OR that', '大语言模型的训练', 'カ\u3099ス料金', '한국어를 배워요', 'ภาษาไทยง่าย', 'a foo-bar, once', 'e.g. this one']) tract.user(text)
  expect(texts(tract, query).toSorted()).toEqual(expected.map((text) => text.normalize('NFC')).toSorted())
})

test.each(['', ' ', '-a', '-"a b" -c', '😀', '" "', '*', '-', '\0', 'x'.repeat(2001), 5 as never])('%j is no query', (query) => {
  using tract = Tract.open()
  tract.user('a')
  expect([faultOf(() => tract.search(query)), faultOf(() => tract.workspace.search(query))]).toEqual(['search/bad-query', 'search/bad-query'])
})

test.each<[string, Content]>([
  ['a tool’s name and what it is given', { type: 'tool_call', callId: 'c', tool: 'look', input: { path: ['needle\nin', 'a haystack'] } }],
  ['what a tool gave, where it is no text', { type: 'tool_result', callId: 'c', tool: 'look', output: { needle: [1, null, true] }, status: 'success' }],
  ['a number', { type: 'freeform', payload: { count: 4711, text: 'needle' } }],
  ['an artifact and where it lies', { type: 'artifact', artifactType: 'file', content: 'x', ref: 'src/needle.ts' }],
  ['what a session leaves to do', { type: 'session', sessionType: 'end', summary: '', decisions: [], failedApproaches: [], nextSteps: ['find the needle'] }],
  ['who speaks', { type: 'dialogue', role: 'user', text: 'x', name: 'needle' }],
])('words are everywhere in a content: %s', (_, content) => {
  using tract = Tract.open()
  const { hash } = tract.commit(content)
  expect(tract.search('needle').items.map(({ commit }) => commit)).toEqual([hash])
})

test('the free text of a commit is found too, once for each commit that has it', () => {
  using tract = Tract.open()
  const a = tract.user('one', { message: 'about needles', tags: ['sewing'], metadata: { source: { by: 'Ann' } } })
  const b = tract.annotate(a.hash, 'skip', { reason: 'sewing' })[0]
  const c = tract.user('sewing', { tags: ['sewing'] })
  const found = (query: string) => tract.search(query).items.map(({ commit, messageId, hidden, snippet }) => [commit, messageId, hidden, snippet])
  expect([found('needles'), found('ann'), found('sewing')]).toEqual([
    [[a.hash, a.hash, true, 'about needles sewing source by Ann']], [[a.hash, a.hash, true, 'about needles sewing source by Ann']],
    [[c.hash, c.hash, false, 'sewing'], [b?.hash, a.hash, true, 'sewing'], [a.hash, a.hash, true, 'about needles sewing source by Ann']],
  ])
})

test('filters take messages by role, type, branch and author', () => {
  using tract = Tract.open()
  const message = tract.user('word user')
  tract.branch('side', { switch: false })
  tract.as('bot').assistant('word assistant')
  tract.commit({ type: 'output', text: 'word output', format: 'text' })
  tract.on('side').annotate(message.hash, 'pinned', { reason: 'word pinned' })
  const all = [{}, { roles: ['user'] }, { roles: ['user', 'tool'], types: ['dialogue'] }, { types: ['output'] }, { branch: 'side' }, { author: 'bot' }, { branch: 'side', author: 'bot' }, { types: [] }]
  expect(all.map((options) => texts(tract, 'word', options).map((text) => text.slice(5)).toSorted())).toEqual([
    ['assistant', 'output', 'pinned', 'user'], ['pinned', 'user'], ['pinned', 'user'], ['output'], ['pinned', 'user'], ['assistant'], [], [],
  ])
  expect(faultOf(() => tract.search('word', { branch: 'sied' }))).toBe('branch/not-found')
})

test('a tract finds its own texts, a workspace those of all', () => {
  using workspace = Workspace.open()
  const [a, b] = [workspace.create(), workspace.create()]
  a.user('word in a')
  b.user('word in b')
  b.branch('side')
  b.user('word in b, aside')
  const found = (options = {}) => workspace.search('word', options).items.map(({ tract, snippet }) => [tract, snippet])
  expect([texts(a, 'word'), texts(b, 'word', { branch: 'side' }), found(), found({ branch: 'side' }), faultOf(() => workspace.search('word', { branch: 'nowhere' }))]).toEqual([
    ['word in a'], ['word in b', 'word in b, aside'], [[b.id, 'word in b'], [a.id, 'word in a'], [b.id, 'word in b, aside']], [[b.id, 'word in b'], [b.id, 'word in b, aside']], 'branch/not-found',
  ])
})

test('a text that a merge decided is held by the merge, one that it took by the commit that wrote it', () => {
  const merged = (resolution: Resolution) => {
    using tract = Tract.open()
    const { hash } = tract.user('the needle')
    tract.branch('side', { switch: false })
    tract.edit(hash, 'our needle')
    const theirs = tract.on('side').edit(hash, 'their needle')
    const result = tract.merge('side', { resolver: () => resolution, message: 'a merge of needles' })
    const commit = 'commit' in result ? result.commit.hash : ''
    const names: { readonly [name: string]: string } = { [hash]: 'message', [theirs.hash]: 'theirs', [commit]: 'merge' }
    return tract.search('needle*').items.map((hit) => [hit.snippet, names[hit.commit] ?? 'ours', hit.messageId && names[hit.messageId], hit.hidden]).toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
  }
  expect([merged({ take: 'text', text: 'my own needle' }), merged({ take: 'theirs' })]).toEqual([
    [['a merge of needles', 'merge', null, false], ['my own needle', 'merge', 'message', false], ['our needle', 'ours', 'message', true], ['the needle', 'message', 'message', true], ['their needle', 'theirs', 'message', false]],
    [['a merge of needles', 'merge', null, false], ['our needle', 'ours', 'message', true], ['the needle', 'message', 'message', true], ['their needle', 'theirs', 'message', false]],
  ])
})

test('a better match comes first, and of equal ones the newer', () => {
  using tract = Tract.open()
  for (const text of ['needle needle', 'one needle in the haystack of all the other words', 'needle one', 'needle two']) tract.user(text)
  expect(texts(tract, 'needle')).toEqual(['needle needle', 'needle two', 'needle one', 'one needle in the haystack of all the other words'])
})

test('what only reads finds the same, and an empty file nothing', () => {
  using folder = tempFolder()
  {
    using empty = Workspace.open(folder.file())
    expect(empty.search('word').items).toEqual([])
    const tract = empty.create()
    expect([texts(tract, 'word'), texts(tract, 'word', { branch: 'main' })]).toEqual([[], []])
    for (let i = 0; i < 300; i++) tract.user(`word ${i}`)
  }
  using reader = Workspace.open(folder.file(), { access: 'read' })
  expect([texts(reader, 'word').length, texts(reader, 'word 3'), texts(reader, 'word 299')]).toEqual([20, ['word 3'], ['word 299']])
})

test.each(['0', '1', '1.2.3', '999999.0', 'x', '-1.0'])('%j is no cursor of a search', (cursor) => {
  using tract = Tract.open()
  tract.user('a')
  expect(faultOf(() => tract.search('a', { cursor: cursor as Cursor }))).toBe('cursor/bad')
})

describe('a snippet', () => {
  test.each<[string, string, string, string]>([
    ['of a short text is the text, on one line', 'one\n\ttwo  three ', 'two', 'one [two] three'],
    ['of a long text is cut around the first match', `${'x '.repeat(100)}needle${' y'.repeat(100)}`, 'needle', `…${'x '.repeat(20)}[needle]${' y'.repeat(37)}…`],
    ['at the end of a text has more in front', `${'x '.repeat(100)}needle`, 'needle', `…${'x '.repeat(57)}[needle]`],
    ['keeps code points whole', `${'😀'.repeat(50)} needle ${'😀'.repeat(50)}`, 'needle', `…${'😀'.repeat(20)} [needle] ${'😀'.repeat(36)}…`],
    ['marks every match', 'a needle, a NEEDLE and needles', 'needle* a', '[a] [needle], [a] [NEEDLE] and [needles]'],
    ['marks no word that must not be there', 'a needle', 'needle -thread', 'a [needle]'],
    ['marks a phrase as one', '我在学习语言模型', '"语言模型"', '我在学习[语言模型]'],
    ['bears signs that mark places elsewhere', 'a\x01needle\x02 b\x03c', 'needle', 'a [needle] b c'],
  ])('%s', (_, text, query, expected) => {
    using tract = Tract.open()
    tract.user(text)
    const { snippet, marks } = tract.search(query).items[0] ?? { snippet: '', marks: [] }
    expect(marks.toReversed().reduce((marked, [start, end]) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`, snippet)).toBe(expected)
  })

  test('is found at the end of a very long text', () => {
    using tract = Tract.open()
    tract.user(`${'lorem ipsum 😀中文 '.repeat(60_000)}needle`)
    tract.user('x'.repeat(1_000_000))
    const { snippet, marks } = tract.search('needle').items[0] ?? { snippet: '', marks: [] }
    expect([snippet.slice(-6), snippet.isWellFormed(), marks, texts(tract, 'xxx*').length]).toEqual(['needle', true, [[snippet.length - 6, snippet.length]], 1])
  })
})

describe('the index', () => {
  test('takes new texts in when enough of them wait, and not when they are taken back', () => {
    using folder = tempFolder()
    using tract = Tract.open(folder.file())
    const look = openDatabase(folder.file(), { access: 'read' })
    const reached: number[] = []
    const say = (count: number, text = 'text') => {
      for (let i = 0; i < count; i++) tract.user(`${text} ${reached.length} ${i}`)
      reached.push(searchedUpTo(look.read))
    }
    say(255)
    say(1)
    say(254)
    faultOf(() => tract.batch(() => (say(3), tract.switch('nowhere'))))
    say(1)
    tract.user(`long ${'x '.repeat(300_000)}`)
    say(0)
    expect([reached, texts(tract, 'text 4').length, checkSearchIndex(look.read)]).toEqual([[0, 256, 256, 256, 510, 512], 3, null])
    look.close()
  }, 30_000)

  test('catches up bit by bit where it was left behind', () => {
    using folder = tempFolder()
    using tract = Tract.open(folder.file())
    tract.batch(() => Array.from({ length: 3000 }, (_, i) => tract.user(`text ${i}`)))
    const second = openDatabase(folder.file())
    const all = searchedUpTo(second.read)
    second.write((db) => rebuildSearchIndex(db, 0))
    {
      using again = Tract.open(folder.file())
      const reached = [1, 2, 3].map((i) => (again.user(`more ${i}`), searchedUpTo(second.read)))
      expect([all, reached, texts(again, '2999'), checkSearchIndex(second.read)]).toEqual([3000, [2048, 3002, 3002], ['text 2999'], null])
    }
    second.close()
  })

  test('is checked against the texts, and made again from them', () => {
    using folder = tempFolder()
    using tract = Tract.open(folder.file())
    for (let i = 0; i < 300; i++) tract.user(`text ${i}`, { tags: [`tag ${i}`] })
    const db = openDatabase(folder.file())
    const after = (sql: string, ...params: number[]) => {
      db.write((tx) => tx.run(sql, ...params))
      const found = checkSearchIndex(db.read)
      db.write((tx) => rebuildSearchIndex(tx))
      return [found, checkSearchIndex(db.read)]
    }
    expect([
      checkSearchIndex(db.read), after('delete from search_text where rowid = 7'), after('update workspace set searched = 1000'), after('update workspace set searched = 100'),
      after("insert or replace into search_text (rowid, words) values (9, 'other 4')"),
    ]).toEqual([
      null, ['it has other texts than the file, or not all of their words', null], ['it reaches beyond the last text', null], ['it has other texts than the file, or not all of their words', null],
      ['it has words in other texts than the file', null],
    ])
    db.write((tx) => dropFromSearchIndex(tx, [10, 11]))
    expect([searchedUpTo(db.read), texts(tract, 'text 4'), texts(tract, 'text 5')]).toEqual([600, [], ['text 5']])
    db.close()
  })
})
