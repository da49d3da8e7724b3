import { expect, test } from 'vitest'
import { typedLetter } from '../../../renderer/commands/layoutMap.ts'

const azerty = new Map([['KeyQ', 'a'], ['KeyA', 'q']])

test('what a key types counts, and its place only where that is no Latin letter', () => {
  const letters = [
    typedLetter({ key: 'a', code: 'KeyQ', altKey: false }, azerty),
    typedLetter({ key: 'ф', code: 'KeyQ', altKey: false }, azerty),
    typedLetter({ key: 'ф', code: 'KeyA', altKey: false }, null),
    typedLetter({ key: 'å', code: 'KeyA', altKey: true }, null),
    typedLetter({ key: 'ö', code: 'Semicolon', altKey: false }, null),
    typedLetter({ key: 'Enter', code: 'Enter', altKey: false }, null),
  ]
  expect(letters).toEqual(['a', 'a', 'A', 'A', null, null])
})
