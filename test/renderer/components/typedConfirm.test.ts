import { expect, test } from 'vitest'
import { isConfirmed } from '../../../renderer/components/TypedConfirm.tsx'

test.each([
  ['delete 3 steps', true],
  ['  Delete  3 STEPS ', true],
  ['delete 3 step', false],
  ['delete 13 steps', false],
  ['', false],
])('"%s" confirms "delete 3 steps": %s', (typed, is) => expect(isConfirmed('delete 3 steps', typed)).toBe(is))

test('the thin gap of a large number may be typed as any blank, or left out', () => {
  expect([isConfirmed('delete 1\u2009204 steps', 'delete 1204 steps'), isConfirmed('delete 1\u2009204 steps', 'delete 1 204 steps')]).toEqual([true, true])
})
