import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'
import { placeOf } from './drafts.ts'
import { withNewest } from './withNewest.ts'

type Edits = { readonly byMessage: Readonly<Record<string, string>> }

/** Corrections that were begun and neither saved nor thrown away: looking elsewhere, or a crash, doesn't cost them. */
export const useEdits = create<Edits>()(persist((): Edits => ({ byMessage: {} }), { name: 'edits', version: 1, storage: inBrowser() }))

/** A message is corrected on a branch, so what is begun belongs to both. */
export const editKey = (tract: TractId, branch: string, message: MessageId): string => `${placeOf(tract, branch)}/${message}`
export const editAt = (key: string): string | null => useEdits.getState().byMessage[key] ?? null

export function keepEdit(key: string, text: string): void {
  useEdits.setState(({ byMessage }) => ({ byMessage: withNewest(byMessage, key, text, most) }))
}
export function forgetEdit(key: string): void {
  useEdits.setState(({ byMessage }) => ({ byMessage: Object.fromEntries(Object.entries(byMessage).filter(([name]) => name !== key)) }))
}

/** Forgets what was begun for messages that were erased, on every branch of every tract: it says what they said. */
export function forgetEditsOf(messages: readonly MessageId[]): void {
  const isOf = (key: string): boolean => messages.some((message) => key.endsWith(`/${message}`))
  useEdits.setState(({ byMessage }) => ({ byMessage: Object.fromEntries(Object.entries(byMessage).filter(([key]) => !isOf(key))) }))
}

/** Begun corrections that are kept; the oldest goes. */
const most = 50
