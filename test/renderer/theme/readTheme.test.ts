import { expect, test } from 'vitest'
import { dashOf } from '../../../renderer/theme/readTheme.ts'
import type { DrawnTheme } from '../../../renderer/theme/readTheme.ts'

const theme = (hasPatterns: boolean): DrawnTheme => ({ hasPatterns, laneDash: [[], [9, 3]] }) as never

test('lanes are broken only for those who ask for it, each in its own way', () => {
  expect([dashOf(theme(false), 1), dashOf(theme(true), 1), dashOf(theme(true), 0), dashOf(theme(true), 7)]).toEqual([[], [9, 3], [], []])
})
