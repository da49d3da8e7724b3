import type { TimelineEvent } from './timelineEvents.ts'

export type ScrubStep = { readonly by: 'event' | 'turn'; readonly towards: -1 | 1 }

/** Where a step on the axis leads: the next event, or the next message of a person; it stops at the ends. */
export function scrubTo(events: readonly Pick<TimelineEvent, 'isTurn'>[], from: number, { by, towards }: ScrubStep): number {
  const last = events.length - 1
  const next = Math.max(0, Math.min(last, from + towards))
  if (by === 'event') return next
  for (let at = next; at >= 0 && at <= last; at += towards) if (events[at]?.isTurn) return at
  return towards === 1 ? last : 0
}

type Press = { readonly key: string; readonly code: string; readonly shiftKey: boolean; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }

/** The place a key press asks for; null when it means something else. Comma and point by their place too: Shift types another sign there. */
export function scrubByKey(events: readonly Pick<TimelineEvent, 'isTurn'>[], from: number, press: Press): number | null {
  if (press.altKey || press.ctrlKey || press.metaKey) return null
  if (press.key === 'Home') return 0
  if (press.key === 'End') return events.length - 1
  const towards = press.key === ',' || press.key === 'ArrowLeft' || press.code === 'Comma' ? -1 : press.key === '.' || press.key === 'ArrowRight' || press.code === 'Period' ? 1 : null
  return towards === null ? null : scrubTo(events, from, { by: press.shiftKey ? 'turn' : 'event', towards })
}
