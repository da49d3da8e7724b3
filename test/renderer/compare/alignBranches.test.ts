import { describe, expect, it } from 'vitest'
import type { TranscriptMessage } from '../../../core/model/context.ts'
import { Tract } from '../../../core/index.ts'
import { alignBranches, isSame } from '../../../renderer/compare/alignBranches.ts'
import { textOf } from '../../../renderer/words/contents.ts'
import { forSeeds } from '../../helpers/random.ts'
import type { Random } from '../../helpers/random.ts'

const textsIn = (cells: readonly (TranscriptMessage | null)[]) => cells.map((cell) => (cell === null ? null : textOf(cell.content)))
const on = (tract: Tract, ...names: readonly string[]) => names.map((name) => tract.on(name).transcript({ limit: 1000 }).items)

describe('branches side by side', () => {
  it('folds what they share, and pairs answers to the same question', () => {
    using tract = Tract.open()
    tract.user('Question')
    tract.branch('b', { switch: false })
    tract.assistant('From a')
    tract.on('b').assistant('From b')
    tract.user('Only on a')
    const { rows, shared } = alignBranches(on(tract, 'main', 'b'))
    expect([shared, rows.map(({ cells }) => textsIn(cells))]).toEqual([1, [['Question', 'Question'], ['From a', 'From b'], ['Only on a', null]]])
  })

  it('keeps a corrected message in one row, as not the same', () => {
    using tract = Tract.open()
    const question = tract.user('Question')
    tract.branch('b', { switch: false })
    tract.on('b').edit(question.hash, 'Another question')
    const { rows, shared } = alignBranches(on(tract, 'main', 'b'))
    expect([shared, rows.map(({ cells }) => textsIn(cells))]).toEqual([0, [['Question', 'Another question']]])
  })

  it('puts the same words side by side, also when other steps come before them', () => {
    using tract = Tract.open()
    tract.user('Question')
    tract.branch('b', { switch: false })
    tract.user('Only on a')
    tract.user('Shorter')
    tract.on('b').user('Shorter')
    const { rows } = alignBranches(on(tract, 'main', 'b'))
    expect(rows.map(({ cells }) => textsIn(cells))).toEqual([['Question', 'Question'], ['Only on a', null], ['Shorter', 'Shorter']])
  })

  it('pairs an answer with an answer, and takes what has no partner as a row of its own, in order', () => {
    using tract = Tract.open()
    tract.user('Question')
    tract.branch('b', { switch: false })
    tract.assistant('From a')
    const b = tract.on('b')
    b.commit({ type: 'tool_call', callId: 'c1', tool: 'lookup', input: {} })
    b.commit({ type: 'tool_result', callId: 'c1', tool: 'lookup', output: 'rules', status: 'success' })
    b.assistant('From b')
    const { rows } = alignBranches(on(tract, 'main', 'b'))
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.content.type ?? null))).toEqual([['dialogue', 'dialogue'], [null, 'tool_call'], [null, 'tool_result'], ['dialogue', 'dialogue']])
  })

  it('loses nothing and keeps every branch in its order, whatever was said, corrected and merged', () => {
    forSeeds(60, (random) => {
      using tract = Tract.open()
      tract.user('start')
      const names = ['main', 'b', 'c', 'd'].slice(0, 2 + random.below(3))
      for (const name of names.slice(1)) tract.branch(name, { switch: false })
      for (let act = 0; act < 30; act += 1) randomAct(tract, random, names, act)
      const branches = on(tract, ...names)
      const { rows, shared } = alignBranches(branches)
      expect({
        columns: names.map((_, nth) => rows.flatMap(({ cells }) => (cells[nth] ? [cells[nth].messageId] : []))),
        widths: [...new Set(rows.map(({ cells }) => cells.length))],
        empty: rows.filter(({ cells }) => cells.every((cell) => cell === null)).length,
        shared: rows.slice(0, shared).every(isSame),
      }).toEqual({ columns: branches.map((messages) => messages.map(({ messageId }) => messageId)), widths: [names.length], empty: 0, shared: true })
    })
  })
})

function randomAct(tract: Tract, random: Random, names: readonly string[], act: number): void {
  const name = random.pick(names)
  const branch = tract.on(name)
  const other = random.pick(names)
  const chance = random.below(10)
  if (chance < 6) branch.commit({ type: 'dialogue', role: chance < 3 ? 'user' : 'assistant', text: `m${act}` })
  else if (chance < 8) branch.edit(random.pick(branch.transcript().items).messageId, `edited ${act}`)
  else if (other !== name) branch.merge(other, { strategy: 'ours' })
}
