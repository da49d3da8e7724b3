import type { ExcludedBecause, IncludedBecause } from '../model/context.ts'
import type { CommitHash, MessageId } from '../model/ids.ts'
import type { BlobFacts, CommitKey, ContextSource, MessageKey } from './source.ts'
import { findCover } from './state.ts'
import type { Entry, State } from './state.ts'

/** What a person or a program wants to know of the entries of a state. */
export type EntryFacts = {
  blob(entry: Entry): BlobFacts
  messageId(entry: Entry): MessageId
  /** The commit whose content is shown. */
  shownBy(entry: Entry): CommitHash
  whyShown(entry: Entry): IncludedBecause
  whyHidden(entry: Entry): ExcludedBecause
}

/** Reads the facts of these entries in three queries, however many they are. */
export function factsOf(source: ContextSource, state: State, entries: readonly Entry[]): EntryFacts {
  const blobs = source.blobs(entries.map((entry) => entry.blob))
  const hashes = source.hashes(entries.flatMap((entry) => namedBy(state, entry)))
  const commits = source.commits(entries.flatMap(decidedBy))
  const id = (key: MessageKey) => found(hashes, key) as string as MessageId

  return {
    blob: (entry) => found(blobs, entry.blob),
    messageId: (entry) => id(entry.message),
    shownBy: (entry) => found(hashes, entry.blobAt),
    whyShown(entry) {
      if (entry.summary) return { kind: 'summary', of: entry.summary.replaces.map(id) }
      return entry.priority === 'pinned' ? { kind: 'pinned', ...decision(entry) } : { kind: 'appended' }
    },
    whyHidden(entry) {
      if (entry.summary && !entry.summary.inForce) return { kind: 'expanded', by: found(commits, entry.summary.inForceAt).author }
      if (entry.priority === 'skip') return { kind: 'skipped', ...decision(entry) }
      const cover = findCover(state, entry.message)
      if (!cover) throw new Error(`BUG: message ${entry.message} is hidden for no reason`)
      return { kind: 'compressed', into: id(cover.message), all: [id(cover.message)] }
    },
  }

  /** Who gave it its priority, and why; a message that came with it has no reason of its own. */
  function decision(entry: Entry) {
    const { author, reason } = found(commits, entry.priorityAt)
    return { by: author, reason: entry.priorityAt === entry.introducedAt ? null : reason }
  }
}

/** The rows whose hashes are named. */
function namedBy(state: State, entry: Entry): readonly CommitKey[] {
  const keys = entry.blobAt === entry.message ? [entry.message] : [entry.message, entry.blobAt]
  if (entry.summary) keys.push(...entry.summary.replaces)
  const cover = findCover(state, entry.message)
  if (cover) keys.push(cover.message)
  return keys
}

/** The commits whose author and reason are told: nearly always none. */
function decidedBy(entry: Entry): readonly CommitKey[] {
  const keys: CommitKey[] = []
  if (entry.priority !== 'normal') keys.push(entry.priorityAt)
  if (entry.summary && !entry.summary.inForce) keys.push(entry.summary.inForceAt)
  return keys
}

function found<T>(facts: ReadonlyMap<number, T>, key: number): T {
  const fact = facts.get(key)
  if (fact === undefined) throw new Error(`BUG: row ${key} is missing`)
  return fact
}
