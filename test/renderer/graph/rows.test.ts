import { describe, expect, it } from 'vitest'
import type { CommitHash, MessageId } from '../../../core/model/ids.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
import type { RailContext } from '../../../renderer/graph/rows.ts'
import { graphOf } from './graphRows.ts'

const context = (pinned: readonly string[], hidden: readonly string[]): RailContext => ({ pinned: new Set(pinned as MessageId[]), hidden: new Set(hidden as MessageId[]), replaced: new Set(), summaries: new Map() })
const short = (rows: ReturnType<typeof toRailRows>) => rows.map(({ hash, parents, branches, isHead, state, corrections }) => ({ hash, parents, branches, isHead, state, corrections }))

describe('rows of the rail', () => {
  it('shows pins, skips and corrections on their message, and moves their branch labels there', () => {
    const graph = graphOf({ name: 'a' }, { name: 'b' }, { name: 'pinA', annotates: 'a' }, { name: 'c' }, { name: 'editB', edits: 'b' }, { name: 'skipC', annotates: 'c', on: ['main'] })
    expect(short(toRailRows(graph, 'main', context(['a'], ['c'])))).toEqual([
      { hash: 'c', parents: ['b'], branches: ['main'], isHead: true, state: 'hidden', corrections: 0 },
      { hash: 'b', parents: ['a'], branches: [], isHead: false, state: 'in', corrections: 1 },
      { hash: 'a', parents: [], branches: [], isHead: false, state: 'pinned', corrections: 0 },
    ])
  })

  it('shows an old step as the place one is at, with the texts of then, and what came later hollow', () => {
    const graph = graphOf({ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'editA', edits: 'a', on: ['main'] })
    const rows = toRailRows(graph, 'main', context(['a'], []), 'b' as CommitHash)
    expect(rows.map(({ hash, isHead, isTip, state, corrections, preview }) => ({ hash, isHead, isTip, state, corrections, preview }))).toEqual([
      { hash: 'c', isHead: false, isTip: true, state: 'out', corrections: 0, preview: 'text of c' },
      { hash: 'b', isHead: true, isTip: false, state: 'in', corrections: 0, preview: 'text of b' },
      { hash: 'a', isHead: false, isTip: false, state: 'pinned', corrections: 0, preview: 'text of a' },
    ])
  })

  it('draws steps of other branches hollow and counts corrections where they were made', () => {
    const graph = graphOf(
      { name: 'a' },
      { name: 'b', on: ['main'] },
      { name: 'x', parents: ['a'] },
      { name: 'editX', edits: 'x' },
      { name: 'editA', edits: 'a', parents: ['editX'], on: ['exp'] },
    )
    expect(short(toRailRows(graph, 'main', null))).toEqual([
      { hash: 'x', parents: ['a'], branches: ['exp'], isHead: false, state: 'out', corrections: 1 },
      { hash: 'b', parents: ['a'], branches: ['main'], isHead: true, state: 'in', corrections: 0 },
      { hash: 'a', parents: [], branches: [], isHead: false, state: 'in', corrections: 0 },
    ])
    expect(short(toRailRows(graph, 'exp', null)).map((row) => [row.hash, row.state, row.corrections])).toEqual([['x', 'in', 1], ['b', 'out', 0], ['a', 'in', 1]])
  })

  it('tells what a summary stands for from what is hidden', () => {
    const graph = graphOf({ name: 'a' }, { name: 'b' }, { name: 'sum', on: ['main'] })
    const summed = { ...context([], ['b']), replaced: new Set(['a' as MessageId]), summaries: new Map([['sum' as MessageId, 2]]) }
    expect(toRailRows(graph, 'main', summed).map(({ hash, state, standsFor }) => [hash, state, standsFor])).toEqual([['sum', 'in', 2], ['b', 'hidden', 0], ['a', 'replaced', 0]])
  })

  it('moves bookmarks to the step they are about', () => {
    const graph = graphOf({ name: 'a' }, { name: 'pinA', annotates: 'a' }, { name: 'b', on: ['main'] }).map((row) => (row.hash === 'pinA' ? { ...row, tags: ['good-run'] } : row))
    expect(toRailRows(graph, 'main', null).map(({ hash, tags }) => [hash, tags])).toEqual([['b', []], ['a', ['good-run']]])
  })

  it('keeps the parent of a page that begins in the middle', () => {
    const page = graphOf({ name: 'old' }, { name: 'a' }, { name: 'b', on: ['main'] }).slice(0, 2)
    expect(short(toRailRows(page, 'main', null)).map((row) => [row.hash, row.parents])).toEqual([['b', ['a']], ['a', ['old']]])
  })
})
