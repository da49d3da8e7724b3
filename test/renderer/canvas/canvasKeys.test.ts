import { describe, expect, it } from 'vitest'
import { actOf } from '../../../renderer/canvas/canvasKeys.ts'
import { folded, line } from './canvasRows.ts'

const rows = folded(line(10)) // s9, the run, s0
const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({ key, altKey: false, ctrlKey: false, metaKey: false, ...held })
const merged = line(4).map((row, at) => (at === 1 ? { ...row, isMerge: true } : row))

describe('a key on the surface', () => {
  it.each([
    ['ArrowUp', 0, { kind: 'go', index: 1 }],
    ['j', 2, { kind: 'go', index: 1 }],
    ['Home', 0, { kind: 'go', index: 2 }],
    ['End', 2, { kind: 'go', index: 0 }],
    ['PageUp', 0, { kind: 'go', index: 2 }],
    ['Enter', 0, { kind: 'open', index: 0 }],
    ['Enter', 1, { kind: 'unfold', index: 1 }],
    ['ArrowRight', 1, { kind: 'unfold', index: 1 }],
    ['ArrowRight', 0, null],
    ['ArrowLeft', 0, { kind: 'refold', index: 0 }],
    ['ArrowLeft', 1, null],
    ['x', 0, null],
  ])('%s at row %i', (key, at, expected) => expect(actOf(press(key), rows, at)).toEqual(expected))

  it('begins where you are when nothing has the focus', () => {
    expect([actOf(press('ArrowUp'), rows, -1), actOf(press('Home'), rows, -1), actOf(press('Enter'), rows, -1)]).toEqual([{ kind: 'go', index: 0 }, { kind: 'go', index: 2 }, null])
  })

  it('goes by End to where you are, also where another branch was said last', () => {
    const others = line(4).map((row, at) => (at < 2 ? { ...row, state: 'out' as const } : row))
    expect(actOf(press('End'), others, 3)).toEqual({ kind: 'go', index: 2 })
  })

  it('is another when a key is held with it', () => {
    expect(actOf(press('ArrowUp', { altKey: true }), rows, 0)).toBeNull()
  })

  it('goes to a merge like to a step, but there is nothing of it to open in the chat', () => {
    expect([actOf(press('ArrowDown'), merged, 2), actOf(press('Enter'), merged, 1), actOf(press('ArrowUp'), [], -1)]).toEqual([{ kind: 'go', index: 1 }, null, null])
  })
})
