import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { PartialId, TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'
import { useDrafts } from './drafts.ts'

/** What a person was told of after a crash, and closed: it is not told again. */
export const useRecovered = create<{ readonly seen: readonly PartialId[] }>()(persist(() => ({ seen: [] as readonly PartialId[] }), { name: 'recovered', version: 1, storage: inBrowser() }))

export function recoveredSeen(ids: readonly PartialId[]): void {
  useRecovered.setState(({ seen }) => ({ seen: [...seen, ...ids].slice(-mostKept) }))
}
const mostKept = 200

/** Drafts that were in the browser when this page was loaded. */
const draftsThen = Object.entries(useDrafts.getState().byPlace).filter(([, { text }]) => text.trim() !== '')
export const draftsFoundOf = (tract: TractId): number => draftsThen.filter(([place]) => place.startsWith(`${tract}/`)).length
