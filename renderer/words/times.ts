import type { EpochMs } from '../../core/model/ids.ts'

const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const secondsFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const yearFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** `14:05`. */
export const clock = (at: EpochMs): string => clockFormat.format(at)
/** `14:05:12`. */
export const clockWithSeconds = (at: EpochMs): string => secondsFormat.format(at)

/** `today`, `yesterday`, `3 Feb`, `3 Feb 2024`. */
export function day(at: EpochMs, now: EpochMs): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? dayFormat.format(at) : yearFormat.format(at)
}

/** `today, 14:05`. */
export const dayAndClock = (at: EpochMs, now: EpochMs): string => `${day(at, now)}, ${clock(at)}`

/** `0:18`, `2:05`. */
export const countdown = (leftMs: number): string => {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const startOfDay = (at: EpochMs): number => new Date(at).setHours(0, 0, 0, 0)
