import type { TimelineEvent, Track } from './timelineEvents.ts'

/** `acts`: every act takes the same room. `clock`: as far apart as they were in time. */
export type Scale = 'acts' | 'clock'

/** Where each event stands, 0…1, oldest first. */
export function placesOf(events: readonly Pick<TimelineEvent, 'at'>[], scale: Scale): readonly number[] {
  const [first, last] = [events[0]?.at ?? 0, events.at(-1)?.at ?? 0]
  const span = scale === 'clock' && last > first ? last - first : 0
  return events.map(({ at }, index) => (span > 0 ? (at - first) / span : events.length < 2 ? 1 : index / (events.length - 1)))
}

/** The event nearest to a place; of several at the same place the newest. */
export function nearest(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((places[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  const after = low + 1
  return after < places.length && (places[after] ?? 1) - place < place - (places[low] ?? 0) ? after : low
}

/** A mark of one track: the events that share a few pixels. */
export type Bin = { readonly track: Track; readonly place: number; readonly count: number; /** The newest of them. */ readonly event: number }

/** At most `columns` marks a track, however many events there are. */
export function binsOf(events: readonly Pick<TimelineEvent, 'track'>[], places: readonly number[], columns: number): readonly Bin[] {
  const bins = new Map<string, Bin>()
  events.forEach(({ track }, event) => {
    const column = Math.min(columns - 1, Math.floor((places[event] ?? 0) * columns))
    const key = `${track} ${column}`
    const known = bins.get(key)
    bins.set(key, { track, place: known?.place ?? places[event] ?? 0, count: (known?.count ?? 0) + 1, event })
  })
  return [...bins.values()]
}

export type AxisLabel = { readonly place: number; readonly text: string; readonly event: number }

/** Words that stand on the axis without touching each other, given the width of a letter as a part of the axis; where two compete the older one stays. */
export function fitLabels(labels: readonly AxisLabel[], letter: number): readonly AxisLabel[] {
  const kept: AxisLabel[] = []
  let free = -1
  for (const label of labels) {
    const start = Math.min(label.place, 1 - label.text.length * letter)
    if (start < free) continue
    kept.push({ ...label, place: Math.max(0, start) })
    free = start + (label.text.length + 2) * letter
  }
  return kept
}

/** The times under the axis: wherever another minute, hour or day begins, as far as there is room. */
export function timeLabels(events: readonly Pick<TimelineEvent, 'at'>[], places: readonly number[], words: (at: number, before: number | null) => string | null): readonly AxisLabel[] {
  return events.flatMap(({ at }, event) => {
    const text = words(at, events[event - 1]?.at ?? null)
    return text === null ? [] : [{ place: places[event] ?? 0, text, event }]
  })
}
