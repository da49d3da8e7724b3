import { expect, test } from 'vitest'
import { fitting } from '../../../renderer/state/bottomDrawer.ts'

test.each([
  [50, 900, 160],
  [300, 900, 300],
  [2000, 900, 540],
  [2000, 200, 160],
])('a drawer of %i px in a window of %i px is %i px high', (height, window, expected) => {
  expect(fitting(height, window)).toEqual(expected)
})
