import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'

/** How old something has to be before a clean-up takes it, in days; null: never. */
export type Retention = { readonly leftoverDays: number; readonly trashDays: number; readonly archiveDays: number | null }

export const usualRetention: Retention = { leftoverDays: 30, trashDays: 30, archiveDays: null }

/** As chosen last. Kept in the browser: it is asked for each time, nothing goes by itself. */
export const useRetention = create<Retention>()(persist((): Retention => usualRetention, { name: 'retention', version: 1, storage: inBrowser() }))

export function setRetention(changes: Partial<Retention>): void {
  useRetention.setState(changes)
}
