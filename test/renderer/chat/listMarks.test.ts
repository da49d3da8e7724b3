import { expect, test } from 'vitest'
import type { ChatItem } from '../../../renderer/chat/chatItems.ts'
import { dayAt, firstAfter, listMarks } from '../../../renderer/chat/listMarks.ts'
import { turnsIn } from '../../../renderer/chat/turnsIn.ts'
import { idOf, message } from './messages.ts'

const now = new Date(2026, 2, 10, 15).getTime()
const hour = 3_600_000
const item = (name: string, at: number, role: 'user' | 'assistant' = 'user'): ChatItem => ({ key: name, kind: 'message', message: message(name, { createdAt: at, role }) })
const items = [item('a', now - 30 * hour), item('b', now - 29 * hour), { key: 'budget', kind: 'budget', maxTokens: 1 } as const, item('c', now - hour), item('d', now)]

test('each day is told where it begins, where there are several', () => {
  const days = (list: readonly ChatItem[]) => listMarks(list, null, now).map(({ day }) => day)
  expect([days(items), days(items.slice(3))]).toEqual([['yesterday', null, null, 'today', null], [null, null]])
})

test('what one has not seen begins with its own line, and only there', () => {
  expect(listMarks(items, idOf('d'), now).map(({ isNew }) => isNew)).toEqual([false, false, false, false, true])
  const messages = [message('a'), message('b')]
  expect([firstAfter(messages, idOf('a')), firstAfter(messages, idOf('b')), firstAfter(messages, idOf('gone')), firstAfter(messages, null)]).toEqual(['b', null, null, null])
})

test('the place at the top reads in the day that began last', () => {
  const marks = listMarks(items, null, now)
  expect([dayAt(marks, 0), dayAt(marks, 2), dayAt(marks, 4)]).toEqual(['yesterday', 'yesterday', 'today'])
})

test('turns are where a person speaks; of very many some, with the first and the last', () => {
  const many = Array.from({ length: 400 }, (_, at) => item(`m${at}`, now, at % 2 === 0 ? 'user' : 'assistant'))
  const turns = turnsIn(many)
  expect([turnsIn(items), turns.length, turns[0], turns.at(-1)]).toEqual([[0, 1, 3, 4], 36, 0, 398])
})
