import { expect, test } from 'vitest'
import type { PendingMerge } from '../../../core/model/merge.ts'
import type { PartialAnswer } from '../../../core/model/reply.ts'
import type { FailedReply } from '../../../main/contract/chat.ts'
import { reviewItems, reviewWords } from '../../../renderer/review/reviewItems.ts'
import type { Queued } from '../../../renderer/state/queue.ts'

const merge = (id: string, createdAt: number, decided: number): PendingMerge =>
  ({ id, branch: 'side', into: 'main', createdAt, isStale: decided === 0, conflicts: [0, 1].map((at) => ({ resolution: at < decided ? { take: 'ours' } : null })) }) as unknown as PendingMerge
const partial = { id: 'p1', branch: 'cheap', at: 20, text: 'Once\nupon   a' } as unknown as PartialAnswer
const failed = { call: 'c1', branch: 'main', at: 10, fault: { message: 'OpenAI is busy.' } } as unknown as FailedReply
const queued = { id: 'q1', branch: 'main', said: { text: 'And then?' } } as unknown as Queued

test('what waits stands in one order: merges, answers from the oldest on, then what is to be sent', () => {
  const items = reviewItems({ merges: [merge('m2', 9, 1), merge('m1', 3, 0)], chat: { failed: [failed], partials: [partial] }, queue: [queued] })
  expect(items.map((item) => [item.key, item.branch, reviewWords(item)])).toEqual([
    ['merge:m1', 'main', { title: 'side into main', sub: '0 of 2 decided, a branch has moved' }],
    ['merge:m2', 'main', { title: 'side into main', sub: '1 of 2 decided' }],
    ['failed c1', 'main', { title: 'Failed answer', sub: 'OpenAI is busy.' }],
    ['partial p1', 'cheap', { title: 'Unfinished answer', sub: 'Once upon a' }],
    ['queued q1', 'main', { title: 'Message to be sent', sub: 'And then?' }],
  ])
})

test('nothing waits where nothing is read', () => {
  expect(reviewItems({ merges: [], chat: null, queue: [] })).toEqual([])
})
