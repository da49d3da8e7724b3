import { expect, test } from 'vitest'
import type { StorageFacts } from '../../../core/model/cleanUp.ts'
import { sizeParts } from '../../../renderer/storage/sizeParts.ts'

const none = { commits: 0, bytes: 0 }
const facts: StorageFacts = { path: '/a.tract', fileBytes: 100_000, freeBytes: 4000, live: { commits: 12, bytes: 20_000 }, hidden: none, covered: { commits: 3, bytes: 1500 }, earlier: none, leftover: { commits: 2, bytes: 0 }, trash: { ...none, batches: [] }, gone: { texts: 0, commits: 0 }, copies: [] }

test('all parts together are the file, and what is empty is no part', () => {
  const parts = sizeParts(facts)
  expect(parts.map(({ kind }) => kind)).toEqual(['live', 'covered', 'leftover', 'other', 'free'])
  expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(facts.fileBytes)
})

test('texts that lie in the log alone leave nothing for the rest', () => {
  expect(sizeParts({ ...facts, fileBytes: 10_000 }).find(({ kind }) => kind === 'other')).toBeUndefined()
})
