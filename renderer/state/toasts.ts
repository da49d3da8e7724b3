import { create } from 'zustand'

export type Toast = {
  readonly id: number
  readonly tone: 'done' | 'fault'
  /** Past tense, with the number: "Hid 1 step, −812". */
  readonly text: string
  readonly hint?: string | null
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const useToasts = create<{ readonly items: readonly Toast[] }>()(() => ({ items: [] }))

let last = 0

/** Shows a message for a while, newest below; three at most. An older offer to undo goes: it would take back something else now. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  last += 1
  const shown = { ...toast, id: last }
  const stays = (item: Toast): boolean => item.text !== toast.text && (toast.tone === 'fault' || item.action === undefined)
  useToasts.setState(({ items }) => ({ items: [...items.filter(stays), shown].slice(-3) }))
}

export const closeToast = (id: number): void => useToasts.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }))
