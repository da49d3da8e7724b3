import type { MessageKey } from '../../context/source.ts'
import { entriesAt, type Entry, findCover, findEntry, isShown, type Slot, type State } from '../../context/state.ts'
import { trieGet } from '../../context/trie.ts'
import { type Vector, vectorGet } from '../../context/vector.ts'
import { outOfOrder } from './diffOrder.ts'

/** A message as one of two contexts has it. */
export type Placed = { readonly entry: Entry; readonly place: number; /** Its place and where it stands in that, as one number. */ readonly at: number }
/** A message that both contexts have. */
export type Pair = { readonly from: Placed; readonly to: Placed }
/** What two contexts don't have in common, by row numbers. Every list is in context order. */
export type StatesDiff = {
  /** Shown only in the first, whatever took them out. */
  readonly gone: readonly Placed[]
  /** Shown only in the second. */
  readonly come: readonly Placed[]
  /** By summary: what left because it came into force, or came back because it is out of force. */
  readonly compressed: ReadonlyMap<MessageKey, readonly MessageKey[]>
  readonly expanded: ReadonlyMap<MessageKey, readonly MessageKey[]>
  readonly moved: readonly Pair[]
  readonly edited: readonly Pair[]
  readonly annotated: readonly Pair[]
}

/**
 * Compares two contexts. States made from one another share what they have in common, and what is the same object isn't looked into: the cost is
 * that of the difference.
 */
export function diffStates(from: State, to: State): StatesDiff {
  const rows = [...differing(from, to)].map((message): Row => ({ from: sideOf(from, message), to: sideOf(to, message) }))
  const pairs = rows.flatMap(({ from: a, to: b }) => (a && b ? [{ from: a, to: b }] : []))
  const kept = pairs.filter((pair) => pair.from.isShown && pair.to.isShown)
  const gone = inOrder(rows.flatMap(({ from: a, to: b }) => (a?.isShown && !b?.isShown ? [a] : [])))
  const come = inOrder(rows.flatMap(({ from: a, to: b }) => (b?.isShown && !a?.isShown ? [b] : [])))
  return {
    gone, come,
    compressed: bySummary(gone, (placed) => coverBetween(from, to, placed)),
    expanded: bySummary(come, (placed) => coverBetween(to, from, placed)),
    moved: byNewPlace(outOfOrder(byOldPlace(kept), ({ to: { at } }) => at)),
    edited: byNewPlace(kept.filter((pair) => pair.from.entry.blob !== pair.to.entry.blob)),
    annotated: byNewPlace(pairs.filter((pair) => pair.from.entry.priority !== pair.to.entry.priority)),
  }
}

type Side = Placed & { readonly isShown: boolean }
type Row = { readonly from: Side | null; readonly to: Side | null }

/** Messages that may differ: those whose entries are not the same, and what a summary stands for that came, went, or changed. */
function differing(from: State, to: State): ReadonlySet<MessageKey> {
  const messages = new Set<MessageKey>()
  eachDifferent(from.slots, to.slots, ({ message, summary }) => {
    messages.add(message)
    for (const named of summary?.replaces ?? []) messages.add(named)
  })
  return messages
}

function eachDifferent(from: Vector<Slot>, to: Vector<Slot>, visit: (entry: Entry) => void): void {
  for (let i = 0; i < Math.max(from.chunks.length, to.chunks.length); i++) {
    const [a, b] = [from.chunks[i], to.chunks[i]]
    if (a !== b) eachDifferentIn(a?.items ?? [], b?.items ?? [], visit)
  }
}

function eachDifferentIn(from: readonly Slot[], to: readonly Slot[], visit: (entry: Entry) => void): void {
  for (let i = 0; i < Math.max(from.length, to.length); i++) {
    if (from[i] === to[i]) continue
    const [a, b] = [entriesAt(from[i]), entriesAt(to[i])]
    for (const entry of a) if (!b.includes(entry)) visit(entry)
    for (const entry of b) if (!a.includes(entry)) visit(entry)
  }
}

/** More than stand in one slot. */
const perSlot = 2 ** 20

function sideOf(state: State, message: MessageKey): Side | null {
  const place = trieGet(state.places, message)
  if (place === undefined) return null
  const slot = entriesAt(vectorGet(state.slots, place))
  const index = slot.findIndex((entry) => entry.message === message)
  const entry = slot[index]
  return entry ? { entry, place, at: place * perSlot + index, isShown: isShown(state, entry) } : null
}

/** The summary because of which a message that `shows` has is hidden in `hides`: there it stands for it, here none does. */
function coverBetween(shows: State, hides: State, { entry: { message } }: Placed): MessageKey | undefined {
  const hidden = findEntry(hides, message)
  const isOut = hidden?.summary && !hidden.summary.inForce
  if (hidden?.priority !== 'normal' || isOut || findCover(shows, message)) return undefined
  return findCover(hides, message)?.message
}

function bySummary(messages: readonly Placed[], summaryOf: (placed: Placed) => MessageKey | undefined): ReadonlyMap<MessageKey, readonly MessageKey[]> {
  const groups = new Map<MessageKey, MessageKey[]>()
  for (const placed of messages) {
    const summary = summaryOf(placed)
    if (summary !== undefined) groups.set(summary, [...(groups.get(summary) ?? []), placed.entry.message])
  }
  return groups
}

const inOrder = <P extends Placed>(messages: readonly P[]): readonly P[] => messages.toSorted((a, b) => a.at - b.at)
const byOldPlace = (pairs: readonly Pair[]): readonly Pair[] => pairs.toSorted((a, b) => a.from.at - b.from.at)
const byNewPlace = (pairs: readonly Pair[]): readonly Pair[] => pairs.toSorted((a, b) => a.to.at - b.to.at)
