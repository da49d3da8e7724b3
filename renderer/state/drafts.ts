import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'

/** What a person is typing: a message, or the system prompt of an empty tract. */
export type Draft = { readonly text: string; readonly as: 'user' | 'instruction' }
type Drafts = { readonly byPlace: Readonly<Record<string, Draft>> }

const empty: Draft = { text: '', as: 'user' }

/** The one text kept in the browser: typed words survive a reload and a crash until they are sent or emptied. One draft per branch. */
export const useDrafts = create<Drafts>()(persist((): Drafts => ({ byPlace: {} }), { name: 'drafts', version: 1, storage: inBrowser() }))

export const placeOf = (tract: TractId, branch: string): string => `${tract}/${branch}`
export const draftAt = (place: string): Draft => useDrafts.getState().byPlace[place] ?? empty
export const useDraft = (tract: TractId, branch: string): Draft => useDrafts((drafts) => drafts.byPlace[placeOf(tract, branch)] ?? empty)

/** Keeps what is typed; an empty text forgets the draft. */
export function setDraft(tract: TractId, branch: string, change: Partial<Draft>): void {
  const place = placeOf(tract, branch)
  const next = { ...draftAt(place), ...change }
  const others = Object.entries(useDrafts.getState().byPlace).filter(([name]) => name !== place)
  useDrafts.setState({ byPlace: Object.fromEntries(next.text === '' && next.as === 'user' ? others : [...others, [place, next]]) })
}

/** Forgets a draft that was sent, unless more was typed meanwhile. */
export function draftSent(tract: TractId, branch: string, sent: string): void {
  if (draftAt(placeOf(tract, branch)).text === sent) setDraft(tract, branch, empty)
}
