import { expect, test } from 'vitest'
import { openStates } from '../../../core/context/states.ts'
import { transcriptOf } from '../../../core/context/transcript.ts'
import type { CallFacts } from '../../../core/model/context.ts'
import type { Content } from '../../../core/model/content.ts'
import { asCallId } from '../../../core/model/ids.ts'
import { commitHashOf, memoryHistory, messageIdOf, someone } from '../../helpers/memoryHistory.ts'

const user = (text: string): Content => ({ type: 'dialogue', role: 'user', text })
const answer: Content = { type: 'dialogue', role: 'assistant', text: 'Hi.' }
const bob = { kind: 'agent', id: 'bob' } as const
const call: CallFacts = {
  call: asCallId('call-1'), client: 'demo', stopReason: 'end', usage: { inputTokens: 1, outputTokens: 2 }, durationMs: 5, firstTokenMs: null, costUsd: null, notSent: [], truncated: false,
}

function conversation() {
  const history = memoryHistory()
  history.append(null, user('Hello'))
  history.append(1, answer, { author: bob, generationConfig: { model: 'm' }, configLevels: { model: 'default' } })
  history.append(2, user('Bye'))
  history.add([3], { kind: 'edit', target: 1, blob: history.blob(user('Hey')) }, { author: bob })
  history.add([4], { kind: 'edit', target: 1, blob: history.blob(user('Hey!')) }, { author: bob })
  history.add([5], { kind: 'annotate', target: 3, priority: 'skip' }, { author: bob, reason: 'rude' })
  return { source: history.source, state: openStates(history.source).at(6) }
}

test('a transcript has every message as it is now, shown or not, with who brought it and how', () => {
  const { source, state } = conversation()
  const plain = { priority: 'normal', shown: true, why: { kind: 'appended' }, versions: 1, author: someone, generationConfig: null, configLevels: {}, call: null }
  expect(transcriptOf(source, state, 10, (keys) => new Map(keys.filter((key) => key === 2).map((key) => [key, call])))).toEqual({
    items: [
      { ...plain, messageId: messageIdOf(1), commit: commitHashOf(5), content: user('Hey!'), role: 'user', tokens: 4, versions: 3, createdAt: 1000 },
      {
        ...plain, messageId: messageIdOf(2), commit: commitHashOf(2), content: answer, role: 'assistant', tokens: 3, author: bob, createdAt: 2000,
        generationConfig: { model: 'm' }, configLevels: { model: 'default' }, call,
      },
      {
        ...plain, messageId: messageIdOf(3), commit: commitHashOf(3), content: user('Bye'), role: 'user', tokens: 3, priority: 'skip', shown: false,
        why: { kind: 'skipped', by: bob, reason: 'rude' }, createdAt: 3000,
      },
    ],
    earlier: 0,
  })
})

test.each([
  [0, [], 3],
  [2, [2, 3], 1],
  [3, [1, 2, 3], 0],
])('the newest %i', (limit, keys, earlier) => {
  const { source, state } = conversation()
  const transcript = transcriptOf(source, state, limit, () => new Map())
  expect({ ids: transcript.items.map(({ messageId }) => messageId), earlier: transcript.earlier }).toEqual({ ids: keys.map(messageIdOf), earlier })
})

test('a summary stands in front of what it covers, also where the page begins between them', () => {
  const history = memoryHistory()
  history.append(null, user('one'))
  history.append(1, user('two'))
  history.add([2], { kind: 'compress', blob: history.blob(user('both')), replaces: [2] })
  const state = openStates(history.source).at(3)
  const page = (limit: number) => transcriptOf(history.source, state, limit, () => new Map()).items.map(({ messageId, shown }) => [messageId, shown])
  expect([page(1), page(2), page(3)]).toEqual([
    [[messageIdOf(2), false]],
    [[messageIdOf(3), true], [messageIdOf(2), false]],
    [[messageIdOf(1), true], [messageIdOf(3), true], [messageIdOf(2), false]],
  ])
})
