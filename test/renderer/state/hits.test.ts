import { beforeEach, expect, test } from 'vitest'
import type { MessageId, TractId } from '../../../core/model/ids.ts'
import { forgetHits, hitsIn, showHits, useHits } from '../../../renderer/state/hits.ts'

const [one, other] = ['one', 'other'] as unknown as readonly [TractId, TractId]
const hit = (tract: TractId, messageId: string | null) => ({ tract, messageId: messageId as MessageId | null })

beforeEach(forgetHits)

test('hits are marked in their own tract, each step once; what belongs to no step is none', () => {
  showHits('boots', [hit(one, 'a'), hit(one, 'a'), hit(other, 'b'), hit(one, null)])
  expect([[...hitsIn(one)], [...hitsIn(other)], [...hitsIn(null)]]).toEqual([['a'], ['b'], []])
})

test('the next search takes the place of the last; putting it away twice changes nothing', () => {
  showHits('boots', [hit(one, 'a')])
  showHits('shoes', [hit(one, 'c')])
  expect([useHits.getState().text, [...hitsIn(one)]]).toEqual(['shoes', ['c']])
  forgetHits()
  const before = useHits.getState()
  forgetHits()
  expect([hitsIn(one).size, useHits.getState() === before]).toEqual([0, true])
})
