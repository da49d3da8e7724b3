import { expect, test } from 'vitest'
import { countdown, day, dayAndClock } from '../../../renderer/words/times.ts'

const now = new Date(2026, 2, 10, 14, 5).getTime()

test('days near now have names', () => {
  const days = [new Date(2026, 2, 10, 0, 1), new Date(2026, 2, 9, 23, 59), new Date(2026, 1, 3), new Date(2024, 1, 3)]
  expect(days.map((at) => day(at.getTime(), now))).toEqual(['today', 'yesterday', '3 Feb', '3 Feb 2024'])
})

test('a day and a time of day', () => expect(dayAndClock(new Date(2026, 2, 10, 9, 7).getTime(), now)).toEqual('today, 09:07'))

test('what is left is counted in whole seconds and never below zero', () => expect([18_000, 17_200, 125_000, -5].map(countdown)).toEqual(['0:18', '0:18', '2:05', '0:00']))
