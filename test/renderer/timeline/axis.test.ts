import { expect, test } from 'vitest'
import { binsOf, fitLabels, nearest, placesOf, timeLabels } from '../../../renderer/timeline/timelineAxis.ts'

const at = (...times: readonly number[]) => times.map((time) => ({ at: time }))

test('every act takes the same room, or as much as time went by', () => {
  expect(placesOf(at(0, 10, 100), 'acts')).toEqual([0, 0.5, 1])
  expect(placesOf(at(0, 10, 100), 'clock')).toEqual([0, 0.1, 1])
})

test('acts of one moment, and a single one, have a place too', () => {
  expect([placesOf(at(5, 5), 'clock'), placesOf(at(5), 'acts'), placesOf([], 'clock')]).toEqual([[0, 1], [1], []])
})

test.each([
  [0, 0],
  [0.24, 0],
  [0.3, 1],
  [0.51, 2],
  [0.9, 3],
  [2, 3],
])('the event nearest to %f is number %i', (place, expected) => {
  expect(nearest([0, 0.5, 0.5, 1], place)).toBe(expected)
})

test('ten thousand acts become a few hundred marks that count them all', () => {
  const events = Array.from({ length: 10_000 }, (_, index) => ({ at: index, track: index % 3 === 0 ? ('calls' as const) : ('steps' as const) }))
  const bins = binsOf(events, placesOf(events, 'acts'), 200)
  expect(bins.length).toBe(400)
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(10_000)
  expect(bins.filter(({ track }) => track === 'calls').reduce((sum, { count }) => sum + count, 0)).toBe(3334)
  expect(Math.max(...bins.map(({ event }) => event))).toBe(9999)
})

test('words on the axis never touch, and the last one stays inside', () => {
  const labels = [0, 0.02, 0.5, 0.99].map((place, event) => ({ place, text: 'cheap', event }))
  expect(fitLabels(labels, 0.01).map(({ place, event }) => [event, place])).toEqual([[0, 0], [2, 0.5], [3, 0.95]])
})

test('a time stands where a new one begins', () => {
  const words = (now: number, before: number | null): string | null => (before === null || Math.floor(now / 10) !== Math.floor(before / 10) ? `t${Math.floor(now / 10)}` : null)
  const events = at(1, 5, 12, 19, 31)
  expect(timeLabels(events, placesOf(events, 'acts'), words).map(({ text }) => text)).toEqual(['t0', 't1', 't3'])
})
