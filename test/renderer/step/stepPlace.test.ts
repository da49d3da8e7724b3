import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
import { stepPlace } from '../../../renderer/step/stepPlace.ts'
import { graphOf } from '../graph/graphRows.ts'

const graph = graphOf(
  { name: 'a' },
  { name: 'b', on: ['parked'] },
  { name: 'x', on: ['exp'] },
  { name: 'c', parents: ['b'] },
  { name: 'm', parents: ['c', 'x'], merge: true, on: ['main'] },
)
const place = (step: string, open = 'main') => {
  const { row, before, after, ...found } = stepPlace(graph, toRailRows(graph, open, null), step as MessageId, open)
  return { ...found, row: row?.hash ?? null, before: before.map(({ hash }) => hash), after: after.map(({ hash }) => hash) }
}

describe('where a step stands', () => {
  it('is told on the open branch, with the branches that part there or end there', () => {
    expect(place('b')).toEqual({ hash: 'b', row: 'b', branch: 'main', isOwn: true, before: ['a'], after: ['x', 'c'], starts: ['parked'] })
    expect(place('b', 'parked')).toEqual({ hash: 'b', row: 'b', branch: 'parked', isOwn: true, before: ['a'], after: ['x', 'c'], starts: ['main', 'exp'] })
  })

  it('is told on a branch that has it, where the open one has not', () => {
    expect(place('c', 'exp')).toEqual({ hash: 'c', row: 'c', branch: 'main', isOwn: false, before: ['b'], after: ['m'], starts: [] })
  })

  it('of a merge has both its lines before it', () => {
    expect(place('m')).toEqual({ hash: 'm', row: 'm', branch: 'main', isOwn: true, before: ['c', 'x'], after: [], starts: [] })
  })

  it('of what lies before everything that was read is the step itself', () => {
    expect(place('older')).toEqual({ hash: 'older', row: null, branch: 'main', isOwn: true, before: [], after: [], starts: [] })
  })
})
