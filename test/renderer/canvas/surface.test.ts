import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { ancestorsOf } from '../../../renderer/canvas/ancestors.ts'
import { budgetRow } from '../../../renderer/canvas/budgetRow.ts'
import { boundsOf } from '../../../renderer/canvas/canvasGeometry.ts'
import { stepsIn } from '../../../renderer/canvas/chooseBox.ts'
import { toDrawing, toEmphasis } from '../../../renderer/canvas/drawing.ts'
import { elbow } from '../../../renderer/canvas/elbow.ts'
import { indexesIn, reachesOldest, spanOf } from '../../../renderer/canvas/rowsInView.ts'
import { toNodes } from '../../../renderer/canvas/toNodes.ts'
import type { CanvasPicture } from '../../../renderer/canvas/toNodes.ts'
import { layLanes } from '../../../renderer/graph/lanes.ts'
import { folded, line, parted } from './canvasRows.ts'

const placed = { rows: parted(), origin: 0 } // c y b x a
const layout = layLanes(placed.rows, 'c')

describe('lines on the surface', () => {
  it('leave their step 30 below it, with a corner on each lane', () => {
    expect(layout.lines.map((each) => elbow(placed, each).map(({ at, isCorner }) => `${isCorner ? 'corner' : 'point'} ${at.x} ${at.y}`))).toEqual([
      ['point 44 -112', 'point 44 0'],
      ['point 424 -168', 'point 424 -56'],
      ['point 44 -224', 'point 44 -112'],
      ['point 44 -224', 'corner 44 -194', 'corner 424 -194', 'point 424 -168'],
    ])
  })

  it('stand out where they lead to the focused step, in the colour of its lane', () => {
    const way = toEmphasis(placed, layout, 1, new Set())
    expect([[...ancestorsOf(placed.rows, 1)], way.strokes.length, way.colour === layout.places[1]?.colour]).toEqual([[1, 3, 4], 2, true])
    expect(toEmphasis(placed, layout, -1, new Set())).toMatchObject({ strokes: [], colour: 0 })
  })

  it('go on, dashed, to the answer that is being written', () => {
    const { strokes, tail } = toDrawing(placed, layout, { kind: 'live', text: 'answering' })
    expect([strokes.at(-1), tail]).toMatchObject([{ top: 0, bottom: 56, isDashed: true }, { kind: 'live', at: { x: 44, y: 56 } }])
  })

  it('are dashed from an old step that is looked at to the end of its branch', () => {
    const looked = { rows: placed.rows.map((row) => ({ ...row, isHead: row.hash === 'a' })), origin: 0 }
    expect(toDrawing(looked, layout, null).strokes.map(({ colour, isDashed }) => isDashed === (colour === 0))).toEqual([true, true, true])
  })

  it('take up what they take up', () => {
    expect([boundsOf(placed, layout, false), boundsOf(placed, layout, true).bottom]).toEqual([{ left: 0, top: -258, right: 844, bottom: 34 }, 90])
  })
})

describe('the rows in view', () => {
  it('come with 15 more on each side, in steps of 8', () => {
    expect([spanOf(0, 560), spanOf(10, 500), spanOf(-1, 560)]).toEqual([{ first: -15, last: 31 }, { first: -15, last: 31 }, { first: -23, last: 31 }])
  })

  it('are those that there are', () => {
    const long = { rows: line(100), origin: 0 }
    expect([indexesIn(long, { first: -20, last: -10 }), indexesIn(long, { first: -200, last: -90 }), indexesIn(long, { first: 5, last: 9 })]).toEqual([{ from: 10, to: 21 }, { from: 90, to: 100 }, { from: 0, to: 0 }])
    expect([reachesOldest(long, { first: -90, last: 0 }), reachesOldest(long, { first: -40, last: 0 })]).toEqual([true, false])
  })
})

function picture(change: Partial<CanvasPicture> = {}): CanvasPicture {
  return { placed, branch: 'main', before: 0, places: layout.places, tail: null, labelsOf: () => [], failed: new Set(), children: new Map([['a', 2]]), older: null, level: 'near', ...change }
}

describe('cards', () => {
  it('stand 22 beside their lane, oldest first, with sizes given; a fork says how many go on', () => {
    const nodes = toNodes(picture())({ first: -9, last: 9 })
    expect(nodes.map(({ id, position, width, height }) => [id, position.x, position.y, width, height])).toEqual([
      ['a', 66, -245, 288, 42],
      ['x', 446, -189, 288, 42],
      ['b', 66, -133, 288, 42],
      ['y', 446, -77, 288, 42],
      ['c', 66, -21, 288, 42],
    ])
    expect(nodes[0]?.data).toMatchObject({ forks: 2, isNear: true })
  })

  it('are the same objects while the view moves, and none from far away', () => {
    const nodes = toNodes(picture())
    expect(nodes({ first: -9, last: 9 })[2]).toBe(nodes({ first: -3, last: 9 })[1])
    expect(toNodes(picture({ level: 'far' }))({ first: -9, last: 9 })).toEqual([])
  })

  it('have a run among them, what is older above, and the answer being written below', () => {
    const rows = folded(line(10))
    const nodes = toNodes(picture({ placed: { rows, origin: 0 }, places: layLanes(rows, 's9').places, tail: { kind: 'partial', text: '' }, older: 'waiting' }))({ first: -9, last: 9 })
    expect(nodes.map(({ id, type, height }) => [id, type, height])).toEqual([['older', 'older', 26], ['s0', 'card', 42], ['s1', 'fold', 26], ['s9', 'card', 42], ['tail', 'tail', 42]])
  })
})

it('a box chooses the steps of the open branch that it touches', () => {
  const all = { left: -100, top: -500, right: 2000, bottom: 100 }
  expect(stepsIn(placed, layout.places, all)).toEqual(['a', 'b', 'c'] satisfies string[] as MessageId[])
  expect(stepsIn(placed, layout.places, { ...all, bottom: -100 })).toEqual(['a', 'b'])
  expect(stepsIn(placed, layout.places, { ...all, left: 400 })).toEqual([])
})

it('the budget ends at the step with which it is gone over, counted from the newest', () => {
  const rows = line(5) // 10 tokens each
  expect([budgetRow(rows, 50, 25), budgetRow(rows, 50, 50), budgetRow(rows, 50, null), budgetRow(rows, 50, 5)]).toEqual([2, -1, -1, 4])
})
