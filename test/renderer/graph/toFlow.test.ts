import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { joinStraight } from '../../../renderer/graph/joinStraight.ts'
import { layLanes } from '../../../renderer/graph/lanes.ts'
import type { LaneLine } from '../../../renderer/graph/lanes.ts'
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
  return { rows, older: 0, layout, tail: null, geometry, branch: 'main', colours: new Map(), selected: null, chosen: new Set(), answering: new Set(), failed: new Set(), ...change }
}
const paths = (flow: ReturnType<ReturnType<typeof toFlow>>) => flow.edges.map((edge) => edge.data?.path)

describe('the rail for React Flow', () => {
  it('puts the oldest step on top, with sizes given, and draws one line through all', () => {
    const flow = toFlow(picture())({ from: 0, to: 3 })
    expect(flow.nodes.map(({ id, position, measured }) => ({ id, y: position.y, ...measured }))).toEqual([
      { id: 'above', y: 0, width: 1, height: 1 },
      { id: 'below', y: 0, width: 1, height: 1 },
      { id: 's0', y: 6, width: 268, height: 28 },
      { id: 's1', y: 34, width: 268, height: 28 },
      { id: 's2', y: 62, width: 268, height: 28 },
    ])
    expect(paths(flow)).toEqual(['M16 20V76'])
  })

  it('mounts only the window, cuts the line at its edges, and keeps what was drawn before', () => {
    const flow = toFlow(picture({}, 100))
    const [first, then] = [flow({ from: 40, to: 42 }), flow({ from: 41, to: 43 })]
    expect([first, then].map((one) => one.nodes.map((node) => node.id))).toEqual([['above', 'below', 's40', 's41'], ['above', 'below', 's41', 's42']])
    expect([first, then].map(paths)).toEqual([['M16 1126V1182'], ['M16 1154V1210']])
    expect(then.nodes[2]).toBe(first.nodes[3])
  })

  it('draws what there is when a branch became shorter than the list last scrolled to', () => {
    const { nodes } = toFlow(picture())({ from: 0, to: 9 })
    expect(nodes.map(({ id }) => id)).toEqual(['above', 'below', 's0', 's1', 's2'])
    expect(toFlow(picture())({ from: 40, to: 60 }).nodes.map(({ id }) => id)).toEqual(['above', 'below'])
  })

  it('hangs the answer being written under the newest step of the branch, dashed', () => {
    const { nodes, edges } = toFlow(picture({ tail: { kind: 'live', text: 'answering' } }))({ from: 0, to: 3 })
    expect(nodes.at(-1)).toMatchObject({ id: 'tail', type: 'tail', position: { x: 0, y: 90 } })
    expect(edges.map((edge) => edge.data)).toEqual([
      { path: 'M16 20V76', colour: 0, isDashed: false },
      { path: 'M16 76V104', colour: 0, isDashed: true },
    ])
  })

  it('leads dashed from an old step that is looked at to the end of its branch', () => {
    const { rows } = picture()
    const looking = rows.map((row, at) => ({ ...row, isHead: at === 1 }))
    const { edges } = toFlow(picture({ rows: looking }))({ from: 0, to: 3 })
    expect(edges.map((edge) => edge.data)).toEqual([
      { path: 'M16 20V48', colour: 0, isDashed: false },
      { path: 'M16 48V76', colour: 0, isDashed: true },
    ])
  })

  it('labels a step with its branches, the current one first, and marks selection and failure', () => {
    const rows = toRailRows(graphOf({ name: 'a', on: ['exp', 'main'] }), 'main', null)
    const { nodes } = toFlow(
      picture({ rows, layout: layLanes(rows, 'a'), colours: new Map([['exp', 4], ['main', 0]]), selected: 'a' as MessageId, failed: new Set(['a' as MessageId]), answering: new Set(['exp']) }),
    )({ from: 0, to: 1 })
    expect(nodes[2]?.data).toMatchObject({
      isSelected: true,
      isAlong: false,
      hasFailed: true,
      chips: [
        { name: 'main', colour: 0, isCurrent: true, isAnswering: false },
        { name: 'exp', colour: 4, isCurrent: false, isAnswering: true },
      ],
    })
  })
})

describe('straight lines', () => {
  const line = (newer: number, older: number, via: number, change: Partial<LaneLine> = {}): LaneLine => ({ newer, older, newerLane: via, olderLane: via, via, colour: via, ...change })
  it('become one where they follow each other in a lane and a colour; bent ones stay', () => {
    const bent = line(2, 4, 1, { olderLane: 0 })
    expect(joinStraight([line(0, 1, 0), line(1, 4, 0), line(2, 3, 1), bent, line(4, 5, 0), line(7, 8, 0), line(8, 9, 0, { colour: 3 })])).toEqual([
      bent, line(0, 5, 0), line(2, 3, 1), line(7, 8, 0), line(8, 9, 0, { colour: 3 }),
    ])
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
