import { describe, expect, test } from 'vitest'
import { scripted, Tract } from '../../../../core/index.ts'
import type { SearchFilter } from '../../../../core/model/search.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { openTract } from '../../../helpers/asking.ts'
import { handClock } from '../../../helpers/handClock.ts'

const found = (tract: Tract, text: string, filter: SearchFilter) => tract.search(text, filter).items.map(({ snippet }) => snippet)

/** One of each kind, each with the word "word". */
async function seeded(): Promise<Tract> {
  const tract = Tract.open()
  const pinned = tract.user('word pinned').hash
  const skipped = tract.as('rules').user('word skipped').hash
  tract.configureClients({ default: scripted(['word cold', 'word warm']) })
  await tract.generate({ model: 'gpt-4o', temperature: 0.2 })
  tract.user('word asked')
  await tract.generate({ model: 'claude-test', temperature: 0.9 })
  const edited = tract.user('word first').hash
  tract.annotate(pinned, 'pinned')
  tract.annotate(skipped, 'skip')
  tract.edit(edited, 'word second')
  tract.branch('side')
  tract.user('word aside')
  tract.user('word lost')
  tract.undo()
  tract.switch('main')
  return tract
}

describe('a search asked for more than words', async () => {
  const tract = await seeded()
  test.each<[SearchFilter, readonly string[]]>([
    [{ is: ['pinned'] }, ['word pinned']],
    [{ is: ['edited'] }, ['word second']],
    [{ is: ['hidden'] }, ['word lost', 'word skipped']],
    [{ is: ['archived'] }, ['word lost']],
    [{ is: ['pinned', 'edited'] }, []],
    [{ model: 'GPT' }, ['word cold']],
    [{ temperature: 0.9 }, ['word warm']],
    [{ temperature: { lt: 0.5 } }, ['word cold']],
    [{ temperature: { in: [0.2, 0.9] } }, ['word warm', 'word cold']],
    [{ temperature: { gt: 0 }, roles: ['user'] }, []],
    [{ author: 'rules' }, ['word skipped']],
    [{ roles: ['assistant'], branch: 'main' }, ['word warm', 'word cold']],
    [{ branch: 'side', roles: ['user'], is: ['hidden'] }, ['word skipped']],
  ])('%j without words gives each message once, newest first', (filter, texts) => {
    expect(found(tract, '', filter)).toEqual(texts)
  })
  test('with words both must hold, and old versions count', () => {
    expect([found(tract, 'first', { is: ['edited'] }), found(tract, 'cold', { model: 'claude' }), found(tract, 'word', { is: ['pinned'] })]).toEqual([['word first'], [], ['word pinned']])
  })
  test('nothing asked for is nothing to search; a wrong condition is told', () => {
    expect(faultOf(() => tract.search('', {}))).toBe('search/bad-query')
    expect(faultOf(() => tract.search('', { temperature: { about: 1 } as never }))).toBe('query/bad-operator')
    expect(faultOf(() => tract.search('', { temperature: 'warm' as never }))).toBe('query/bad-operator')
  })
  test('its pages go on where they ended', () => {
    const first = tract.search('', { roles: ['user'], limit: 2 })
    const second = tract.search('', { roles: ['user'], limit: 2, cursor: first.next })
    expect([...first.items, ...second.items].map(({ snippet }) => snippet)).toEqual(['word lost', 'word aside', 'word second', 'word asked'])
  })
})

test('a time takes what was made from then on, or before it', () => {
  const clock = handClock()
  using tract = openTract(clock)
  tract.user('one')
  clock.advance(1000)
  const { createdAt } = tract.user('two')
  expect([found(tract, '', { after: createdAt }), found(tract, '', { before: createdAt })]).toEqual([['two'], ['one']])
})
