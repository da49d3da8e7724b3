import { create } from 'zustand'
import type { MessageId, TractId } from '../../core/model/ids.ts'

/** Steps that were taken to be put down at the end of a branch. */
export type Taken = { readonly tract: TractId; readonly steps: readonly MessageId[] }

export const useClipboard = create<{ readonly taken: Taken | null }>()(() => ({ taken: null }))

export const takeSteps = (taken: Taken): void => useClipboard.setState({ taken })
export const dropTaken = (): void => useClipboard.setState({ taken: null })
