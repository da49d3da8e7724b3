import { describe, expect, it } from 'vitest'
import type { TranscriptMessage } from '../../../core/model/context.ts'
import { chatItems } from '../../../renderer/chat/chatItems.ts'
import type { ChatFacts, ChatItem } from '../../../renderer/chat/chatItems.ts'
import { called, failed, hidden, idOf, live, message, partial } from './messages.ts'

const nothing = { live: [], failed: [], partials: [], awaiting: [] }
const facts = (items: readonly TranscriptMessage[], change: Partial<ChatFacts> = {}): ChatFacts => ({
  transcript: { items, earlier: 0 }, chat: nothing, live: null, branch: 'main', lens: 'happened', opened: new Set(), budget: null, tooLong: null, later: null, ...change,
})
const inWords = (item: ChatItem): string => {
  if (item.kind === 'message') return item.message.messageId
  if (item.kind === 'hiddenRun') return `${item.messages.map((one) => one.messageId).join('+')} hidden, ${item.tokens}`
  if (item.kind === 'later') return `${item.count} later`
  return item.kind === 'earlier' ? `${item.count} earlier` : item.kind
}
const list = (of: ChatFacts): string[] => chatItems(of).map(inWords)

describe('entries of the chat', () => {
  const answer = message('b', { role: 'assistant', call: called() })

  it('folds each run of hidden messages into one line, and opens it by its first message', () => {
    const messages = [message('a'), hidden('x', 700), hidden('y', 30), answer, hidden('z')]
    expect(list(facts(messages))).toEqual(['a', 'x+y hidden, 730', 'b', 'z hidden, 10'])
    expect(list(facts(messages, { opened: new Set([idOf('x')]) }))).toEqual(['a', 'x', 'y', 'b', 'z hidden, 10'])
  })

  it('lets a step whose text is gone stand for itself, and makes one line of many', () => {
    const erased = (name: string) => message(name, { shown: false, tokens: 0, why: { kind: 'erased', at: 1 } })
    const many = [erased('x'), erased('y'), erased('z')]
    expect(list(facts([hidden('h'), erased('x'), hidden('i'), message('a'), ...many]))).toEqual(['h hidden, 10', 'x', 'i hidden, 10', 'a', 'x+y+z hidden, 0'])
    expect(list(facts([message('a'), ...many], { opened: new Set([idOf('x')]) }))).toEqual(['a', 'x', 'y', 'z'])
    expect(list(facts([message('a'), erased('x')], { lens: 'seen' }))).toEqual(['a'])
  })

  it('leaves out what the model does not see when asked for that', () => {
    expect(list(facts([hidden('x'), message('a'), hidden('y')], { lens: 'seen' }))).toEqual(['a'])
  })

  it('ends an old view with a line, then what came later; nothing waits there', () => {
    const later = [message('c'), hidden('d')]
    const awaiting = [{ branch: 'main', message: idOf('c') }]
    const old = facts([message('a'), answer], { later, chat: { ...nothing, awaiting } })
    expect([list(old), list({ ...old, lens: 'seen' }), list({ ...old, later: [] })]).toEqual([['a', 'b', '2 later', 'c', 'd'], ['a', 'b'], ['a', 'b', '0 later']])
    expect(chatItems(old).filter((item) => item.kind === 'message' && item.isLater).map(({ key }) => key)).toEqual(['c', 'd'])
  })

  it('says how much stands before', () => {
    expect(list(facts([message('a')], { transcript: { items: [message('a')], earlier: 40 } }))).toEqual(['40 earlier', 'a'])
  })

  it('draws the budget before the step that goes over it, counting what is not loaded', () => {
    const messages = [message('a'), hidden('x', 500), message('b', { tokens: 20 }), message('c')]
    expect(list(facts(messages, { budget: { maxTokens: 130, used: 140 } }))).toEqual(['a', 'x hidden, 500', 'b', 'budget', 'c'])
    expect(list(facts(messages, { budget: { maxTokens: 140, used: 140 } }))).toEqual(['a', 'x hidden, 500', 'b', 'c'])
  })

  it('says under an answer that its model read only a part, wherever it stands', () => {
    const cut = (name: string) => message(name, { role: 'assistant', call: called({ truncated: true }) })
    const items = chatItems(facts([message('a'), cut('b'), message('c'), cut('d')]))
    expect(items.flatMap((item) => (item.kind === 'truncated' ? [[item.key, item.isLast]] : []))).toEqual([['truncated:b', false], ['truncated:d', true]])
  })

  it('says what is too long before it is sent, in place of the offer to send it, but not beside what a provider refused', () => {
    const tooLong = { model: 'm', limit: 10, sent: 20, isEstimate: true }
    const waits = { branch: 'main', message: idOf('a') }
    const end = (change: Partial<ChatFacts>) => list(facts([message('a')], { tooLong, ...change })).slice(1)
    expect([end({ chat: { ...nothing, awaiting: [waits] } }), end({ chat: { ...nothing, failed: [failed('main')] } }), end({ live: live('main') }), end({ chat: { ...nothing, partials: [partial('main')] } })]).toEqual([
      ['tooLong'], ['failed'], ['live'], ['partial', 'tooLong'],
    ])
  })

  it('ends with the answer being written, else with what became of it, on this branch only', () => {
    const waits = { branch: 'main', message: idOf('a') }
    const end = (change: Partial<ChatFacts>) => list(facts([message('a')], change)).slice(1)
    expect([
      end({ live: live('main'), chat: { ...nothing, awaiting: [waits], live: [live('main')] } }),
      end({ chat: { ...nothing, live: [live('main')], awaiting: [waits] } }),
      end({ chat: { ...nothing, live: [live('exp')], awaiting: [waits] } }),
      end({ chat: { ...nothing, partials: [partial('main')], awaiting: [waits] } }),
      end({ chat: { ...nothing, failed: [failed('main'), failed('exp')], awaiting: [waits] } }),
      end({ chat: { ...nothing, partials: [partial('exp')] } }),
      end({ chat: null }),
    ]).toEqual([['live'], [], ['awaiting'], ['partial'], ['failed'], [], []])
  })
})
