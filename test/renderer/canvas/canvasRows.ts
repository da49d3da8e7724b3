import type { RailRow } from '../../../renderer/graph/rows.ts'
import { foldRuns } from '../../../renderer/graph/foldRuns.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
import { graphOf } from '../graph/graphRows.ts'

/** A line of steps `s0` … on main, newest first. */
export const line = (count: number): readonly RailRow[] =>
  toRailRows(graphOf(...Array.from({ length: count }, (_, at) => ({ name: `s${at}`, ...(at === count - 1 && { on: ['main'] }) }))), 'main', null)

/** `a b c` on main, `x y` on a branch from `a`, newest first: c y b x a. */
export const parted = (): readonly RailRow[] =>
  toRailRows(
    graphOf({ name: 'a' }, { name: 'x', parents: ['a'] }, { name: 'b', parents: ['a'] }, { name: 'y', parents: ['x'], on: ['side'] }, { name: 'c', parents: ['b'], on: ['main'] }),
    'main',
    null,
  )

export const folded = (rows: readonly RailRow[], ...opened: readonly string[]): readonly RailRow[] => foldRuns(rows, { messages: new Set(), opened: new Set(opened) })
