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
 * Paints histories from both sides, newest commits first, until everything left is common. Reads a few rows a segment and a merge that lie on
 * either side alone; what is common is hardly looked at. A place paints everything below it in its segment.
 */
export function ancestryOf(db: ReadDb, oursTips: readonly CommitKey[], theirsTips: readonly CommitKey[]): Ancestry {
  const { bases, painted } = paint(db, oursTips, theirsTips, ours | theirs)
  return { bases: bases.map((place) => keyAt(db, place)), ours: painted.only(ours, theirs), theirs: painted.only(theirs, ours) }
}

/** What `tips` reach and none of the others does. It stops as soon as that is known: how much the others have alone doesn't matter. */
export function ownStretches(db: ReadDb, tips: readonly CommitKey[], others: readonly CommitKey[]): readonly Stretch[] {
  return paint(db, others, tips, theirs).painted.only(theirs, ours)
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
function paint(db: ReadDb, oursTips: readonly CommitKey[], theirsTips: readonly CommitKey[], until: number) {
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
    const before = spotsBefore(db, spot)
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

/**
 * A place and when it was made: a commit's row comes after its parents', so going by rows meets every commit before what it stands on. (By
 * generation it would too, but where one side grows faster than the other it would first walk all that the faster one has on top.)
 */
type Spot = Place & { readonly made: CommitKey }

const spotOf = (db: ReadDb, key: CommitKey): Spot => ({ ...getPlace(db, key), made: key })

/** Where the paint goes on: the next merge down the segment, its parents, or the segment's beginning and what lies before it. */
function spotsBefore(db: ReadDb, { segment, generation }: Spot): readonly Spot[] {
  const merge = findMergeBelow(db, { segment, generation })
  if (merge?.generation === generation) return [spotOf(db, merge.parent), spotOf(db, merge.parent2)]
  if (merge) return [{ segment, generation: merge.generation, made: merge.id }]
  const { base, first, parent } = getSegment(db, segment)
  if (generation > base) return [{ segment, generation: base, made: first }]
  return parent === null ? [] : [spotOf(db, parent)]
}

function keyAt(db: ReadDb, place: Place): CommitKey {
  const key = findCommitAt(db, place)
  if (key === undefined) throw new Error(`BUG: nothing lies at ${place.segment}:${place.generation}`)
  return key
}

/** Places to go on from, the newest first; each is there once, with all its flags. */
function openQueue(until: number) {
  const waiting: Spot[] = []
  const flagsOf = new Map<string, number>()
  let fresh = 0
  const name = ({ segment, generation }: Place) => `${segment}:${generation}`
  const isFresh = (flags: number): number => (flags & until && !(flags & stale) ? 1 : 0)
  return {
    /** Whether a place waits that may be one side's alone. */
    hasFresh: () => fresh > 0,
    isEmpty: () => waiting.length === 0,
    push(spot: Spot, flags: number): void {
      const before = flagsOf.get(name(spot)) ?? 0
      const after = before | flags
      if (after === before) return
      flagsOf.set(name(spot), after)
      if (before === 0) insert(waiting, spot)
      fresh += isFresh(after) - isFresh(before)
    },
    pop(): { readonly spot: Spot; readonly flags: number } {
      const spot = waiting.pop()
      if (!spot) throw new Error('BUG: nothing waits')
      const flags = flagsOf.get(name(spot)) ?? 0
      fresh -= isFresh(flags)
      return { spot, flags }
    },
    rest: () => waiting.map((spot) => ({ spot, flags: flagsOf.get(name(spot)) ?? 0 })),
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
