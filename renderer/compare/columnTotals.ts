import type { TranscriptMessage } from '../../core/model/context.ts'
import { lastCallOf } from './lastCall.ts'

export type ColumnTotals = { readonly input: number | null; readonly output: number | null; readonly costUsd: number | null; readonly durationMs: number | null; /** Lower than every other column's. */ readonly isCheapest: boolean; readonly isFastest: boolean }

/** What the newest answer of each column took and cost, and which of them is best. */
export function columnTotals(columns: readonly (readonly TranscriptMessage[])[]): readonly ColumnTotals[] {
  const calls = columns.map(lastCallOf)
  const costs = calls.map((call) => call?.costUsd ?? null)
  const times = calls.map((call) => call?.durationMs ?? null)
  return calls.map((call, nth) => ({
    input: call?.usage?.inputTokens ?? null, output: call?.usage?.outputTokens ?? null, costUsd: costs[nth] ?? null, durationMs: times[nth] ?? null,
    isCheapest: isLowest(costs, nth),
    isFastest: isLowest(times.map((ms) => (ms === null ? null : Math.round(ms / 100))), nth), // as they are shown: no one wins by what isn't seen,
  }))
}

function isLowest(values: readonly (number | null)[], nth: number): boolean {
  const own = values[nth]
  const others = values.filter((value, at) => at !== nth && value !== null)
  return own !== null && own !== undefined && others.length > 0 && others.every((other) => other !== null && own < other)
}
