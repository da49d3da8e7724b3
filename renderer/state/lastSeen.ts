import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'
import { placeOf } from './drafts.ts'
import { withNewest } from './withNewest.ts'

type Seen = { readonly byPlace: Readonly<Record<string, MessageId>> }

/** The last message of each branch that was on the screen. */
export const useLastSeen = create<Seen>()(persist((): Seen => ({ byPlace: {} }), { name: 'seen', version: 1, storage: inBrowser() }))

export const seenAt = (tract: TractId, branch: string): MessageId | null => useLastSeen.getState().byPlace[placeOf(tract, branch)] ?? null

export function noteSeen(tract: TractId, branch: string, message: MessageId): void {
  const place = placeOf(tract, branch)
  if (useLastSeen.getState().byPlace[place] === message) return
  useLastSeen.setState(({ byPlace }) => ({ byPlace: withNewest(byPlace, place, message, most) }))
}

const most = 300
