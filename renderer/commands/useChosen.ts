import { useSyncExternalStore } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { currentContext, onContextChange } from './context.ts'

const none: readonly TranscriptMessage[] = []

/** The steps chosen together on the open branch, in its order. */
export function useChosen(): readonly TranscriptMessage[] {
  return useSyncExternalStore(onContextChange, () => {
    const { chosen } = currentContext()
    return chosen.length === 0 ? none : chosen
  })
}
