import { expect, test } from 'vitest'
import type { GcKeptBecause } from '../../../core/model/cleanUp.ts'
import { goneCount, goneWords, groupWords, keptWords, waitWords } from '../../../renderer/storage/cleanUpWords.ts'
import { words } from '../../../renderer/words/words.ts'

const now = new Date(2026, 10, 21, 12).getTime()
const group = (commits: number, messages = commits, bytes = 1200) => ({ commits, messages, bytes, items: [] })

test.each<[GcKeptBecause, string]>([
  [{ kind: 'head' }, 'you are looking at it'],
  [{ kind: 'origHead' }, 'a branch that was ended earlier ended there last'],
  [{ kind: 'merge', id: 'm' }, 'what is brought in waits for a decision there'],
  [{ kind: 'compression', id: 'c' }, 'a summary that waits for a decision needs it'],
  [{ kind: 'proposal', id: 'p' }, 'a proposal that waits for a decision needs it'],
  [{ kind: 'answer', id: 'a' }, 'an answer that has no end yet needs it'],
  [{ kind: 'recent', ref: 'tag:good', until: new Date(2026, 11, 3).getTime() }, 'good led there not long ago; it may go from 3 Dec'],
])('%o: %s', (because, told) => expect(keptWords(because, words(), now)).toBe(told))

test('a group is told by its number and its size', () => expect([groupWords(group(1), words()), groupWords(group(1204), words())]).toEqual(['1 step, 1.2 kB', '1\u2009204 steps, 1.2 kB']))

test.each([
  [group(3), group(0), 3, '3 steps'],
  [group(0), group(12, 12), 12, '12 texts'],
  [group(1), group(4, 2), 3, '1 step and 2 texts'],
])('what goes for good counts steps and texts', (purged, archived, count, told) => {
  expect([goneCount({ purged, archived }), goneWords({ purged, archived }, words())]).toEqual([count, told])
})

test('room that another program holds is told of', () => expect([waitWords({ isGone: true }), waitWords({ isGone: false })]).toEqual([null, expect.stringMatching(/the room is freed once it closes the file/)]))
