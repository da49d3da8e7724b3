import { useEffect, useMemo, useState } from 'react'
import { useOperations } from '../log/useOperations.ts'
import { lookAsOf, stopLooking } from '../queries/lookAsOf.ts'
import type { Current } from '../queries/useCurrent.ts'
import { showNow, useAsOfFor } from '../state/asOf.ts'
import { timelineEvents } from './timelineEvents.ts'
import type { TimelineEvent } from './timelineEvents.ts'

export type Timeline = {
  readonly events: readonly TimelineEvent[]
  /** The event that is shown, or on its way; the last one is now. */
  readonly at: number
  readonly error: unknown
  /** Not all of it is read yet. */
  readonly isReading: boolean
  readonly go: (to: number) => void
}

/** Everything that was done to the tract on one axis, and the place on it that all panes show. Reads all of it. */
export function useTimeline({ tract }: Pick<Current, 'tract'>): Timeline {
  const { operations, error, isReading, more } = useOperations(tract)
  const asOf = useAsOfFor(tract)
  useEffect(() => more?.(), [more])
  const events = useMemo(() => timelineEvents(operations), [operations])
  const found = asOf === null ? -1 : events.findIndex(({ operation }) => operation.id === asOf.operation)
  const [aim, setAim] = useState<number | null>(null)
  const at = Math.min(events.length - 1, aim ?? (found < 0 ? events.length - 1 : found))
  const go = (to: number): void => {
    const event = events[to]
    if (event === undefined) return
    setAim(to)
    if (to < events.length - 1) return void lookAsOf(tract, event.operation, to + 1, events.length).then(() => setAim((now) => (now === to ? null : now)))
    setAim(null)
    stopLooking()
    showNow()
  }
  return { events, at, error, isReading: isReading || more !== null, go }
}
