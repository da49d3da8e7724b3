import { expect, test } from 'vitest'
import { budgetBar, pressureOf } from '../../../renderer/layout/budgetBar.ts'

type Line = Parameters<typeof budgetBar>[0][number]
const line = (tokens: number, more: Partial<Line> = {}): Line => ({ role: 'user', contentType: 'dialogue', priority: 'normal', tokens, why: { kind: 'appended' }, ...more })
const budget = (max: number, used: number) => ({ max, used, pct: (used / max) * 100, over: used > max })

test('segments stand in one order, each as wide as its tokens, and the budget at 80 %', () => {
  const lines = [line(400), line(100, { role: 'system', contentType: 'instruction', priority: 'pinned' }), line(200, { role: 'tool', contentType: 'tool_result' }), line(300, { priority: 'pinned' })]
  expect(budgetBar(lines, 1000, budget(8000, 1000))).toEqual({
    segments: [
      { kind: 'system', tokens: 100, from: 0, width: 1 },
      { kind: 'pinned', tokens: 300, from: 1, width: 3 },
      { kind: 'messages', tokens: 400, from: 4, width: 4 },
      { kind: 'tools', tokens: 200, from: 8, width: 2 },
    ],
    tick: 80,
    over: null,
  })
})

test('what is over the budget stands from its tick to the end of what is used', () => {
  expect(budgetBar([line(8400)], 8400, budget(8000, 8400))).toEqual({ segments: [{ kind: 'messages', tokens: 8400, from: 0, width: 84 }], tick: 80, over: { from: 80, width: 4 } })
})

test('far over the budget, the whole still fits the bar', () => {
  const { segments, over } = budgetBar([line(100_000)], 100_000, budget(1000, 100_000))
  expect([segments[0]?.width, over && over.from + over.width].map((end) => Math.round(end ?? 0))).toEqual([94, 94])
})

test('tokens that belong to no message are shared out, so that the bar ends where the number says', () => {
  expect(budgetBar([line(50), line(50, { contentType: 'tool_call', role: 'assistant' })], 120, budget(960, 120)).segments).toEqual([
    { kind: 'messages', tokens: 50, from: 0, width: 5 },
    { kind: 'tools', tokens: 50, from: 5, width: 5 },
  ])
})

test('without a budget there is no tick, and without messages nothing at all', () => {
  expect([budgetBar([line(1000)], 1000, null), budgetBar([], 0, null)]).toEqual([
    { segments: [{ kind: 'messages', tokens: 1000, from: 0, width: 25 }], tick: null, over: null },
    { segments: [], tick: null, over: null },
  ])
})

test('the word beside the bar is OK below 90 %, tight up to the budget, over above it', () => {
  expect([0, 7199, 7200, 8000, 8001].map((used) => pressureOf(budget(8000, used)))).toEqual(['OK', 'OK', 'tight', 'tight', 'over'])
})
