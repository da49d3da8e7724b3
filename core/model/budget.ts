/** How much of a budget is used. */
export type BudgetStatus = { readonly max: number; readonly used: number; /** May exceed 100. */ readonly pct: number; readonly over: boolean }
