import { create } from 'zustand'
import type { OperationId, TractId } from '../../core/model/ids.ts'

export type Toast = {
  readonly id: number
  /** `note`: why nothing was done. */
  readonly tone: 'done' | 'fault' | 'note'
  /** Past tense, with the number: "Hid 1 step, −812". */
  readonly text: string
  readonly hint?: string | null
  readonly action?: { readonly label: string; readonly run: () => void }
  /** The act that its action takes back: once a newer one was done, the message goes, and its offer with it. */
  readonly about?: { readonly tract: TractId; readonly act: OperationId }
}

/** What a toast said, after it went: missing one costs nothing. A note that nothing was done isn't kept. */
export type PastToast = Pick<Toast, 'id' | 'tone' | 'text' | 'hint'> & { readonly at: number }

/** `past`: newest first, for as long as the page lives. */
export const useToasts = create<{ readonly items: readonly Toast[]; readonly past: readonly PastToast[] }>()(() => ({ items: [], past: [] }))

const mostPast = 200

let last = 0

/** Shows a message for a while, newest below; three at most. An older offer to undo goes: it would take back something else now. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  last += 1
  const shown = { ...toast, id: last }
  const stays = (item: Toast): boolean => item.text !== toast.text && (toast.tone !== 'done' || item.action === undefined)
  const said = { id: last, tone: toast.tone, text: toast.text, ...(toast.hint !== undefined && { hint: toast.hint }), at: Date.now() }
  useToasts.setState(({ items, past }) => ({ items: [...items.filter(stays), shown].slice(-3), past: toast.tone === 'note' ? past : [said, ...past].slice(0, mostPast) }))
}

export const closeToast = (id: number): void => useToasts.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }))
