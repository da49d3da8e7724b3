import { expect, test } from 'vitest'
import { findWords, markedParts } from '../../../renderer/commands/paletteSearch.ts'

test('every word must stand somewhere, and the start of a word is the better place', () => {
  expect([findWords('hide', 'Hide from model'), findWords('model hide', 'Hide from model'), findWords('id', 'Hide sidebar'), findWords('bran', 'main-2', 'branch, 3 steps'), findWords('hide x', 'Hide sidebar')]).toEqual([
    { score: 4, marks: [[0, 4]] },
    { score: 7, marks: [[0, 4], [10, 15]] },
    { score: 1, marks: [[1, 3]] },
    { score: 0.5, marks: [] },
    null,
  ])
})

test('an empty search finds everything', () => expect(findWords('  ', 'Settings')).toEqual({ score: 0, marks: [] }))

test('found letters are cut out of a title, each once', () => {
  expect(markedParts('Hide from model', [[0, 4], [2, 4], [10, 15]])).toEqual([
    { from: 0, part: 'Hide', isMarked: true },
    { from: 4, part: ' from ', isMarked: false },
    { from: 10, part: 'model', isMarked: true },
  ])
})
