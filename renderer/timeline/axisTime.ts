import { clock, day } from '../words/times.ts'

/** What the axis says of an act's time: the day where another one begins, the time of day where another minute does. */
export function axisTime(at: number, before: number | null): string | null {
  if (before === null || day(at, before) !== 'today') return `${day(at, Date.now())} ${clock(at)}`
  return clock(at) === clock(before) ? null : clock(at)
}
