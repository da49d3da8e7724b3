import type { ExcludedBecause, IncludedBecause } from '../model/context.ts'
import type { CommitHash, MessageId } from '../model/ids.ts'
import { type BlobFacts, type CommitKey, type ContextSource, gone, type MessageKey } from './source.ts'
import { findCovers, findEntry, isShown } from './state.ts'
import type { Entry, State } from './state.ts'
import { trieGet } from './trie.ts'

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
      const reason = reasonIn(state, entry)
      switch (reason.kind) {
        case 'summary':
          return { kind: 'summary', of: reason.keys.map(id) }
        case 'pinned':
          return { kind: 'pinned', ...decision(entry) }
        case 'expanded':
          return { kind: 'expanded', from: id(reason.key) }
        case 'merged':
          return { kind: 'merged', by: found(hashes, reason.key) }
        default:
          return { kind: 'appended' }
      }
    },
    whyHidden(entry) {
      const reason = reasonOut(state, entry)
      switch (reason.kind) {
        case 'outOfForce': {
          const { kind, author, hash } = found(commits, reason.key)
          return kind === 'expand' ? { kind: 'expanded', by: author } : { kind: 'resolved', by: hash }
        }
        case 'gone':
          return { kind: 'erased', at: found(blobs, entry.blob).goneAt ?? 0 }
        case 'skipped':
          return { kind: 'skipped', ...decision(entry) }
        default: {
          const [into, ...others] = reason.keys.map(id)
          if (into === undefined) throw new Error(`BUG: message ${entry.message} is hidden for no reason`)
          return { kind: 'compressed', into, all: [into, ...others] }
        }
      }
    },
  }

  /** Who gave it its priority, and why; a message that came with it has no reason of its own. */
  function decision(entry: Entry) {
    const { author, reason } = found(commits, entry.priorityAt)
    return { by: author, reason: entry.priorityAt === entry.introducedAt ? null : reason }
  }
}

type ReasonIn =
  | { readonly kind: 'appended' | 'pinned' }
  | { readonly kind: 'summary'; readonly keys: readonly MessageKey[] }
  /** The summary taken out of force, or the merge. */
  | { readonly kind: 'expanded' | 'merged'; readonly key: CommitKey }
type ReasonOut = { readonly kind: 'gone' | 'skipped' } | { readonly kind: 'outOfForce'; readonly key: CommitKey } | { readonly kind: 'compressed'; readonly keys: readonly MessageKey[] }

const appended: ReasonIn = { kind: 'appended' }

/** Why a shown message is in: the most telling of what holds. */
function reasonIn(state: State, entry: Entry): ReasonIn {
  if (entry.summary) return { kind: 'summary', keys: entry.summary.replaces }
  if (entry.priority === 'pinned') return { kind: 'pinned' }
  const summary = lastExpanded(state, entry.message)
  if (summary !== undefined) return { kind: 'expanded', key: summary }
  const merge = trieGet(state.merged, entry.message)
  return merge === undefined ? appended : { kind: 'merged', key: merge }
}

/** Of the summaries that named a message and are out of force, the one taken out last. */
function lastExpanded(state: State, message: MessageKey): MessageKey | undefined {
  let last: Entry | undefined
  for (const key of trieGet(state.covers, message) ?? []) {
    const entry = findEntry(state, key)
    if (entry?.summary && !entry.summary.inForce && entry.summary.inForceAt > (last?.summary?.inForceAt ?? -1)) last = entry
  }
  return last?.message
}

function reasonOut(state: State, entry: Entry): ReasonOut {
  if (entry.tokens === gone) return { kind: 'gone' }
  if (entry.summary && !entry.summary.inForce) return { kind: 'outOfForce', key: entry.summary.inForceAt }
  if (entry.priority === 'skip') return { kind: 'skipped' }
  return { kind: 'compressed', keys: findCovers(state, entry.message).map(({ message }) => message) }
}

/** The rows whose hashes are named. */
function namedBy(state: State, entry: Entry): readonly CommitKey[] {
  const keys = entry.blobAt === entry.message ? [entry.message] : [entry.message, entry.blobAt]
  const reason = isShown(state, entry) ? reasonIn(state, entry) : reasonOut(state, entry)
  if ('keys' in reason) keys.push(...reason.keys)
  if (reason.kind === 'expanded' || reason.kind === 'merged') keys.push(reason.key)
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
