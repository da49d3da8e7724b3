import { describe, expect, test } from 'vitest'
import { roughTokens } from '../../../renderer/chat/answerFacts.ts'
import { draftTokens } from '../../../renderer/chat/draftTokens.ts'
import { quotedIn, quotedParts, quoteSign, withQuotes } from '../../../renderer/chat/quotes.ts'
import { message } from './messages.ts'

const one = message('ab12cd34', { content: { type: 'dialogue', role: 'user', text: 'How long?\nAnd why?' } })
const two = message('ab12ff00', { content: { type: 'dialogue', role: 'assistant', text: '30 days' }, role: 'assistant' })
const three = message('0099aa77')
const all = [one, two, three]

test('a step is named by as much of its hash as it takes to mean it alone, four signs at least', () => {
  expect([quoteSign(one, all), quoteSign(three, all)]).toEqual(['@ab12cd', '@0099'])
})

describe('a text that quotes', () => {
  test('carries the words of each quoted step before its own, once each, in its order', () => {
    expect(withQuotes('Is @0099 like @ab12cd? @0099!', all)).toBe('> @0099 You:\n> 0099aa77\n\n> @ab12cd You:\n> How long?\n> And why?\n\nIs @0099 like @ab12cd? @0099!')
  })
  test.each(['me@ab12cd.org', '@ab12', '@nobody', '@ab1', 'x@0099', '@0099x'])('takes %j for plain words', (text) => {
    expect([quotedIn(text, all), withQuotes(text, all)]).toEqual([[], text])
  })
})

test('what was sent with quotes is read back as quotes and rest', () => {
  expect(quotedParts(withQuotes('So @0099 and @ab12cd', all))).toEqual({ quotes: ['@0099 You:\n0099aa77', '@ab12cd You:\nHow long?\nAnd why?'], rest: 'So @0099 and @ab12cd' })
})

test('what a draft quotes counts before it is sent; a rule quotes nothing', () => {
  const text = 'So @ab12cd?'
  const tokens = (as: 'user' | 'instruction'): number => draftTokens({ text, as }, [], all)
  expect([tokens('user'), tokens('instruction')]).toEqual([roughTokens(withQuotes(text, all)), roughTokens(text)])
  expect(tokens('user')).toBeGreaterThan(tokens('instruction'))
})

test('a text that only begins with a quote sign is left as it is', () => {
  expect([quotedParts('> said somebody\nno'), quotedParts('')]).toEqual([{ quotes: [], rest: '> said somebody\nno' }, { quotes: [], rest: '' }])
})
