import { entriesBetween, type Entry, findCover, isShown, placeOf, type State } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { CompressRange, CompressRules } from '../../model/compress.ts'
import { Fault } from '../../model/fault.ts'
import type { Ref } from '../../model/ids.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { entryIn } from '../messageRef.ts'
import { summaryInForce, without } from './again.ts'

/** Messages that lie together: between them is no shown one that stays as it is. */
export type Run = readonly Entry[]
export type Runs = {
  readonly runs: readonly Run[]
  /** Where there are none: what the range holds instead. */
  readonly reason: 'empty' | 'allPinned' | 'allSkipped'
  /** Shown messages of the range that stay because they are pinned or preserved. */
  readonly kept: readonly CommitKey[]
  /** The summary that goes when these are summarised once more. */
  readonly again: CommitKey | null
}

/**
 * What of a range can be compressed, in runs: shown, neither pinned nor preserved. A shown message between that isn't taken splits a run; skipped
 * and covered ones don't. Faults: `compress/bad-range`, `edit/target-missing`, `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`; of a summary once more those of `expand`.
 */
export function runsIn(db: ReadDb, tract: TractHandle, now: State, branch: string, range: CompressRange & CompressRules): Runs {
  const summary = range.again === undefined ? null : summaryInForce(db, tract, now, range.again, branch)
  const { state, messages } = summary ? without(now, summary) : { state: now, messages: null }
  const named = (ref: Ref): Entry => entryIn(db, tract, state, ref, branch)
  const preserved = new Set((range.preserve ?? []).map((ref) => named(ref).message))
  const listed = messages ?? range.messages?.map(named)
  const { entries, wanted } = listed ? chosen(state, listed) : between(state, range, named)
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
  return { runs, kept, again: summary?.message ?? null, reason: kept.length > 0 ? 'allPinned' : wanted.size > 0 ? 'allSkipped' : 'empty' }
}

/** What is looked through, and which of it is meant: nothing outside the range is touched. */
type Looked = { readonly entries: readonly Entry[]; readonly wanted: ReadonlySet<CommitKey> }

function chosen(state: State, messages: readonly Entry[]): Looked {
  const places = messages.map((entry) => placeOf(state, entry))
  const [first, last] = places.reduce(([low, high], place) => [Math.min(low, place), Math.max(high, place)], [Infinity, -1])
  return { entries: last < 0 ? [] : entriesBetween(state, first, last), wanted: new Set(messages.map(({ message }) => message)) }
}

function between(state: State, { from, to }: CompressRange, named: (ref: Ref) => Entry): Looked {
  const [first, last] = [from, to].map((ref) => (ref === undefined ? null : standIn(state, named(ref))))
  const entries = entriesBetween(state, first ? placeOf(state, first) : 0, last ? placeOf(state, last) : state.slots.length - 1)
  const at = (entry: Entry) => entries.findIndex(({ message }) => message === entry.message)
  const [start, end] = [first ? at(first) : 0, last ? at(last) : entries.length - 1]
  if (start > end || start < 0 || (last && end < 0)) {
    if (first ?? last) throw new Fault('compress/bad-range', { from: from ?? 'the beginning', to: to ?? 'the end', found: 'the first comes after the second' })
  }
  const inside = entries.slice(Math.max(0, start), end + 1)
  return { entries: inside, wanted: new Set(inside.map(({ message }) => message)) }
}

/** A message inside a summary is named by the summary that is shown for it. */
function standIn(state: State, entry: Entry): Entry {
  const cover = isShown(state, entry) ? undefined : findCover(state, entry.message)
  return cover ? standIn(state, cover) : entry
}
