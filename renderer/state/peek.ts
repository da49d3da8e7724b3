import { create } from 'zustand'
import type { MessageId } from '../../core/model/ids.ts'
import type { Box } from '../step/placePeek.ts'

/** `pointer`: it goes when the pointer leaves. `key`: it stays, and follows the focused step. */
export type Peeked = { readonly step: MessageId; readonly anchor: Box; readonly by: 'pointer' | 'key' }

/** The step that is glanced at, beside the row it was asked for on. */
export const usePeek = create<{ readonly peeked: Peeked | null }>()(() => ({ peeked: null }))

export const peekAt = (peeked: Peeked): void => usePeek.setState({ peeked })
export function closePeek(): void {
  if (usePeek.getState().peeked !== null) usePeek.setState({ peeked: null })
}
