import { expect, test } from 'vitest'
import type { ReplyEvent } from '../../core/model/reply.ts'
import { bundleWords } from '../../main/words.ts'
import { handClock } from '../helpers/handClock.ts'

test('words are told together at most every 34 ms, in order, and before any event of another kind', () => {
  const clock = handClock()
  const told: ReplyEvent[] = []
  const words = bundleWords(clock, (event) => told.push(event))
  words.add({ type: 'reasoning', text: 'hm' })
  words.add({ type: 'text', text: 'one ' })
  words.add({ type: 'text', text: 'two ' })
  clock.advance(33)
  const early = told.length
  clock.advance(1)
  words.add({ type: 'text', text: 'three' })
  words.add({ type: 'toolCall', call: { id: 'c', name: 't', arguments: '{}' } })
  words.add({ type: 'text', text: 'four' })
  words.flush()
  words.flush()
  clock.advance(100)
  expect([early, told, clock.pending()]).toEqual([
    1,
    [
      { type: 'reasoning', text: 'hm' },
      { type: 'text', text: 'one two ' },
      { type: 'text', text: 'three' },
      { type: 'toolCall', call: { id: 'c', name: 't', arguments: '{}' } },
      { type: 'text', text: 'four' },
    ],
    [],
  ])
})
