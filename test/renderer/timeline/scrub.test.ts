import { expect, test } from 'vitest'
import { scrubByKey, scrubTo } from '../../../renderer/timeline/scrub.ts'

// a person speaks at 1 and 4
const events = [0, 1, 0, 0, 1, 0].map((turn) => ({ isTurn: turn === 1 }))
const press = (key: string, held: { readonly shiftKey?: boolean; readonly ctrlKey?: boolean; readonly code?: string } = {}) => ({ key, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

test.each([
  ['one event on', 2, 'event', 1, 3],
  ['not beyond the last', 5, 'event', 1, 5],
  ['not before the first', 0, 'event', -1, 0],
  ['to the next turn', 1, 'turn', 1, 4],
  ['to the turn before', 4, 'turn', -1, 1],
  ['to the end where no turn comes any more', 4, 'turn', 1, 5],
  ['to the beginning where none came before', 1, 'turn', -1, 0],
] as const)('a step leads %s', (_, from, by, towards, expected) => {
  expect(scrubTo(events, from, { by, towards })).toBe(expected)
})

test.each([
  [',', {}, 2],
  ['.', {}, 4],
  ['ArrowLeft', {}, 2],
  [';', { shiftKey: true, code: 'Comma' }, 1],
  [':', { shiftKey: true, code: 'Period' }, 4],
  ['Home', {}, 0],
  ['End', {}, 5],
  ['x', {}, null],
  ['.', { ctrlKey: true }, null],
] as const)('%s %o leads from the fourth event to %s', (key, held, expected) => {
  expect(scrubByKey(events, 3, press(key, held))).toBe(expected)
})
