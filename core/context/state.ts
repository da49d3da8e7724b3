import type { Priority } from '../model/content.ts'
import { emptyTrie, trieGet } from './trie.ts'
import type { Trie } from './trie.ts'
import { emptyVector, vectorEach, vectorGet } from './vector.ts'
import type { Vector } from './vector.ts'
import { type BlobKey, type CommitKey, gone, type MessageKey } from './source.ts'

/**
 * One message as a history leaves it. Its registers (`blob`, `priority`, a summary's `inForce`) each know the change that wrote them (`…By`)
 * and the commit on this history that shows that write (`…At`).
 */
export type Entry = {
  readonly message: MessageKey
  /** The commit that brought it here. */
  readonly introducedAt: CommitKey
  readonly blob: BlobKey
  /** Of the whole message with this blob; `gone` where its bytes are no longer there. */
  readonly tokens: number
  readonly blobBy: MessageKey
  readonly blobAt: CommitKey
  readonly priority: Priority
  readonly priorityBy: MessageKey
  readonly priorityAt: CommitKey
  /** Edits since; the number of its versions is one more. */
  readonly edits: number
  readonly summary: Summary | null
}
export type Summary = { readonly replaces: readonly MessageKey[]; readonly inForce: boolean; readonly inForceBy: MessageKey; readonly inForceAt: CommitKey }

/** A place in the order: one message, or a message with the summaries that stand in front of it. */
export type Slot = Entry | readonly Entry[]

/** A context after some commit: an immutable value that shares nearly everything with the one before it. */
export type State = {
  readonly slots: Vector<Slot>
  /** Where each message stands. */
  readonly places: Trie<number>
  /** By message, here or not: the summaries that name it. */
  readonly covers: Trie<readonly MessageKey[]>
  /** Of a message that came by a merge: the merge on this line that brought it. */
  readonly merged: Trie<CommitKey>
  /** Messages on this history, shown or not. */
  readonly messages: number
  /** Messages a model sees. */
  readonly shown: number
  /** Tokens of the messages shown, without what a request adds around them. */
  readonly tokens: number
}

export const emptyState: State = { slots: emptyVector, places: emptyTrie, covers: emptyTrie, merged: emptyTrie, messages: 0, shown: 0, tokens: 0 }

/** What a request with this context counts: its messages and 3 for the reply; nothing when there is no message. */
export const contextTokens = (state: State): number => (state.shown === 0 ? 0 : state.tokens + 3)

/** Tokens of a message as a reader has them: none where its text is gone. */
export const tokensOf = ({ tokens }: Entry): number => (tokens === gone ? 0 : tokens)

export function findEntry(state: Pick<State, 'slots' | 'places'>, message: MessageKey): Entry | undefined {
  const place = trieGet(state.places, message)
  if (place === undefined) return undefined
  return entriesAt(vectorGet(state.slots, place)).find((entry) => entry.message === message)
}

export function isShown(state: Pick<State, 'slots' | 'places' | 'covers'>, entry: Entry): boolean {
  if ((entry.summary && !entry.summary.inForce) || entry.tokens === gone) return false
  if (entry.priority !== 'normal') return entry.priority === 'pinned'
  return findCover(state, entry.message) === undefined
}

/** The first summary in force that stands for `message`. */
export function findCover(state: Pick<State, 'slots' | 'places' | 'covers'>, message: MessageKey): Entry | undefined {
  for (const summary of trieGet(state.covers, message) ?? []) {
    const entry = findEntry(state, summary)
    if (entry?.summary?.inForce) return entry
  }
  return undefined
}

/** All summaries in force that stand for `message`. */
export function findCovers(state: Pick<State, 'slots' | 'places' | 'covers'>, message: MessageKey): readonly Entry[] {
  return (trieGet(state.covers, message) ?? []).flatMap((summary) => {
    const entry = findEntry(state, summary)
    return entry?.summary?.inForce ? [entry] : []
  })
}

/** Visits every message of the history in context order, shown or not. */
export function eachEntry(state: State, visit: (entry: Entry) => void): void {
  vectorEach(state.slots, (slot) => {
    if (isList(slot)) slot.forEach(visit)
    else visit(slot)
  })
}

/** The messages from one place to another, both included, in context order, shown or not. */
export function entriesBetween(state: State, from: number, to: number): readonly Entry[] {
  const entries: Entry[] = []
  for (let place = from; place <= to; place++) entries.push(...entriesAt(vectorGet(state.slots, place)))
  return entries
}

/** Where a message stands; it must be on this history. */
export function placeOf(state: State, { message }: Entry): number {
  const place = trieGet(state.places, message)
  if (place === undefined) throw new Error(`BUG: message ${message} has no place`)
  return place
}

export const entriesAt = (slot: Slot | undefined): readonly Entry[] => (slot === undefined ? [] : isList(slot) ? slot : [slot])

const isList = (slot: Slot): slot is readonly Entry[] => Array.isArray(slot)
