import { describe, expect, test } from 'vitest'
import { createInbox } from '../../main/inbox.ts'

const plain = { limit: 100, join: () => null }
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('an inbox', () => {
  test('gives in order what was put in before and while it is read', async () => {
    const inbox = createInbox<number>(plain)
    inbox.put(1)
    const read = all(inbox.read())
    await Promise.resolve()
    inbox.put(2)
    inbox.put(3)
    inbox.end()
    inbox.put(4)
    expect(await read).toEqual([1, 2, 3])
  })

  test('joins what waits', async () => {
    const inbox = createInbox<string>({ limit: 100, join: (a, b) => (a === '|' || b === '|' ? null : a + b) })
    for (const item of ['a', 'b', '|', 'c', 'd']) inbox.put(item)
    inbox.end()
    expect(await all(inbox.read())).toEqual(['ab', '|', 'cd'])
  })

  test('ends when its reader is too far behind', async () => {
    const inbox = createInbox<number>({ ...plain, limit: 3 })
    for (let i = 0; i < 10; i++) inbox.put(i)
    expect(await all(inbox.read())).toEqual([0, 1, 2, 3])
  })
})
