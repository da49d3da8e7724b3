import { Fault } from '../model/fault.ts'
import type { TractEvent } from '../model/events.ts'
import { journalEnd } from '../store/journalRows.ts'
import { eventsBetween } from './events.ts'
import type { OpenWorkspace } from './openWorkspace.ts'

export type WatchOptions = {
  /** The journal position after which to begin; default now. */
  readonly since?: number
  readonly signal?: AbortSignal
}

/** Most events are few; a long absence is told in portions. */
const portion = 500

/**
 * What happens, in order, from now on or from a journal position. It reads the journal, so nothing is missed and nothing piles up, and other
 * processes' writes are seen as soon as something makes it look. Ends when aborted or closed. Faults: `journal/no-such-seq`.
 */
export function watch(file: OpenWorkspace, closed: AbortSignal, options: WatchOptions = {}): AsyncGenerator<TractEvent, void> {
  const last = journalEnd(file.db.read).gseq
  const since = options.since ?? last
  if (since > last) throw new Fault('journal/no-such-seq', { seq: since, last })
  return eventsAfter(file, since, options.signal ? AbortSignal.any([closed, options.signal]) : closed)
}

async function* eventsAfter(file: OpenWorkspace, since: number, over: AbortSignal): AsyncGenerator<TractEvent, void> {
  let told = since
  const bell = openBell(over)
  file.listeners.add(bell.ring)
  try {
    while (!bell.isOver()) {
      const end = journalEnd(file.db.read).gseq
      const upTo = Math.min(end, told + portion)
      if (upTo > told) yield* eventsBetween(file.db.read, told + 1, upTo)
      told = upTo
      if (told === end) await bell.rung()
    }
  } finally {
    file.listeners.delete(bell.ring)
    over.removeEventListener('abort', bell.ring)
  }
}

/** Rings are not counted: one look after any number of them finds everything. */
function openBell(over: AbortSignal) {
  let hasRung = false
  let wake = (): void => {}
  const ring = (): void => {
    hasRung = true
    wake()
  }
  over.addEventListener('abort', ring, { once: true })
  return {
    ring,
    isOver: () => over.aborted,
    async rung(): Promise<void> {
      if (!hasRung) await new Promise<void>((resolve) => (wake = resolve))
      hasRung = false
    },
  }
}
