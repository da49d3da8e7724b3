import type { BlobKey, MessageKey } from '../../context/source.ts'
import type { State } from '../../context/state.ts'
import { textOf } from '../../model/contentTypes.ts'
import type { Change } from '../../model/diff.ts'
import type { MessageId } from '../../model/ids.ts'
import { listBlobs } from '../../store/blobs.ts'
import { listHashes } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { countBelow, indexesIn } from './diffOrder.ts'
import { diffStates, type Placed, type StatesDiff } from './diffStates.ts'
import { wordHunks } from './wordHunks.ts'

/** What leads from one context to another, in words. */
export function changesBetween(db: ReadDb, from: State, to: State): readonly Change[] {
  const found = diffStates(from, to)
  const { gone, come, compressed, expanded, moved, edited, annotated } = found
  const { idOf, roleOf, textIn } = readFacts(db, found)
  const indexes = indexesOf(from, to, found)
  const id = ({ entry }: Placed) => idOf(entry.message)
  const shown = ({ entry }: Placed) => ({ messageId: idOf(entry.message), role: roleOf(entry.blob), text: textIn(entry.blob), tokens: entry.tokens })
  const groups = (kind: 'compressed' | 'expanded', bySummary: StatesDiff['compressed']) =>
    [...bySummary].map(([summary, messages]): Change => ({ kind, summary: idOf(summary), messages: messages.map(idOf) }))
  const inSummaries = new Set([...compressed.values()].flat())
  return [
    ...gone.filter(({ entry }) => !inSummaries.has(entry.message)).map((placed): Change => ({ kind: 'removed', ...shown(placed) })),
    ...groups('compressed', compressed),
    ...groups('expanded', expanded),
    ...moved.map((pair): Change => ({ kind: 'moved', messageId: id(pair.to), from: indexes.kept(pair.from, 'from'), to: indexes.kept(pair.to, 'to') })),
    ...edited.map(({ from: { entry: before }, to: { entry } }): Change => ({ kind: 'edited', messageId: idOf(entry.message), role: roleOf(entry.blob), hunks: wordHunks(textIn(before.blob), textIn(entry.blob)) })),
    ...annotated.map((pair): Change => ({ kind: 'annotated', messageId: id(pair.to), from: pair.from.entry.priority, to: pair.to.entry.priority })),
    ...come.map((placed): Change => ({ kind: 'added', ...shown(placed), index: indexes.inNew(placed) })),
  ]
}

/** Every id and text that is told, in two queries. */
function readFacts(db: ReadDb, { gone, come, compressed, expanded, moved, edited, annotated }: StatesDiff) {
  const both = [...moved, ...edited, ...annotated]
  const placed = [...gone, ...come, ...both.map(({ to }) => to)]
  const told = [...gone, ...come, ...edited.flatMap(({ from, to }) => [from, to])]
  const hashes = new Map(listHashes(db, [...placed.map(({ entry }) => entry.message), ...compressed.keys(), ...expanded.keys()]))
  const blobs = new Map(listBlobs(db, [...new Set(told.map(({ entry }) => entry.blob))]).map((blob) => [blob.id, blob]))
  return {
    idOf: (message: MessageKey) => rowIn(hashes, message) as string as MessageId,
    roleOf: (blob: BlobKey) => rowIn(blobs, blob).role,
    textIn: (blob: BlobKey) => textOf(rowIn(blobs, blob).content, db.types),
  }
}

/** Where messages stand: among all that the new context shows, and among those that both contexts show. */
function indexesOf(from: State, to: State, { gone, come, moved }: StatesDiff) {
  const sides = {
    from: { indexes: indexesIn(from, moved.map((pair) => pair.from)), alone: gone },
    to: { indexes: indexesIn(to, [...come, ...moved.map((pair) => pair.to)]), alone: come },
  }
  const indexIn = (side: 'from' | 'to', { entry }: Placed): number => sides[side].indexes.get(entry) ?? 0
  return {
    inNew: (placed: Placed) => indexIn('to', placed),
    kept: (placed: Placed, side: 'from' | 'to') => {
      const { alone } = sides[side]
      return indexIn(side, placed) - countBelow(alone.length, (at) => alone[at]?.at ?? 0, placed.at)
    },
  }
}

function rowIn<T>(facts: ReadonlyMap<number, T>, key: number): T {
  const fact = facts.get(key)
  if (fact === undefined) throw new Error(`BUG: row ${key} is missing`)
  return fact
}
