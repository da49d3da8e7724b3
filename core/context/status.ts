import type { TokenBudget } from '../model/config.ts'
import type { BudgetStatus } from '../model/budget.ts'

/** How much of a budget is used. `pct` has one decimal and may exceed 100; without a budget there is nothing to say. */
export function budgetStatus(used: number, budget: TokenBudget | null): BudgetStatus | null {
  if (budget === null) return null
  const max = budget.maxTokens
  const pct = max > 0 ? Math.round((used / max) * 1000) / 10 : used > 0 ? 100 : 0
  return { max, used, pct, over: used > max }
}
