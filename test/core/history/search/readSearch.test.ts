import { describe, expect, test } from 'vitest'
import { readSearch } from '../../../../core/history/search/readSearch.ts'

const now = new Date(2026, 2, 10, 15, 30).getTime()
const at = (...parts: [number, number, number, number?, number?]): number => new Date(...parts).getTime()

describe('the operators of a search', () => {
  test.each<[string, ReturnType<typeof readSearch>]>([
    ['shoes', { words: 'shoes', filter: {} }],
    ['role:user shoes', { words: 'shoes', filter: { roles: ['user'] } }],
    ['shoes role:user ROLE:Assistant', { words: 'shoes', filter: { roles: ['user', 'assistant'] } }],
    ['branch:cheap', { words: '', filter: { branch: 'cheap' } }],
    ['model:"gpt 4o" x', { words: 'x', filter: { model: 'gpt 4o' } }],
    ['temp:0.2', { words: '', filter: { temperature: 0.2 } }],
    ['temp:0,2', { words: '', filter: { temperature: 0.2 } }],
    ['temp:>0.5', { words: '', filter: { temperature: { gt: 0.5 } } }],
    ['temp:<=1', { words: '', filter: { temperature: { lte: 1 } } }],
    ['is:pinned is:edited in:archive', { words: '', filter: { is: ['pinned', 'edited', 'archived'] } }],
    ['by:me', { words: '', filter: { authorKind: 'user' } }],
    ['by:policy', { words: '', filter: { authorKind: 'policy' } }],
    ['by:"PII filter"', { words: '', filter: { author: 'PII filter' } }],
    ['before:2026-03-01', { words: '', filter: { before: at(2026, 2, 1) } }],
    ['after:2026-03-01T14:05', { words: '', filter: { after: at(2026, 2, 1, 14, 5) } }],
    ['after:yesterday before:today', { words: '', filter: { after: at(2026, 2, 9), before: at(2026, 2, 10) } }],
    ['after:2d', { words: '', filter: { after: now - 172_800_000 } }],
    ['see http://role:user/ and a:b "is:pinned"', { words: 'see http://role:user/ and a:b "is:pinned"', filter: {} }],
    ['xrole:user', { words: 'xrole:user', filter: {} }],
  ])('%s', (text, read) => {
    expect(readSearch(text, now)).toEqual(read)
  })

  test.each([
    ['role:bot', 'role: takes system, user, assistant or tool, not "bot"'],
    ['is:new', 'is: takes pinned, hidden or edited, not "new"'],
    ['in:inbox', 'in: takes archive, not "inbox"'],
    ['temp:warm', 'temp: takes a number such as 0.2, or >0.5, not "warm"'],
    ['before:2026-02-30', 'before: takes a day such as 2026-03-01, today, yesterday or 7d, not "2026-02-30"'],
    ['shoes role:', 'nothing stands after role:'],
  ])('%s is told to be wrong, with what it takes', (text, found) => {
    expect(() => readSearch(text, now)).toThrow(found)
  })
})
