import { eachEntry, type Entry, findCover, isShown, type State } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { CompressRange, CompressRules } from '../../model/compress.ts'
import { Fault } from '../../model/fault.ts'
import type { Ref } from '../../model/ids.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { entryIn } from '../messageRef.ts'

/** Messages that lie together: between them is no shown one that stays as it is. */
export type Run = readonly Entry[]
export type Runs = {
  readonly runs: readonly Run[]
  /** Where there are none: what the range holds instead. */
  readonly reason: 'empty' | 'allPinned' | 'allSkipped'
  /** Shown messages of the range that stay because they are pinned or preserved. */
  readonly kept: readonly CommitKey[]
}

/**
 * What of a range can be compressed, in runs: shown, neither pinned nor preserved. A shown message between that isn't taken splits a run; skipped
 * and covered ones don't. Faults: `compress/bad-range`, `edit/target-missing`, `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`.
 */
export function runsIn(db: ReadDb, tract: TractHandle, state: State, branch: string, range: CompressRange & CompressRules): Runs {
  const entries = listEntries(state)
  const wanted = wantedIn(db, tract, state, branch, range, entries)
  const preserved = new Set((range.preserve ?? []).map((ref) => entryIn(db, tract, state, ref, branch).message))
  const runs: Entry[][] = []
  const kept: CommitKey[] = []
  let open = false
  for (const entry of entries) {
    if (!isShown(state, entry)) continue
    const isTaken = wanted.has(entry.message) && entry.priority === 'normal' && !preserved.has(entry.message)
    if (isTaken && open) runs.at(-1)?.push(entry)
    else if (isTaken) runs.push([entry])
    else if (wanted.has(entry.message)) kept.push(entry.message)
    open = isTaken
  }
  return { runs, kept, reason: kept.length > 0 ? 'allPinned' : wanted.size > 0 ? 'allSkipped' : 'empty' }
}

function wantedIn(db: ReadDb, tract: TractHandle, state: State, branch: string, range: CompressRange, entries: readonly Entry[]): ReadonlySet<CommitKey> {
  if (range.messages) return new Set(range.messages.map((ref) => entryIn(db, tract, state, ref, branch).message))
  const placeOf = (ref: Ref | undefined, end: number): number => {
    if (ref === undefined) return end
    const entry = entryIn(db, tract, state, ref, branch)
    const shown = standIn(state, entry)
    return entries.findIndex(({ message }) => message === shown.message)
  }
  const [from, to] = [placeOf(range.from, 0), placeOf(range.to, entries.length - 1)]
  if (from > to && entries.length > 0) throw new Fault('compress/bad-range', { from: range.from ?? 'the beginning', to: range.to ?? 'the end', found: 'the first comes after the second' })
  return new Set(entries.slice(from, to + 1).map(({ message }) => message))
}

/** A message inside a summary is named by the summary that is shown for it. */
function standIn(state: State, entry: Entry): Entry {
  const cover = isShown(state, entry) ? undefined : findCover(state, entry.message)
  return cover ? standIn(state, cover) : entry
}

function listEntries(state: State): readonly Entry[] {
  const entries: Entry[] = []
  eachEntry(state, (entry) => entries.push(entry))
  return entries
}
