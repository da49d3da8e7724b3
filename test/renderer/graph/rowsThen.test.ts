import { expect, test } from 'vitest'
import type { TractView } from '../../../core/model/operation.ts'
import { rowsThen } from '../../../renderer/graph/rowsThen.ts'
import { graphOf } from './graphRows.ts'

const rows = graphOf({ name: 'a' }, { name: 'b' }, { name: 'c', on: ['main'] }, { name: 's', parents: ['b'], on: ['side'] }, { name: 'gone', parents: ['a'] })
const viewOf = (branches: Readonly<Record<string, string>>, tags: Readonly<Record<string, string>> = {}): TractView =>
  ({
    head: { kind: 'attached', branch: 'main', commit: branches['main'] ?? null },
    branches: Object.entries(branches).map(([name, commit]) => ({ name, commit })),
    tags: Object.entries(tags).map(([name, commit]) => ({ name, commit })),
  }) as unknown as TractView

test('now, all rows are as they are', () => {
  expect(rowsThen(rows, null)).toBe(rows)
})

test('then, only what its branches and bookmarks lead to is there, under the names it had', () => {
  const then = rowsThen(rows, { view: viewOf({ main: 'b', old: 'gone' }, { good: 'a' }), branch: 'main' })
  expect(then.map(({ hash, branches, tags, isHead }) => [hash, branches, tags, isHead])).toEqual([
    ['gone', ['old'], [], false],
    ['b', ['main'], [], true],
    ['a', [], ['good'], false],
  ])
})

test('before the first step there is no row', () => {
  expect(rowsThen(rows, { view: viewOf({}), branch: 'main' })).toEqual([])
})
