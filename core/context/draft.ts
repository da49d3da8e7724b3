import { newOwner } from './owner.ts'
import type { Owner } from './owner.ts'
import type { MessageKey } from './source.ts'
import { entriesAt, findEntry, isShown } from './state.ts'
import type { Entry, State } from './state.ts'
import { trieGet, trieSet } from './trie.ts'
import { vectorGet, vectorSet } from './vector.ts'

/** A state being made: what it creates it may change in place, until it is closed. The totals are right after every step. */
export type Draft = { -readonly [Field in keyof State]: State[Field] } & { readonly owner: Owner }

export const openDraft = (state: State): Draft => ({ ...state, owner: newOwner() })
export const closeDraft = ({ slots, places, covers, merged, messages, shown, tokens }: Draft): State => ({ slots, places, covers, merged, messages, shown, tokens })

/** Changes one message, if it is here; what it counted before is taken off, what it counts now is added. */
export function rewrite(draft: Draft, message: MessageKey, change: (entry: Entry) => Entry): void {
  const entry = findEntry(draft, message)
  if (!entry) return
  const changed = change(entry)
  count(draft, entry, -1)
  put(draft, changed)
  count(draft, changed, 1)
}

/** Runs a change that can show or hide these messages, and keeps the totals right. */
export function counting(draft: Draft, messages: readonly MessageKey[], change: () => void): void {
  const touched = new Set(messages)
  const countAll = (sign: 1 | -1) => {
    for (const message of touched) {
      const entry = findEntry(draft, message)
      if (entry) count(draft, entry, sign)
    }
  }
  countAll(-1)
  change()
  countAll(1)
}

/** Adds a message to the totals, or takes it off, if it is shown. */
export function count(draft: Draft, entry: Entry, sign: 1 | -1): void {
  if (!isShown(draft, entry)) return
  draft.shown += sign
  draft.tokens += sign * entry.tokens
}

/** Puts a new message in front of what stands at `place`. It isn't counted yet. */
export function insert(draft: Draft, place: number, entry: Entry): void {
  const there = vectorGet(draft.slots, place)
  draft.slots = vectorSet(draft.slots, place, there === undefined ? entry : [entry, ...entriesAt(there)], draft.owner)
  draft.places = trieSet(draft.places, entry.message, place, draft.owner)
  draft.messages += 1
}

/** Replaces a message by its new version, in its own place. */
export function put(draft: Draft, entry: Entry): void {
  const place = trieGet(draft.places, entry.message)
  if (place === undefined) return
  const there = entriesAt(vectorGet(draft.slots, place))
  draft.slots = vectorSet(draft.slots, place, there.length === 1 ? entry : there.map((other) => (other.message === entry.message ? entry : other)), draft.owner)
}

/** A list without repetitions, the known ones first; the very same list when there is nothing new. */
export function union(known: readonly MessageKey[], more: readonly MessageKey[]): readonly MessageKey[] {
  const all = new Set([...known, ...more])
  return all.size === known.length ? known : [...all]
}
