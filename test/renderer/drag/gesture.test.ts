import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { hasBegun, hasLeft } from '../../../renderer/drag/beginning.ts'
import { inOrder } from '../../../renderer/drag/draggedFrom.ts'
import { edgeSpeed } from '../../../renderer/drag/edgeScroll.ts'
import { fitted } from '../../../renderer/drag/fitted.ts'
import { graphOf } from '../graph/graphRows.ts'

describe('a press that becomes a drag', () => {
  const press = { x: 100, y: 100, at: 1000 }
  it('has gone 6 px, or less when it was held first', () => {
    const begun = (x: number, at: number): boolean => hasBegun(press, { x, y: 100, at })
    expect([begun(105, 1010), begun(106, 1010), begun(103, 1149), begun(103, 1150), begun(101, 5000)]).toEqual([false, true, false, true, false])
  })
  it('is a scroll where a finger leaves before it rested', () => {
    expect([hasLeft(press, { x: 100, y: 106 }), hasLeft(press, { x: 100, y: 107 })]).toEqual([false, true])
  })
})

describe('what is carried', () => {
  it('stands in the order of the history, with the size of its newest text', () => {
    const rows = graphOf({ name: 'a' }, { name: 'b' }, { name: 'fix', edits: 'a' }, { name: 'c', on: ['main'] }).map((row) => (row.hash === 'fix' ? { ...row, tokens: 25 } : row))
    expect(inOrder({ rows }, new Set(['c', 'a'] as MessageId[]))).toEqual([{ messageId: 'a', tokens: 25 }, { messageId: 'c', tokens: 10 }])
  })
})

describe('at an edge', () => {
  it('a list scrolls, faster the nearer it gets', () => {
    expect([edgeSpeed(0, 0, 400), edgeSpeed(18, 0, 400), edgeSpeed(200, 0, 400), edgeSpeed(382, 0, 400), edgeSpeed(400, 0, 400)]).toEqual([-16, -8, 0, 8, 16])
  })
  it('a card turns to the other side, and never leaves the window', () => {
    const window = { width: 880, height: 600 }
    const card = { width: 340, height: 200 }
    expect([fitted({ x: 100, y: 100 }, card, window), fitted({ x: 800, y: 580 }, card, window), fitted({ x: 300, y: 20 }, { width: 860, height: 590 }, window)]).toEqual([{ left: 112, top: 112 }, { left: 448, top: 368 }, { left: 8, top: 8 }])
  })
})
