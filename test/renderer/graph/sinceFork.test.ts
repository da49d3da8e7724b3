import { expect, test } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { sinceFork } from '../../../renderer/graph/sinceFork.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
import { graphOf } from './graphRows.ts'

const since = (graph: ReturnType<typeof graphOf>) => sinceFork(toRailRows(graph, 'main', null))

test('counts the steps after the last one that another branch left', () => {
  expect(since(graphOf({ name: 'a' }, { name: 's', parents: ['a'], on: ['side'] }, { name: 'b', parents: ['a'] }, { name: 'c', on: ['main'] }))).toBe(2)
})

test('a branch that ends on the way counts as one that left', () => {
  expect(since(graphOf({ name: 'a', on: ['side'] }, { name: 'b', on: ['main'] }))).toBe(1)
})

test('a verdict about two branches, and where branches came together, are no steps', () => {
  const rows = toRailRows(graphOf({ name: 'a', on: ['side'] }, { name: 'b' }, { name: 'v' }, { name: 'm', merge: true }, { name: 'c', on: ['main'] }), 'main', null)
  expect(sinceFork(rows.map((row) => (row.messageId === ('v' as MessageId) ? { ...row, preview: 'Verdict: main is better than side. It is shorter' } : row)))).toBe(2)
})

test('says nothing where no branch leaves it, or where it goes no further itself', () => {
  expect(since(graphOf({ name: 'a' }, { name: 'b', on: ['main'] }))).toBeNull()
  expect(since(graphOf({ name: 'a', on: ['main'] }, { name: 'b', on: ['side'] }))).toBeNull()
  expect(since(graphOf())).toBeNull()
})
