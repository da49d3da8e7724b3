import { entriesAt, type Entry, isShown, type State } from '../../context/state.ts'
import { vectorGet } from '../../context/vector.ts'

/** The fewest of the items to move so that the rest stand in order: all but a longest rising subsequence. */
export function outOfOrder<T>(items: readonly T[], orderOf: (item: T) => number): readonly T[] {
  const orders = items.map(orderOf)
  /** By length less one: the item that ends the rising subsequence of that length whose end is lowest. */
  const ends: number[] = []
  const before = orders.map((order, i) => {
    const length = countBelow(ends.length, (at) => orders[ends[at] ?? 0] ?? 0, order)
    ends[length] = i
    return ends[length - 1] ?? -1
  })
  const staying = new Set<number>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) staying.add(i)
  return items.filter((_, i) => !staying.has(i))
}

/** How many of `count` rising values are below `limit`. */
export function countBelow(count: number, valueAt: (at: number) => number, limit: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of each of these messages among those that a context shows. Counts from the end: what is asked for mostly stands there. */
export function indexesIn(state: State, wanted: readonly { readonly entry: Entry; readonly place: number }[]): ReadonlyMap<Entry, number> {
  const entries = new Set(wanted.map(({ entry }) => entry))
  const first = wanted.reduce((least, { place }) => Math.min(least, place), state.slots.length)
  const indexes = new Map<Entry, number>()
  let index = state.shown
  for (let place = state.slots.length - 1; place >= first; place--) {
    for (const entry of entriesAt(vectorGet(state.slots, place)).toReversed()) {
      if (isShown(state, entry)) index -= 1
      if (entries.has(entry)) indexes.set(entry, index)
    }
  }
  return indexes
}
