import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { asCallId, asTractId } from '../../../core/model/ids.ts'

const kept = new Map<string, string>()
let queue: typeof import('../../../renderer/state/queue.ts')

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => kept.delete(name) })
  queue = await import('../../../renderer/state/queue.ts')
})
beforeEach(() => queue.useQueue.setState({ items: [] }))

const tract = asTractId('t1')
const put = (branch: string, text: string): void => queue.enqueue(tract, branch, { text, attachments: [], once: {} }, null)
const texts = (branch: string): readonly string[] => queue.queueAt(tract, branch).map(({ said }) => said.text)

test('messages wait in the order they were written, a queue for each branch', () => {
  put('main', 'one')
  put('exp', 'aside')
  put('main', 'two')
  expect([texts('main'), texts('exp'), queue.queueHeads(queue.useQueue.getState()).map(({ said }) => said.text)]).toEqual([['one', 'two'], ['aside'], ['one', 'aside']])
})

test('what stands behind a message that was sent waits for its answer; other branches don\'t', () => {
  put('main', 'one')
  put('main', 'two')
  put('exp', 'aside')
  const [first] = queue.queueAt(tract, 'main')
  if (first) queue.queuedSent(first, asCallId('c1'))
  expect([queue.queueAt(tract, 'main').map(({ said, after }) => [said.text, after]), queue.queueAt(tract, 'exp')[0]?.after]).toEqual([[['two', 'c1']], null])
})

test('it outlives the page', async () => {
  put('main', 'one')
  const stored = kept.get('queue') ?? ''
  queue.useQueue.setState({ items: [] })
  kept.set('queue', stored)
  await queue.useQueue.persist.rehydrate()
  expect(texts('main')).toEqual(['one'])
})

test('one is changed or taken out, and the others stay', () => {
  put('main', 'one')
  put('main', 'two')
  const [first, second] = queue.queueAt(tract, 'main')
  queue.changeQueued(first?.id ?? '', { state: 'held', problem: 'No key.' })
  queue.removeQueued(second?.id ?? '')
  expect(queue.queueAt(tract, 'main').map(({ said, state, problem }) => [said.text, state, problem])).toEqual([['one', 'held', 'No key.']])
})
