import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { TractId } from '../../core/model/ids.ts'
import type { OnceSettings } from '../../main/contract/chat.ts'
import { inBrowser } from './browserStorage.ts'
import { placeOf } from './drafts.ts'

type Once = { readonly byPlace: Readonly<Record<string, OnceSettings>> }

/** Settings for the next message alone, one set a branch: kept with the draft, gone when it is sent. */
export const useOnceStore = create<Once>()(persist((): Once => ({ byPlace: {} }), { name: 'once', version: 1, storage: inBrowser() }))

const none: OnceSettings = {}
export const onceAt = (tract: TractId, branch: string): OnceSettings => useOnceStore.getState().byPlace[placeOf(tract, branch)] ?? none
export const useOnce = (tract: TractId, branch: string): OnceSettings => useOnceStore(({ byPlace }) => byPlace[placeOf(tract, branch)] ?? none)

/** Sets some of them; undefined takes one away. */
export function setOnce(tract: TractId, branch: string, change: OnceSettings): void {
  const place = placeOf(tract, branch)
  const set = Object.entries({ ...onceAt(tract, branch), ...change }).filter(([, value]) => value !== undefined)
  useOnceStore.setState(({ byPlace }) => {
    const others = Object.entries(byPlace).filter(([name]) => name !== place)
    return { byPlace: Object.fromEntries(set.length === 0 ? others : [...others, [place, Object.fromEntries(set)]]) }
  })
}

/** Forgets them: the message they were for is on its way. */
export function onceSent(tract: TractId, branch: string): void {
  useOnceStore.setState(({ byPlace }) => ({ byPlace: Object.fromEntries(Object.entries(byPlace).filter(([name]) => name !== placeOf(tract, branch))) }))
}
