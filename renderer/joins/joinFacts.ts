import type { JoinPreview } from '../../main/contract/joins.ts'
import type { BudgetStatus } from '../../core/model/budget.ts'

export type JoinFacts = {
  readonly stepsIn: number
  readonly stepsOut: number
  readonly tokensBefore: number
  readonly tokensAfter: number
  /** Per cent of the budget before and after; null without one. */
  readonly budget: { readonly before: number; readonly after: number; readonly over: boolean } | null
}

/** What an act would do to the size of the context. */
export function joinFacts({ effect: { changes, tokensBefore, tokensAfter } }: JoinPreview, budget: BudgetStatus | null): JoinFacts {
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length
  const pct = (tokens: number): number => (budget === null ? 0 : Math.round((tokens / budget.max) * 100))
  return {
    stepsIn: count('added'),
    stepsOut: count('removed'),
    tokensBefore,
    tokensAfter,
    budget: budget === null ? null : { before: pct(tokensBefore), after: pct(tokensAfter), over: tokensAfter > budget.max },
  }
}
