import { counted } from '../words/numbers.ts'

/** The ages that can be chosen, in days. */
export const stops: readonly number[] = [0, 1, 3, 7, 14, 30, 60, 90, 180, 365]

/** The place among them of the one nearest to a number of days. */
export function nearestStop(days: number): number {
  const distances = stops.map((stop) => Math.abs(stop - days))
  return distances.indexOf(Math.min(...distances))
}

export const daysWords = (days: number): string => (days === 0 ? 'any age' : counted(days, 'day'))
