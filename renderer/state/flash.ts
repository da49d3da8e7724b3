import { create } from 'zustand'
import type { MessageId } from '../../core/model/ids.ts'

/** The message that undo or redo has just changed: it lights up for a moment, so that nothing changes unseen. */
export const useFlash = create<{ readonly message: MessageId | null }>()(() => ({ message: null }))

export function flash(message: MessageId): void {
  useFlash.setState({ message })
  setTimeout(() => useFlash.setState((now) => (now.message === message ? { message: null } : now)), flashMs)
}

const flashMs = 1000
