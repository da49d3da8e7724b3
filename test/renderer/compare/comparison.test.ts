import { describe, expect, it } from 'vitest'
import type { CallFacts, TranscriptMessage } from '../../../core/model/context.ts'
import { Tract } from '../../../core/index.ts'
import { wordDiff } from '../../../renderer/chat/wordDiff.ts'
import { alignBranches, alignByPlace } from '../../../renderer/compare/alignBranches.ts'
import { columnTotals } from '../../../renderer/compare/columnTotals.ts'
import { comparisonMarkdown } from '../../../renderer/compare/comparisonMarkdown.ts'
import { equalSettings } from '../../../renderer/compare/equalSettings.ts'
import { markWords, ownRanges } from '../../../renderer/compare/markWords.ts'
import { settingsOfWay } from '../../../renderer/compare/ways.ts'
import { textOf } from '../../../renderer/words/contents.ts'

/** `main` and `b` part after a question. */
function parted(): Tract {
  const tract = Tract.open()
  tract.user('Question')
  tract.branch('b', { switch: false })
  tract.assistant('From a', { generationConfig: { model: 'm', temperature: 0.2 } })
  tract.on('b').assistant('From b', { generationConfig: { model: 'm', temperature: 0.9 } })
  tract.user('Only on a')
  return tract
}
const columns = (tract: Tract) => ['main', 'b'].map((name) => tract.on(name).transcript({ limit: 100 }).items)

describe('a comparison', () => {
  it('puts the first beside the first where it goes by place', () => {
    const { rows, shared } = alignByPlace(columns(parted()))
    expect([shared, rows.map(({ cells }) => cells.map((cell) => cell && textOf(cell.content)))]).toEqual([1, [['Question', 'Question'], ['From a', 'From b'], ['Only on a', null]]])
  })

  it('tells which settings are equal, those that nobody set too', () => {
    const equal = equalSettings(columns(parted()))
    expect([equal.length, equal[0], equal.some(({ field }) => field === 'temperature'), equalSettings([[], []])]).toEqual([8, { field: 'model', value: 'm' }, false, []])
  })

  it('finds the cheapest and the fastest; nobody wins a tie or alone', () => {
    const message = (call: Partial<CallFacts> | null) => [{ call }] as unknown as readonly TranscriptMessage[]
    const best = (...calls: readonly (Partial<CallFacts> | null)[]) => columnTotals(calls.map(message)).map(({ isCheapest, isFastest }) => [isCheapest, isFastest])
    expect([best({ costUsd: 2, durationMs: 1000 }, { costUsd: 1, durationMs: 3000 }), best({ costUsd: 1, durationMs: 1000 }, { costUsd: 1, durationMs: 1010 }), best({ costUsd: 1, durationMs: 5 }, null)]).toEqual([
      [[false, true], [true, false]], [[false, false], [false, false]], [[false, false], [false, false]],
    ])
  })

  it('reads as Markdown', () => {
    const { rows, shared } = alignBranches(columns(parted()))
    const totals = columnTotals([[{ call: { usage: { inputTokens: 10, outputTokens: 2 }, costUsd: 0.02, durationMs: 1500 } }] as unknown as readonly TranscriptMessage[], []])
    expect(comparisonMarkdown({ title: 'Two', branches: ['main', 'b'], shared, rows, totals, verdict: 'Verdict: main is better than b.' })).toBe(
      ['# Two', '- **A** main: 10 in, 2 out, $0.020, 1.5 s\n- **B** b', 'Verdict: main is better than b.', 'Shared at the beginning: 1 message.', '### A: m', 'From a', '### B: m', 'From b', '### A: You', 'Only on a', '### B: nothing here'].join('\n\n') + '\n',
    )
  })
})

describe('marks in formatted words', () => {
  const source = 'It is **very old** now.'
  it('stand where the other text has none of it, across the formatting', () => {
    const ranges = ownRanges(wordDiff('It is **new** now.', source), 'added')
    expect(ranges.map(({ from, to }) => source.slice(from, to))).toEqual(['very old'])
    const text = (value: string, from: number) => ({ type: 'text', value, position: { start: { offset: from }, end: { offset: from + value.length } } })
    const tree = { type: 'root', children: [{ type: 'element', tagName: 'p', children: [text('It is ', 0), { type: 'element', tagName: 'strong', children: [text('very old', 8)] }, text(' now.', 18)] }] }
    markWords(ranges, 'ins')()(tree, { value: source })
    expect(JSON.stringify(tree)).toContain('"tagName":"strong","children":[{"type":"element","tagName":"ins"')
    expect(JSON.stringify(tree).match(/"ins"/g)).toHaveLength(1)
  })
})

describe('a way to ask', () => {
  const models = [{ value: 'p/m', provider: 'p', model: 'm' }]
  it('sets what was filled in and leaves the rest', () => {
    expect([settingsOfWay({ model: 'as-set', temperature: '' }, models), settingsOfWay({ model: 'p/m', temperature: '0.7' }, models), settingsOfWay({ model: 'gone', temperature: 'warm' }, models)]).toEqual([{}, { provider: 'p', model: 'm', temperature: 0.7 }, {}])
  })
})
