import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'

/** From which part of a budget on the bar warns, in per cent, rising: first by its colour, then by its word. */
export type BudgetMarks = readonly [first: number, last: number]
export const usualMarks: BudgetMarks = [70, 90]

/** Kept in the browser: how early to be warned belongs to the viewer, not to the file. */
export const useBudgetMarks = create<{ readonly marks: BudgetMarks }>()(persist((): { readonly marks: BudgetMarks } => ({ marks: usualMarks }), { name: 'budget', version: 1, storage: inBrowser() }))

export function setBudgetMarks(marks: BudgetMarks): void {
  useBudgetMarks.setState({ marks })
}
