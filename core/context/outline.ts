import type { ReadDb } from '../store/database.ts'
import { type Beginning, getBeginning, listMergesBelow, type MergeSpot } from '../store/mergePlaces.ts'
import type { Place } from '../store/segments.ts'

/** Merges and beginnings of segments, for walks that go down them; nothing is read twice, and much at once where much is asked. */
export type Outline = {
  /** The newest merge of a segment at or below a place. */
  mergeBelow(place: Place): MergeSpot | undefined
  beginning(segment: number): Beginning
}

/** It stays right while no commit is taken back: open one for each question, or for several in a row. */
export function openOutline(db: ReadDb): Outline {
  const merges = new Map<number, Known>()
  const beginnings = new Map<number, Beginning>()
  return {
    mergeBelow(place) {
      let known = merges.get(place.segment)
      if (!known || place.generation > known.from) merges.set(place.segment, (known = { from: place.generation, spots: [], portion: 2, isAll: false }))
      while (!known.isAll && (known.spots.at(-1)?.generation ?? Infinity) > place.generation) readOn(db, known, place.segment)
      return known.spots[firstBelow(known.spots, place.generation)]
    },
    beginning(segment) {
      let found = beginnings.get(segment)
      if (!found) beginnings.set(segment, (found = getBeginning(db, segment)))
      return found
    },
  }
}

/** The merges of a segment from a generation on down, the newest first, as far as they were read. */
type Known = { readonly from: number; readonly spots: MergeSpot[]; portion: number; isAll: boolean }

const largestPortion = 256

function readOn(db: ReadDb, known: Known, segment: number): void {
  const last = known.spots.at(-1)
  const rows = listMergesBelow(db, { segment, generation: last ? last.generation - 1 : known.from }, known.portion)
  known.spots.push(...rows)
  known.isAll = rows.length < known.portion
  known.portion = Math.min(known.portion * 4, largestPortion)
}

function firstBelow(spots: readonly MergeSpot[], generation: number): number {
  let [low, high] = [0, spots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spots[middle]?.generation ?? 0) > generation) low = middle + 1
    else high = middle
  }
  return low
}
