import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { describeFold, describeRow } from '../../../renderer/graph/describeRow.ts'
import { foldRuns } from '../../../renderer/graph/foldRuns.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
import type { RailContext, RailRow } from '../../../renderer/graph/rows.ts'
import { stepNumbers } from '../../../renderer/graph/stepNumbers.ts'
import { words } from '../../../renderer/words/words.ts'
import { graphOf } from './graphRows.ts'

const parted = graphOf({ name: 'a' }, { name: 'b', parents: ['a'], on: ['exp'] }, { name: 'c', parents: ['a'] }, { name: 'c1', parents: ['c'], edits: 'c' }, { name: 'c2', parents: ['c1'], edits: 'c' }, { name: 'm', parents: ['c2', 'b'], merge: true, on: ['main'] })
const ids = (...names: string[]) => new Set(names as MessageId[])
const context: RailContext = { pinned: ids('c'), hidden: ids('a'), replaced: ids('b'), summaries: new Map() }
const said = (rows: readonly RailRow[]): readonly string[] => rows.map((row, at) => describeRow(row, { branch: 'main', number: stepNumbers(rows, 210)[at] ?? null }, words()))

describe('a row in words', () => {
  it('tells which step, whose, its words, its marks, its size, its branch, and whether the model sees it', () => {
    expect(said(toRailRows(parted, 'main', context))).toEqual([
      'branches brought together, you are here, on main, end of main',
      'step 213, user: text of c2, corrected twice, kept always, 10 tokens, on main, in context',
      'step 212, user: text of b, 10 tokens, on main, end of exp, something else stands for it',
      'step 211, user: text of a, 10 tokens, on main, hidden from the model',
    ])
  })

  it('tells of a step elsewhere that it isn’t in context, and of what it stands for and is called', () => {
    const [here, there] = toRailRows(graphOf({ name: 'a', on: ['exp'] }, { name: 'b', parents: [], on: ['main'] }), 'main', null)
    expect(said([{ ...(here as RailRow), standsFor: 23, tags: ['good'] }, there as RailRow])).toEqual([
      'step 212, user: text of b, you are here, in place of 23 steps, 10 tokens, on main, end of main, bookmark good, in context',
      'step 211, user: text of a, 10 tokens, on another branch, end of exp, not in context',
    ])
  })

  it('tells of a step whose text is gone that it is erased, until a correction gives it another', () => {
    const graph = graphOf({ name: 'a' }, { name: 'a1', edits: 'a', on: ['main'] })
    const gone = (name: string) => graph.map((row) => (row.hash === name ? { ...row, preview: '', tokens: 0, goneAt: 5 } : row))
    expect([...said(toRailRows(gone('a1'), 'main', null)), ...said(toRailRows(gone('a'), 'main', null))]).toEqual([
      'step 211, user: erased, you are here, corrected once, 0 tokens, on main, end of main, its text is gone for good',
      'step 211, user: text of a1, you are here, corrected once, 10 tokens, on main, end of main, in context',
    ])
  })

  it('counts the steps of a run; the run itself says how many it holds', () => {
    const rows = foldRuns(toRailRows(graphOf(...Array.from({ length: 10 }, (_, at) => ({ name: `s${at}`, ...(at === 9 && { on: ['main'] }) }))), 'main', { ...context, hidden: ids('s3') }), { messages: new Set(), opened: new Set() })
    expect(stepNumbers(rows, 0)).toEqual([10, 9, 1])
    expect(rows.flatMap(({ fold }) => (fold === null ? [] : [describeFold(fold, words())]))).toEqual(['8 steps folded, 1 of them hidden from the model, 80 tokens'])
  })
})
