import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
import { siblingsOf } from '../../../renderer/graph/siblings.ts'
import { walk } from '../../../renderer/graph/walk.ts'
import type { Way } from '../../../renderer/graph/walk.ts'
import { graphOf } from './graphRows.ts'

/** a – b – c – d (main), x and y part behind b, z behind x; m joins x into main before d. */
const forked = () =>
  toRailRows(
    graphOf(
      { name: 'a' },
      { name: 'b' },
      { name: 'x' },
      { name: 'z', on: ['exp'] },
      { name: 'y', parents: ['b'], on: ['why'] },
      { name: 'c', parents: ['b'] },
      { name: 'm', parents: ['c', 'x'], merge: true },
      { name: 'd', on: ['main'] },
    ),
    'main',
    null,
  )

const from = (step: string, way: Way): string | null => {
  const rows = forked()
  return walk(rows, rows.find(({ messageId }) => messageId === (step as MessageId)) ?? null, way)?.messageId ?? null
}

describe('walking along the graph', () => {
  it.each<readonly [string, Way, string | null]>([
    ['b', 'parent', 'a'],
    ['a', 'parent', null],
    ['d', 'parent', 'c'], // over the merge
    ['y', 'parent', 'b'],
    ['a', 'child', 'b'],
    ['b', 'child', 'c'], // the open branch goes before
    ['c', 'child', 'd'],
    ['y', 'child', null],
    ['x', 'siblingAfter', 'y'],
    ['y', 'siblingBefore', 'x'],
    ['x', 'siblingBefore', null],
    ['a', 'siblingAfter', null],
    ['z', 'forkAfter', 'y'], // the fork is one step up
    ['x', 'forkBefore', 'c'], // round and round
    ['a', 'forkAfter', null],
    ['y', 'first', 'a'],
    ['y', 'head', 'd'],
  ])('from %s, %s comes to %s', (step, way, to) => {
    expect(from(step, way)).toBe(to)
  })

  it('begins at the ends when nothing is chosen', () => {
    expect(['first', 'head', 'parent'].map((way) => walk(forked(), null, way as Way)?.messageId ?? null)).toEqual(['a', 'd', null])
  })
})

describe('what stands beside a step', () => {
  const graph = graphOf(
    { name: 'q' },
    { name: 'a1', parents: ['q'] },
    { name: 'a2', parents: ['q'], on: ['two'] },
    { name: 'm', parents: ['a1', 'a2'], merge: true },
    { name: 'b', parents: ['m'], on: ['main'] },
    { name: 'c', parents: ['m'], on: ['three'] },
    { name: 'cut1', parents: ['older 1'], on: ['four'] },
    { name: 'cut2', parents: ['older 2'], on: ['five'] },
  )
  const rows = toRailRows(graph, 'main', null)
  const beside = (step: string): readonly (string | null)[] => {
    const row = rows.find(({ messageId }) => messageId === (step as MessageId)) ?? null
    return [walk(rows, row, 'siblingBefore')?.messageId ?? null, walk(rows, row, 'siblingAfter')?.messageId ?? null]
  }
  it.each(['q', 'a1', 'a2', 'b', 'c', 'cut1', 'cut2'])('is for the keys what it is for the chat: %s', (step) => {
    const found = siblingsOf(graph, 'main', step as MessageId)
    expect(beside(step)).toEqual([found?.all[found.at - 1]?.messageId ?? null, found?.all[found.at + 1]?.messageId ?? null])
  })
  it('is another step that follows the same merge', () => expect(beside('b')).toEqual([null, 'c']))
  it('is no copy of the step itself', () => {
    const copied = toRailRows(graph.map((row) => (row.messageId === ('a2' as MessageId) ? { ...row, messageId: 'a1' as MessageId } : row)), 'main', null)
    expect(walk(copied, copied.find(({ hash }) => (hash as string) === 'a1') ?? null, 'siblingAfter')).toBeNull()
  })
})
