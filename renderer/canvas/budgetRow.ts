import type { RailRow } from '../graph/rows.ts'

/** The index of the step with which the context goes over its budget; −1 for none. Counts back from the newest, so what isn't loaded doesn't matter. */
export function budgetRow(rows: readonly RailRow[], used: number, maxTokens: number | null): number {
  if (maxTokens === null || used <= maxTokens) return -1
  let [rest, first] = [used, -1]
  for (const [index, { state, tokens, fold, isMerge }] of rows.entries()) {
    if (rest <= maxTokens) break
    if (isMerge || (state !== 'in' && state !== 'pinned')) continue
    rest -= fold?.tokens ?? tokens
    first = index
  }
  return first
}
