import { create } from 'zustand'
import type { MessageId } from '../../core/model/ids.ts'

/** The step the keyboard is on its way to, on a branch that is only being opened; the list that draws it takes the focus. */
export const useArrival = create<{ readonly message: MessageId | null }>()(() => ({ message: null }))

export const arriveAt = (message: MessageId | null): void => useArrival.setState({ message })
