import { expect, test } from 'vitest'
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

test('says nothing where no branch leaves it, or where it goes no further itself', () => {
  expect(since(graphOf({ name: 'a' }, { name: 'b', on: ['main'] }))).toBeNull()
  expect(since(graphOf({ name: 'a', on: ['main'] }, { name: 'b', on: ['side'] }))).toBeNull()
  expect(since(graphOf())).toBeNull()
})
