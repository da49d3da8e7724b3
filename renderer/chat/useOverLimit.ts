import { useMemo, useSyncExternalStore } from 'react'
import { currentContext, onContextChange } from '../commands/context.ts'
import type { TooLongFacts } from './tooLong.ts'

/** Whether what would be sent is more than the model takes. Changes with the draft, but redraws only when the answer does. */
export function useOverLimit(): TooLongFacts | null {
  const told = useSyncExternalStore(onContextChange, () => JSON.stringify(currentContext().overLimit))
  return useMemo(() => JSON.parse(told) as TooLongFacts | null, [told])
}
