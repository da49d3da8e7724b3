import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'

/** The searches that led somewhere, the last one first. */
export const useRecentSearches = create<{ readonly searches: readonly string[] }>()(persist(() => ({ searches: [] as readonly string[] }), { name: 'searches', version: 1, storage: inBrowser() }))

export function noteSearch(text: string): void {
  if (text === '') return
  useRecentSearches.setState(({ searches }) => ({ searches: [text, ...searches.filter((one) => one !== text)].slice(0, most) }))
}
export function forgetSearches(): void {
  useRecentSearches.setState({ searches: [] })
}

const most = 6
