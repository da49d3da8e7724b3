import { expect, test } from 'vitest'
import type { Operation } from '../../../core/model/operation.ts'
import { logEntries } from '../../../renderer/log/logEntries.ts'
import { targetOf } from '../../../renderer/log/LogList.tsx'
import type { LogEntry } from '../../../renderer/log/logEntries.ts'
import type { PastToast } from '../../../renderer/state/toasts.ts'

const operation = (id: number, verb: string, more: Partial<Operation> = {}): Operation =>
  ({ id: `op_${id}`, seq: id, verb, detail: null, author: { kind: 'user', id: 'you' }, cause: { kind: 'direct' }, at: id * 10, refs: [{ ref: 'main', before: null, after: null }], tokenDelta: 0, undoable: true, ...more }) as Operation
const toast = (id: number, at: number, tone: PastToast['tone'], text: string): PastToast => ({ id, at, tone, text })

const operations = [
  operation(4, 'undo', { detail: 'annotate', cause: { kind: 'undo', of: 'op_3' as Operation['id'] } }),
  operation(3, 'annotate', { detail: 'skip' }),
  operation(2, 'commit', { author: { kind: 'policy', id: 'tidy' } }),
  operation(1, 'branch', { detail: 'cheap', refs: [{ ref: 'cheap', before: null, after: null }] }),
]
const toasts = [toast(2, 35, 'fault', 'No key for OpenAI'), toast(1, 22, 'done', 'Copied the hash')]
const sources = { operations, toasts, here: 'op_2' as Operation['id'] }
const told = (entries: readonly LogEntry[]): readonly string[] => entries.map((entry) => (entry.kind === 'toast' ? `· ${entry.toast.text}` : `${entry.title}${entry.state === 'in' ? '' : ` (${entry.state})`}`))

test('everything stands in the order of time, with what failed in between', () => {
  expect(told(logEntries(sources, { kind: 'all', text: '' }))).toEqual(['Undid hide from model', '· No key for OpenAI', 'Hide from model (out)', 'Message (here)', 'New branch cheap'])
})

test('what the app said can be read again', () => {
  expect(told(logEntries(sources, { kind: 'messages', text: '' }))).toEqual(['· No key for OpenAI', '· Copied the hash'])
})

test.each([
  ['of one kind', { kind: 'back', text: '' }, ['Undid hide from model']],
  ['by their words', { kind: 'all', text: 'HIDE' }, ['Undid hide from model', 'Hide from model (out)']],
  ['by who did them', { kind: 'all', text: 'rule tidy' }, ['Message (here)']],
  ['by the branch they moved', { kind: 'all', text: 'cheap' }, ['New branch cheap']],
] as const)('lines are found %s', (_, filter, expected) => {
  expect(told(logEntries(sources, filter))).toEqual(expected)
})

test('the keys walk through a list and stop at its ends', () => {
  expect([targetOf('j', 3, 5), targetOf('ArrowDown', 4, 5), targetOf('k', 0, 5), targetOf('End', 0, 5), targetOf('PageUp', 6, 20), targetOf('x', 0, 5)]).toEqual([4, 4, 0, 4, 0, undefined])
})
