import { ownStretches } from '../context/ancestry.ts'
import type { Outline } from '../context/outline.ts'
import type { CommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import type { Stretch } from '../store/lines.ts'
import { listForkPlaces, listMergesOn, type MergeOn } from '../store/mergePlaces.ts'
import { getPlace, type Place } from '../store/segments.ts'

/** The merges that a stretch came by, the innermost first. */
export type Inside = { readonly merge: CommitKey; readonly outer: Inside | null }
export type Brought = Stretch & { readonly inside: Inside }
type Merge = { readonly id: CommitKey; readonly parent: CommitKey; readonly parent2: CommitKey }

/**
 * What a merge brought, as stretches of segments in linear order. What it brought by merges of its own is in place, so whoever reads it looks at
 * the history before it once, however deep they are nested.
 */
export function broughtBy(db: ReadDb, { id, parent, parent2 }: Merge, outline: Outline): readonly Brought[] {
  const ground = groundOf(db, ownStretches(db, [parent2], [parent], outline))
  const brought: Brought[] = []
  const steps = ground.lineTo(getPlace(db, parent2), { merge: id, outer: null })
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { before, ...stretch } = step
    if (stretch.from <= stretch.to) brought.push(stretch)
    if (before) steps.push(...ground.lineTo(before.second, { merge: before.id, outer: stretch.inside }))
  }
  return brought
}

/** A stretch without merges but for its first commit, and the merge that it lies right before. */
type Step = Brought & { readonly before: MergeOn | null }

function groundOf(db: ReadDb, own: readonly Stretch[]) {
  const stretches = new Map(own.map((stretch) => [stretch.segment, stretch]))
  const forks = listForkPlaces(db, [...stretches.keys()])
  const merges = Map.groupBy(listMergesOn(db, own), ({ segment }) => segment)
  /** Up to which generation each segment was walked: what is met first belongs there. */
  const met = new Map<number, number>()
  return {
    /** The line of first parents to a place, as far as it is own and new, in steps; the oldest last. */
    lineTo(place: Place, inside: Inside): Step[] {
      const steps: Step[] = []
      for (let at: Place | undefined = place; at; ) {
        const { segment, generation: to }: Place = at
        const from = Math.max(stretches.get(segment)?.from ?? Infinity, (met.get(segment) ?? -1) + 1)
        if (from > to) break
        met.set(segment, to)
        steps.push(...stepsIn({ segment, from, to }, merges.get(segment) ?? [], inside))
        at = from > 0 ? undefined : forks.get(segment)
      }
      return steps
    },
  }
}

/** Cuts a stretch before each of its merges, the newest step first. */
function stepsIn({ segment, from, to }: Stretch, merges: readonly MergeOn[], inside: Inside): readonly Step[] {
  const met = merges.filter(({ generation }) => generation >= from && generation <= to)
  const starts = [from, ...met.map(({ generation }) => generation)]
  return starts.map((start, i): Step => {
    const before = met[i] ?? null
    return { segment, from: start, to: before ? before.generation - 1 : to, inside, before }
  }).reverse()
}
