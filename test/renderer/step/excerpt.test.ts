import { expect, it } from 'vitest'
import { excerpt } from '../../../renderer/step/excerpt.ts'

it.each([
  ['a\nb', { text: 'a\nb', isCut: false }],
  ['a\nb\n\n', { text: 'a\nb\n', isCut: false }],
  ['a\nb\nc\nd', { text: 'a\nb\nc', isCut: true }],
  ['word '.repeat(10), { text: 'word word word word ', isCut: true }],
])('%j is cut to its beginning', (text, wanted) => {
  expect(excerpt(text, 3, 20)).toEqual(wanted)
})
