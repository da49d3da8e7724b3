import { expect, test } from 'vitest'
import { budgetBar, pressureOf } from '../../../renderer/layout/budgetBar.ts'
import type { BarFacts } from '../../../renderer/layout/budgetBar.ts'
import { readMarks } from '../../../renderer/layout/readMarks.ts'
import { tokensWords } from '../../../renderer/layout/tokensWords.ts'

type Line = Parameters<typeof budgetBar>[0][number]
const line = (tokens: number, more: Partial<Line> = {}): Line => ({ role: 'user', contentType: 'dialogue', priority: 'normal', tokens, why: { kind: 'appended' }, ...more })
const budget = (max: number, used: number) => ({ max, used, pct: (used / max) * 100, over: used > max })
const facts = (used: number, max: number | null, more: Partial<BarFacts> = {}): BarFacts => ({ used, budget: max === null ? null : budget(max, used), draftTokens: 0, reserve: null, limit: null, marks: [], ...more })

test('segments stand in one order, each as wide as its tokens, and the budget at 80 %', () => {
  const lines = [line(400), line(100, { role: 'system', contentType: 'instruction', priority: 'pinned' }), line(200, { role: 'tool', contentType: 'tool_result' }), line(300, { priority: 'pinned' })]
  expect(budgetBar(lines, facts(1000, 8000, { marks: [50, 100] }))).toEqual({
    segments: [
      { kind: 'system', tokens: 100, from: 0, width: 1 },
      { kind: 'pinned', tokens: 300, from: 1, width: 3 },
      { kind: 'messages', tokens: 400, from: 4, width: 4 },
      { kind: 'tools', tokens: 200, from: 8, width: 2 },
    ],
    tick: 80,
    marks: [40, 80],
    over: null,
    reserve: null,
  })
})

test('what is written and the room for the answer follow what is used, and end with the bar', () => {
  const { segments, reserve } = budgetBar([line(1000)], facts(1000, 8000, { draftTokens: 500, reserve: 1000 }))
  const wide = budgetBar([line(1000)], facts(1000, 8000, { reserve: 1_000_000 }))
  expect([segments[1], reserve, wide.reserve]).toEqual([{ kind: 'draft', tokens: 500, from: 10, width: 5 }, { from: 15, width: 10 }, { from: 10, width: 90 }])
})

test('what is over the budget stands from its tick to the end of what is used', () => {
  expect(budgetBar([line(8400)], facts(8400, 8000))).toMatchObject({ segments: [{ kind: 'messages', tokens: 8400, from: 0, width: 84 }], tick: 80, over: { from: 80, width: 4 } })
})

test('far over the budget, the whole still fits the bar', () => {
  const { segments, over } = budgetBar([line(100_000)], facts(100_000, 1000))
  expect([segments[0]?.width, over && over.from + over.width].map((end) => Math.round(end ?? 0))).toEqual([94, 94])
})

test('tokens that belong to no message are shared out, so that the bar ends where the number says', () => {
  expect(budgetBar([line(50), line(50, { contentType: 'tool_call', role: 'assistant' })], facts(120, 960)).segments).toEqual([
    { kind: 'messages', tokens: 50, from: 0, width: 5 },
    { kind: 'tools', tokens: 50, from: 5, width: 5 },
  ])
})

test('without a budget the bar ends at what the model takes, and what is over that is hatched', () => {
  const within = budgetBar([line(1000)], facts(1000, null, { limit: 10_000 }))
  const over = budgetBar([line(10_600)], facts(10_600, null, { limit: 10_000 }))
  expect([within.segments[0]?.width, within.tick, within.over, Math.round(over.over?.from ?? 0)]).toEqual([10, null, null, 89])
})

test('without budget and limit there is no tick, and without messages nothing at all', () => {
  const none = { tick: null, marks: [], over: null, reserve: null }
  expect([budgetBar([line(1000)], facts(1000, null, { marks: [70] })), budgetBar([], facts(0, null))]).toEqual([
    { segments: [{ kind: 'messages', tokens: 1000, from: 0, width: 25 }], ...none },
    { segments: [], ...none },
  ])
})

test('the word beside the bar is OK below the last threshold, tight up to the budget, over above it', () => {
  expect([0, 7199, 7200, 8000, 8001].map((used) => pressureOf(budget(8000, used), [70, 90]))).toEqual(['OK', 'OK', 'tight', 'tight', 'over'])
})

test('thresholds are two whole per cents, rising', () => {
  expect([['70', '90'], ['50 %', '50'], ['90', '70'], ['0', '5'], ['70', '101'], ['x', '90']].map(readMarks)).toEqual([[70, 90], [50, 50], null, null, null, null])
})

test('the number says where it comes from, and how far our counting was off', () => {
  const reported = { inputTokens: 1000, estimated: 960, at: 0, model: 'gpt-4o' }
  const words = [tokensWords({ tokenSource: 'mixed', reported }), tokensWords({ tokenSource: 'provider', reported: { ...reported, estimated: 1001 } }), tokensWords({ tokenSource: 'estimate', reported: null })]
  expect(words.map((one) => one.replaceAll('\u2009', ' '))).toEqual([
    'Tokens the model sees: as the provider counted, what came since counted here. Counted here it has been 4 % low for gpt-4o (960 for 1 000)',
    'Tokens the model sees, as the provider counted',
    'Tokens the model sees, counted here',
  ])
})
