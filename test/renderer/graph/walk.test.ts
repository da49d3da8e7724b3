import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
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
