import type { CommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import type { Stretch } from '../store/lines.ts'
import { countStretch, findCommitAt, findMergeBelow, getPlace, getSegment, type Place } from '../store/segments.ts'

/** What two sides have in common, and what each has alone. */
export type Ancestry = {
  /** All maximal common ancestors, newest first. */
  readonly bases: readonly CommitKey[]
  /** What only the first side reaches, as stretches of segments. */
  readonly ours: readonly Stretch[]
  readonly theirs: readonly Stretch[]
}

const ours = 1
const theirs = 2
const both = 3
/** Behind a common ancestor: nothing there belongs to one side alone, and no base is found there. */
const stale = 4

/**
 * Paints histories from both sides, newest generation first, until everything left is common. Reads a few rows a segment and a merge that lie on
 * either side alone; what is common is hardly looked at. A place paints everything below it in its segment.
 */
export function ancestryOf(db: ReadDb, oursTips: readonly CommitKey[], theirsTips: readonly CommitKey[]): Ancestry {
  const queue = openQueue()
  const painted = openMarks()
  const bases: Place[] = []
  for (const tip of oursTips) queue.push(getPlace(db, tip), ours)
  for (const tip of theirsTips) queue.push(getPlace(db, tip), theirs)

  while (queue.isWorthGoingOn()) {
    const { place, flags } = queue.pop()
    let found = flags | painted.at(place)
    if ((found & both) === both && !(found & stale)) {
      bases.push(place)
      found |= stale
    }
    painted.mark(place, found)
    for (const before of placesBefore(db, place)) queue.push(before, found)
  }
  for (const { place, flags } of queue.rest()) painted.mark(place, flags)
  return { bases: bases.map((place) => keyAt(db, place)), ours: painted.only(ours, theirs), theirs: painted.only(theirs, ours) }
}

/** Whether `ancestor` is in the history of `tip`; a commit is in its own. */
export function isAncestor(db: ReadDb, ancestor: CommitKey, tip: CommitKey): boolean {
  const [old, now] = [getPlace(db, ancestor), getPlace(db, tip)]
  if (old.segment === now.segment) return old.generation <= now.generation
  return old.generation < now.generation && ancestryOf(db, [tip], [ancestor]).theirs.length === 0
}

/** How many commits `tip` reaches and none of the others does. */
export function countOwn(db: ReadDb, tip: CommitKey, others: readonly CommitKey[]): number {
  return ancestryOf(db, others, [tip]).theirs.reduce((sum, stretch) => sum + countStretch(db, stretch), 0)
}

/** Where the paint goes on: the next merge down the segment, its parents, or the segment's beginning and what lies before it. */
function placesBefore(db: ReadDb, { segment, generation }: Place): readonly Place[] {
  const { base, parent } = getSegment(db, segment)
  const merge = findMergeBelow(db, { segment, generation })
  if (merge && merge.generation < generation) return [{ segment, generation: merge.generation }]
  if (!merge && generation > base) return [{ segment, generation: base }]
  const first = generation > base ? [{ segment, generation: generation - 1 }] : parent === null ? [] : [getPlace(db, parent)]
  return merge ? [...first, getPlace(db, merge.parent2)] : first
}

function keyAt(db: ReadDb, place: Place): CommitKey {
  const key = findCommitAt(db, place)
  if (key === undefined) throw new Error(`BUG: nothing lies at ${place.segment}:${place.generation}`)
  return key
}

/** Places to go on from, the newest generation first; each is there once, with all its flags. */
function openQueue() {
  const waiting: Place[] = []
  const flagsOf = new Map<string, number>()
  let fresh = 0
  const name = ({ segment, generation }: Place) => `${segment}:${generation}`
  return {
    isWorthGoingOn: () => fresh > 0,
    push(place: Place, flags: number): void {
      const before = flagsOf.get(name(place)) ?? 0
      const after = before | flags
      if (after === before) return
      flagsOf.set(name(place), after)
      if (before === 0) insert(waiting, place)
      fresh += (before === 0 || before & stale ? 0 : -1) + (after & stale ? 0 : 1)
    },
    pop(): { readonly place: Place; readonly flags: number } {
      const place = waiting.pop()
      if (!place) throw new Error('BUG: nothing waits')
      const flags = flagsOf.get(name(place)) ?? 0
      if (!(flags & stale)) fresh -= 1
      return { place, flags }
    },
    rest: () => waiting.map((place) => ({ place, flags: flagsOf.get(name(place)) ?? 0 })),
  }
}

/** Keeps the list in order of generation, the newest last. */
function insert(waiting: Place[], place: Place): void {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((waiting[middle]?.generation ?? 0) <= place.generation) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, place)
}

/** For every segment, up to which generation each flag reaches. */
function openMarks() {
  const highest = new Map<number, Map<number, number>>()
  const flagsIn = [ours, theirs, stale]
  return {
    at({ segment, generation }: Place): number {
      const marks = highest.get(segment)
      return flagsIn.reduce((flags, flag) => ((marks?.get(flag) ?? -1) >= generation ? flags | flag : flags), 0)
    },
    mark({ segment, generation }: Place, flags: number): void {
      const marks = highest.get(segment) ?? new Map<number, number>()
      highest.set(segment, marks)
      for (const flag of flagsIn) if (flags & flag) marks.set(flag, Math.max(marks.get(flag) ?? -1, generation))
    },
    /** What has `flag` and not `other`. */
    only(flag: number, other: number): readonly Stretch[] {
      return [...highest].flatMap(([segment, marks]) => {
        const [to, below] = [marks.get(flag) ?? -1, marks.get(other) ?? -1]
        return to > below ? [{ segment, from: below + 1, to }] : []
      })
    },
  }
}
