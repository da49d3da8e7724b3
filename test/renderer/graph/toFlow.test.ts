import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { layLanes } from '../../../renderer/graph/lanes.ts'
import { linePath, railGeometry } from '../../../renderer/graph/railGeometry.ts'
import { railWindow } from '../../../renderer/graph/railWindow.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
import { toFlow } from '../../../renderer/graph/toFlow.ts'
import type { RailPicture } from '../../../renderer/graph/toFlow.ts'
import { graphOf } from './graphRows.ts'

const geometry = railGeometry(268, 1)

function picture(change: Partial<RailPicture> = {}, count = 3): RailPicture {
  const rows = toRailRows(graphOf(...Array.from({ length: count }, (_, at) => ({ name: `s${at}`, ...(at === count - 1 && { on: ['main'] }) }))), 'main', null)
  const layout = layLanes(rows, rows[0]?.hash ?? null)
  return { rows, layout, tail: null, geometry, window: { from: 0, to: count }, branch: 'main', colours: new Map(), selected: null, answering: new Set(), failed: new Set(), ...change }
}

describe('the rail for React Flow', () => {
  it('puts the oldest step on top, with size and handles given', () => {
    const { nodes, edges } = toFlow(picture())
    expect(nodes.map(({ id, position, width, height }) => ({ id, y: position.y, width, height }))).toEqual([
      { id: 'above', y: 6, width: 1, height: 1 },
      { id: 'below', y: 90, width: 1, height: 1 },
      { id: 's0', y: 6, width: 268, height: 28 },
      { id: 's1', y: 34, width: 268, height: 28 },
      { id: 's2', y: 62, width: 268, height: 28 },
    ])
    expect(nodes.at(-1)).toMatchObject({ measured: { width: 268, height: 28 }, handles: [{ type: 'source', x: 16, y: 14 }, { type: 'target', x: 16, y: 14 }] })
    expect(edges.map(({ source, target, data }) => ({ source, target, path: data?.path }))).toEqual([
      { source: 's1', target: 's2', path: 'M16 48V76' },
      { source: 's0', target: 's1', path: 'M16 20V48' },
    ])
  })

  it('mounts only the window; lines that leave it end at its edges', () => {
    const { nodes, edges } = toFlow(picture({ window: { from: 40, to: 42 } }, 100))
    expect(nodes.map((node) => node.id)).toEqual(['above', 'below', 's40', 's41'])
    expect(edges.map(({ source, target }) => `${source}>${target}`)).toEqual(['s41>below', 's40>s41', 'above>s40'])
  })

  it('hangs the answer being written under the newest step of the branch, dashed', () => {
    const { nodes, edges } = toFlow(picture({ tail: { kind: 'live', text: 'answering' } }))
    expect(nodes.at(-1)).toMatchObject({ id: 'tail', type: 'tail', position: { x: 0, y: 90 } })
    expect(edges.at(-1)).toMatchObject({ source: 's2', target: 'tail', data: { path: 'M16 76V104', isDashed: true, isTrunk: true } })
  })

  it('labels a step with its branches, the current one first, and marks selection and failure', () => {
    const rows = toRailRows(graphOf({ name: 'a', on: ['exp', 'main'] }), 'main', null)
    const { nodes } = toFlow(picture({ rows, layout: layLanes(rows, 'a'), window: { from: 0, to: 1 }, colours: new Map([['exp', 4], ['main', 0]]), selected: 'a' as MessageId, failed: new Set(['a' as MessageId]), answering: new Set(['exp']) }))
    expect(nodes[2]?.data).toMatchObject({
      isSelected: true,
      hasFailed: true,
      chips: [
        { name: 'main', colour: 0, isCurrent: true, isAnswering: false },
        { name: 'exp', colour: 4, isCurrent: false, isAnswering: true },
      ],
    })
  })
})

describe('the path of a line', () => {
  const whole = { top: 0, bottom: 1e6 }
  const line = { newer: 0, older: 3, newerLane: 1, olderLane: 0, via: 1, colour: 2 }
  it.each([
    ['leaves its lane over one row, then runs straight', line, 5, whole, 'M16 48C16 65.36 32 58.64 32 76V132'],
    ['comes back over the last row', { ...line, newerLane: 0 }, 5, whole, 'M16 48C16 65.36 32 58.64 32 76V104C32 121.36 16 114.64 16 132'],
    ['goes over in one row between neighbours', { ...line, older: 1 }, 5, whole, 'M16 104C16 121.36 32 114.64 32 132'],
    ['is cut where the window ends', { ...line, older: 9000, newer: 10 }, 10_000, { top: 150_000, bottom: 160_000 }, 'M32 150000V160000'],
  ])('%s', (_, one, count, span, path) => {
    expect(linePath(geometry, one, count, span)).toBe(path)
  })
})

describe('the window of the rail', () => {
  it.each([
    ['the top', 0, { from: 0, to: 39 }],
    ['the middle', 28_006, { from: 985, to: 1039 }],
    ['a few pixels on', 28_050, { from: 985, to: 1039 }],
    ['the end', 279_600, { from: 9969, to: 10_000 }],
  ])('holds what is in view at %s and 15 rows more', (_, scrollTop, window) => {
    expect(railWindow(geometry, scrollTop, 600, 10_000)).toEqual(window)
  })

  it('is empty without rows', () => {
    expect(railWindow(geometry, 0, 600, 0)).toEqual({ from: 0, to: 0 })
  })
})
