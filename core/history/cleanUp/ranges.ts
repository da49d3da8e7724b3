import type { Ranges } from '../../journal/facts.ts'

/** Row numbers as stretches. */
export function toRanges(keys: Iterable<number>): Ranges {
  const ranges: [number, number][] = []
  for (const key of [...keys].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && key <= last[1] + 1) last[1] = key
    else ranges.push([key, key])
  }
  return ranges
}

export const fromRanges = (ranges: Ranges): readonly number[] => ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
