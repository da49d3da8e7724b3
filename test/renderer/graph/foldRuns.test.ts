import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import { foldRuns, runHolding } from '../../../renderer/graph/foldRuns.ts'
import { layLanes } from '../../../renderer/graph/lanes.ts'
import { toRailRows } from '../../../renderer/graph/rows.ts'
import { forSeeds } from '../../helpers/random.ts'
import { graphOf } from './graphRows.ts'

const nothing = { messages: new Set<MessageId>(), opened: new Set<string>() }
const line = (count: number) => graphOf(...Array.from({ length: count }, (_, at) => ({ name: `s${at}`, ...(at === count - 1 && { on: ['main'] }) })))
const shape = (rows: ReturnType<typeof foldRuns>) => rows.map(({ hash, fold }) => (fold ? `${fold.count}…${fold.oldest}` : hash))

describe('runs in the graph', () => {
  it('leave the first and the last step, and what lies between becomes one row', () => {
    const rows = foldRuns(toRailRows(line(10), 'main', null), nothing)
    expect([shape(rows), rows[1]?.parents, rows[1]?.fold]).toEqual([['s9', '8…s1', 's0'], ['s0'], { count: 8, tokens: 80, hidden: 0, from: 1, to: 8, oldest: 's1' }])
  })

  it('shorter than four steps stay as they are', () => {
    expect(shape(foldRuns(toRailRows(line(5), 'main', null), nothing))).toEqual(['s4', 's3', 's2', 's1', 's0'])
  })

  it('end at a bookmark', () => {
    const steps = toRailRows(line(12).map((row) => (row.hash === 's5' ? { ...row, tags: ['good-run'] } : row)), 'main', null)
    expect(shape(foldRuns(steps, nothing))).toEqual(['s11', '5…s6', 's5', '4…s1', 's0'])
  })

  it('end at a step of note: selected, pinned, corrected', () => {
    const pinned = { pinned: new Set(['s6' as MessageId]), hidden: new Set(['s8' as MessageId]), replaced: new Set<MessageId>(), summaries: new Map<MessageId, number>() }
    const rows = foldRuns(toRailRows(line(16), 'main', pinned), { ...nothing, messages: new Set(['s11' as MessageId]) })
    expect(shape(rows)).toEqual(['s15', 's14', 's13', 's12', 's11', '4…s7', 's6', '5…s1', 's0'])
    expect(rows.find(({ fold }) => fold?.oldest === 's7')?.fold?.hidden).toBe(1)
  })

  it('stay open when they were opened', () => {
    expect(foldRuns(toRailRows(line(10), 'main', null), { ...nothing, opened: new Set(['s1']) })).toHaveLength(10)
  })

  it('are found by any of their steps', () => {
    const rows = toRailRows(line(10), 'main', null)
    expect(['s9', 's8', 's4', 's1', 's0', 'none'].map((hash) => runHolding(rows, new Set(), hash))).toEqual([null, 's1', 's1', 's1', null, null])
    expect(runHolding(rows, new Set(['s4' as MessageId]), 's2')).toBeNull()
  })

  it('fold so that every step is in one row, and every line leads somewhere, in any graph', () => {
    forSeeds(200, (random) => {
      const names: string[] = []
      const lines = Array.from({ length: 60 }, (_, at) => {
        const parents = at === 0 ? [] : [...new Set([random.chance(0.9) ? (names[at - 1] ?? '') : random.pick(names), ...(random.chance(0.05) ? [random.pick(names)] : [])])]
        names.push(`n${at}`)
        return { name: `n${at}`, parents, ...(at === 59 ? { on: ['main'] } : random.chance(0.03) ? { on: [`b${at}`] } : {}) }
      })
      const steps = toRailRows(graphOf(...lines), 'main', null)
      const rows = foldRuns(steps, nothing)
      const places = new Map(rows.map(({ hash }, at) => [hash as string, at]))
      const { places: laid } = layLanes(rows, rows[0]?.hash ?? null)
      expect({
        steps: rows.reduce((sum, { fold }) => sum + (fold?.count ?? 1), 0),
        backwards: rows.flatMap(({ hash, parents }, at) => parents.filter((parent) => (places.get(parent) ?? -1) <= at).map((parent) => `${hash} → ${parent}`)),
        laid: laid.length,
        short: rows.filter(({ fold }) => fold !== null && fold.count < 4).length,
      }).toEqual({ steps: 60, backwards: [], laid: rows.length, short: 0 })
    })
  })
})
