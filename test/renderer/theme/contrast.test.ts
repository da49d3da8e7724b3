import { expect, test } from 'vitest'
import { contrastRatio, failingPairs, parseColour } from '../../../renderer/theme/contrast.ts'
import type { Rgba } from '../../../renderer/theme/contrast.ts'

const white: Rgba = [255, 255, 255, 1]
const black: Rgba = [0, 0, 0, 1]

test('black on white is 21 to 1, a colour on itself 1 to 1, and half of black stands in between', () => {
  const found = [contrastRatio(black, white), contrastRatio(white, white), contrastRatio([0, 0, 0, 0.5], white), contrastRatio([118, 118, 118, 1], white)].map((ratio) => ratio.toFixed(2))
  expect(found).toEqual(['21.00', '1.00', '3.98', '4.54'])
})

test('colours are read as the style sheet and the browser write them', () => {
  expect(['#fff', '#2b4cb1', 'rgb(40 34 20 / .5)', 'rgb(1, 2, 3)', 'red', 'rgb(300 0 0 / 1)', ''].map(parseColour)).toEqual([white, [43, 76, 177, 1], [40, 34, 20, 0.5], [1, 2, 3, 1], null, null, null])
})

test('pairs below their ratio are told with it, washes laid over their ground', () => {
  const values: { readonly [token: string]: string } = { text: '#777777', 'bg-pane': '#ffffff', 'bg-hover': 'rgb(0 0 0 / .5)', gone: '' }
  const pairs = [
    { text: 'text', on: 'bg-pane', least: 4.5 },
    { text: 'text', on: 'bg-pane', least: 3 },
    { text: 'text', on: 'bg-pane', wash: 'bg-hover', least: 4.5 },
    { text: 'gone', on: 'bg-pane', least: 4.5 },
  ] as const
  expect(failingPairs((token) => values[token] ?? '', pairs).map(({ wash, ratio }) => [wash, ratio.toFixed(1)])).toEqual([[undefined, '4.5'], ['bg-hover', '1.1']])
})
