import { describe, expect, test } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { branchOfSibling, siblingsOf } from '../../../renderer/graph/siblings.ts'
import { graphOf } from './graphRows.ts'

const id = (name: string): MessageId => name as MessageId
const names = (rows: ReturnType<typeof graphOf>, branch: string, message: string): readonly [number, readonly string[]] | null => {
  const found = siblingsOf(rows, branch, id(message))
  return found && [found.at, found.all.map(({ messageId }) => messageId)]
}

describe('the versions of a message at its place in the tree', () => {
  const rows = graphOf(
    { name: 'q' },
    { name: 'a1', parents: ['q'] },
    { name: 'b1', parents: ['a1'], on: ['main'] },
    { name: 'pin', parents: ['q'], annotates: 'q' },
    { name: 'a2', parents: ['pin'], on: ['second'] },
    { name: 'b2', parents: ['a1'], on: ['third'] },
  )
  test('are all that follow the same step, oldest first, wherever the fork is and whatever was noted in between', () => {
    expect([names(rows, 'main', 'a1'), names(rows, 'second', 'a2'), names(rows, 'main', 'b1'), names(rows, 'third', 'b2')]).toEqual([
      [0, ['a1', 'a2']],
      [1, ['a1', 'a2']],
      [0, ['b1', 'b2']],
      [1, ['b1', 'b2']],
    ])
  })
  test('are none where nothing else follows the step before', () => {
    expect([names(rows, 'main', 'q'), names(rows, 'main', 'nobody')]).toEqual([null, null])
  })
  test('leave out what no branch holds any more, and merges', () => {
    const left = graphOf({ name: 'q' }, { name: 'a1', parents: ['q'], on: ['main'] }, { name: 'a2', parents: ['q'] })
    expect(names(left, 'main', 'a1')).toBeNull()
  })
  test('first messages are versions of each other; those whose past is not loaded are not', () => {
    const roots = graphOf({ name: 'x', parents: [], on: ['main'] }, { name: 'y', parents: [], on: ['other'] })
    const cut = graphOf({ name: 'x', parents: ['older-1'], on: ['main'] }, { name: 'y', parents: ['older-2'], on: ['other'] })
    expect([names(roots, 'main', 'x'), names(cut, 'main', 'x')]).toEqual([[0, ['x', 'y']], null])
  })
  test('the same answer comes from the same rows, so that nothing is drawn again for it', () => {
    expect(siblingsOf(rows, 'main', id('a1'))).toBe(siblingsOf(rows, 'main', id('a1')))
  })
})

test('a version leads to the branch looked at last of those that hold it, else to the newest', () => {
  const rows = graphOf({ name: 'q' }, { name: 'a1', parents: ['q'], on: ['main'] }, { name: 'a2', parents: ['q'], on: ['x'] }, { name: 'c', parents: ['a2'], on: ['y'] })
  const [, a2] = siblingsOf(rows, 'main', id('a1'))?.all ?? []
  if (a2 === undefined) throw new Error('there are two')
  expect([
    branchOfSibling(rows, a2, ['main', 'x', 'y'], ['y', 'main', 'x']),
    branchOfSibling(rows, a2, ['main'], ['y', 'main', 'x']),
    branchOfSibling(rows, a2, ['gone'], ['main']),
  ]).toEqual(['x', 'y', null])
})
