import type { BudgetMarks } from '../state/budgetMarks.ts'

/** Reads two thresholds in per cent, rising, from 1 to 100; null when they aren't. */
export function readMarks(typed: readonly string[]): BudgetMarks | null {
  const [first, last] = typed.map((one) => (/^\s*\d{1,3}\s*%?\s*$/.test(one) ? Number.parseInt(one, 10) : Number.NaN))
  if (first === undefined || last === undefined || !(first >= 1 && first <= last && last <= 100)) return null
  return [first, last]
}
