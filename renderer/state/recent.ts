import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'

/** What was chosen in the palette lately, newest first. */
export const useRecent = create<{ readonly chosen: readonly string[] }>()(persist((): { readonly chosen: readonly string[] } => ({ chosen: [] }), { name: 'recent', version: 1, storage: inBrowser() }))

export function rememberChosen(id: string): void {
  useRecent.setState(({ chosen }) => ({ chosen: [id, ...chosen.filter((one) => one !== id)].slice(0, mostRecent) }))
}

const mostRecent = 12
