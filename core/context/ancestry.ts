import type { CommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import type { Stretch } from '../store/lines.ts'
import type { Spot } from '../store/mergePlaces.ts'
import { countStretch, findCommitAt, getPlace, type Place } from '../store/segments.ts'
import { openOutline, type Outline } from './outline.ts'

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
 * Paints histories from both sides, newest commits first, until everything left is common. Reads a few rows a segment and a merge that lie on
 * either side alone; what is common is hardly looked at. A place paints everything below it in its segment.
 */
export function ancestryOf(db: ReadDb, oursTips: readonly CommitKey[], theirsTips: readonly CommitKey[]): Ancestry {
  const { bases, painted } = paint(db, oursTips, theirsTips, ours | theirs, openOutline(db))
  return { bases: bases.map((place) => keyAt(db, place)), ours: painted.only(ours, theirs), theirs: painted.only(theirs, ours) }
}

/**
 * What `tips` reach and none of the others does. It stops as soon as that is known: how much the others have alone doesn't matter. Who asks
 * several times in a row hands in one outline.
 */
export function ownStretches(db: ReadDb, tips: readonly CommitKey[], others: readonly CommitKey[], outline: Outline = openOutline(db)): readonly Stretch[] {
  return paint(db, others, tips, theirs, outline).painted.only(theirs, ours)
}

/** Whether `ancestor` is in the history of `tip`; a commit is in its own. */
export function isAncestor(db: ReadDb, ancestor: CommitKey, tip: CommitKey): boolean {
  const [old, now] = [getPlace(db, ancestor), getPlace(db, tip)]
  if (old.segment === now.segment) return old.generation <= now.generation
  return old.generation < now.generation && ownStretches(db, [ancestor], [tip]).length === 0
}

/** How many commits `tip` reaches and none of the others does. */
export function countOwn(db: ReadDb, tip: CommitKey, others: readonly CommitKey[]): number {
  return ownStretches(db, [tip], others).reduce((sum, stretch) => sum + countStretch(db, stretch), 0)
}

/** `until`: goes on while it isn't decided what these sides have alone. */
function paint(db: ReadDb, oursTips: readonly CommitKey[], theirsTips: readonly CommitKey[], until: number, outline: Outline) {
  const queue = openQueue(until)
  const painted = openMarks()
  const open = openStretches(until)
  const bases: Place[] = []
  for (const tip of oursTips) queue.push(spotOf(db, tip), ours)
  for (const tip of theirsTips) queue.push(spotOf(db, tip), theirs)

  while (queue.hasFresh() || (open.size > 0 && !queue.isEmpty())) {
    const { spot, flags } = queue.pop()
    let found = flags | painted.at(spot)
    if ((found & both) === both && !(found & stale)) {
      bases.push(spot)
      found |= stale
    }
    painted.mark(spot, found)
    const before = spotsBefore(outline, spot)
    open.note(spot, found, before)
    for (const next of before) queue.push(next, found)
  }
  for (const { spot, flags } of queue.rest()) painted.mark(spot, flags)
  return { bases, painted }
}

/**
 * Stretches that one side alone has reached so far. Down to where the other side comes in, or to the segment's beginning, that isn't decided:
 * what leads there may still wait, even if it is common itself.
 */
function openStretches(until: number) {
  const undecided = new Set<string>()
  return {
    get size() {
      return undecided.size
    },
    note({ segment }: Spot, found: number, before: readonly Spot[]): void {
      const isDecided = (found & both) === both || before.every((next) => next.segment !== segment)
      for (const flag of [ours, theirs]) {
        if (!(found & until & flag)) continue
        if (isDecided) undecided.delete(`${segment}:${flag}`)
        else undecided.add(`${segment}:${flag}`)
      }
    },
  }
}

const spotOf = (db: ReadDb, key: CommitKey): Spot => ({ ...getPlace(db, key), made: key })

/** Where the paint goes on: the next merge down the segment, its parents, or the segment's beginning and what lies before it. */
function spotsBefore(outline: Outline, spot: Spot): readonly Spot[] {
  const merge = outline.mergeBelow(spot)
  if (merge?.made === spot.made) return merge.parents
  if (merge) return [merge]
  const { first, parent } = outline.beginning(spot.segment)
  if (spot.made !== first.made) return [first]
  return parent === null ? [] : [parent]
}

function keyAt(db: ReadDb, place: Place): CommitKey {
  const key = findCommitAt(db, place)
  if (key === undefined) throw new Error(`BUG: nothing lies at ${place.segment}:${place.generation}`)
  return key
}

/** Places to go on from, the newest first; each is there once, with all its flags. */
function openQueue(until: number) {
  const waiting: Spot[] = []
  const flagsOf = new Map<CommitKey, number>()
  let fresh = 0
  const isFresh = (flags: number): number => (flags & until && !(flags & stale) ? 1 : 0)
  return {
    /** Whether a place waits that may be one side's alone. */
    hasFresh: () => fresh > 0,
    isEmpty: () => waiting.length === 0,
    push(spot: Spot, flags: number): void {
      const before = flagsOf.get(spot.made) ?? 0
      const after = before | flags
      if (after === before) return
      flagsOf.set(spot.made, after)
      if (before === 0) insert(waiting, spot)
      fresh += isFresh(after) - isFresh(before)
    },
    pop(): { readonly spot: Spot; readonly flags: number } {
      const spot = waiting.pop()
      if (!spot) throw new Error('BUG: nothing waits')
      const flags = flagsOf.get(spot.made) ?? 0
      fresh -= isFresh(flags)
      return { spot, flags }
    },
    rest: () => waiting.map((spot) => ({ spot, flags: flagsOf.get(spot.made) ?? 0 })),
  }
}

/** Keeps the list in the order they were made, the newest last. */
function insert(waiting: Spot[], spot: Spot): void {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((waiting[middle]?.made ?? 0) <= spot.made) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, spot)
}

/** For every segment, up to which generation each flag reaches. */
function openMarks() {
  const highest = new Map<number, number[]>()
  const flagsIn = [ours, theirs, stale]
  return {
    at({ segment, generation }: Place): number {
      const marks = highest.get(segment)
      if (!marks) return 0
      let flags = 0
      for (const flag of flagsIn) if ((marks[flag] ?? -1) >= generation) flags |= flag
      return flags
    },
    mark({ segment, generation }: Place, flags: number): void {
      let marks = highest.get(segment)
      if (!marks) highest.set(segment, (marks = [-1, -1, -1, -1, -1]))
      for (const flag of flagsIn) if (flags & flag && (marks[flag] ?? -1) < generation) marks[flag] = generation
    },
    /** What has `flag` and not `other`. */
    only(flag: number, other: number): readonly Stretch[] {
      return [...highest].flatMap(([segment, marks]) => {
        const [to, below] = [marks[flag] ?? -1, marks[other] ?? -1]
        return to > below ? [{ segment, from: below + 1, to }] : []
      })
    },
  }
}
