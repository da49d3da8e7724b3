import { expect, test } from 'vitest'
import { findMatches, placesIn } from '../../../renderer/chat/findMatches.ts'
import { hidden, message } from './messages.ts'

test('every place is found, hidden messages among them, in any form of letters, first to last', () => {
  expect(findMatches([message('One two ONE'), hidden('no one')], 'one')).toEqual([
    { message: 'One two ONE', nth: 0 },
    { message: 'One two ONE', nth: 1 },
    { message: 'no one', nth: 0 },
  ])
})

test.each(['', '  ', 'nowhere'])('%j is found nowhere', (text) => {
  expect(findMatches([message('One two')], text)).toEqual([])
})

test('places don’t overlap, and stop at a limit', () => {
  expect([placesIn('aaaa', 'aa'), placesIn('aaaa', 'a', 2), placesIn('İstanbul', 'stan')]).toEqual([[0, 2], [0, 1], []])
})
