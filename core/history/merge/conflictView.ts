import { type Entry, findEntry, type State } from '../../context/state.ts'
import { trieGet } from '../../context/trie.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { wordsOf } from '../../model/contentTypes.ts'
import { hashOf } from '../../model/hash.ts'
import { asConflictId, type ConflictId, type MessageId } from '../../model/ids.ts'
import type { Conflict, SideState } from '../../model/merge.ts'
import { getBlob } from '../../store/blobs.ts'
import { hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import type { PlannedConflict } from './conflicts.ts'
import type { MergePlan } from './plan.ts'
import { introduced } from './values.ts'

/** A conflict as people and programs read it. */
export function toConflict(tract: TractHandle, plan: MergePlan, conflict: PlannedConflict): Conflict {
  const { db } = tract.file
  const { ours, theirs, baseStates } = plan.sides
  const [kind] = conflict.kinds
  if (kind === undefined) throw new Error('BUG: a conflict of no kind')
  const id = (key: number) => hashOfCommit(db.read, key) as string as MessageId
  return {
    id: conflictId(db.read, conflict), kind, kinds: conflict.kinds, messages: inOrder([ours.state, theirs.state], conflict.messages).map(id),
    base: sideState(db.read, baseStates[0] ?? null, conflict, [ours.state, theirs.state]),
    ours: sideState(db.read, ours.state, conflict, [theirs.state]), theirs: sideState(db.read, theirs.state, conflict, [ours.state]),
  }
}

/** The same question about the same messages has the same id, whenever it is asked. */
export function conflictId(db: ReadDb, { about, messages }: PlannedConflict): ConflictId {
  const first = messages.map((key) => hashOfCommit(db, key) as string).toSorted()[0] ?? ''
  return asConflictId(`${about}-${first.slice(0, 16)}`)
}

/** The question that a conflict's id names, and the beginning of the message's hash; null where it is no such id. */
export function aboutOf(id: string): { readonly about: string; readonly message: string } | null {
  const [, about, message] = /^(text|priority|skip|summaries)-([0-9a-f]{16})$/.exec(id) ?? []
  return about === undefined || message === undefined ? null : { about, message }
}

/** What both sides say in a conflict: an answer holds as long as this does. */
export function signatureOf(tract: TractHandle, plan: MergePlan, conflict: PlannedConflict): string {
  const { ours, theirs } = toConflict(tract, plan, conflict)
  return hashOf('tract:conflict:1', JSON.stringify([conflict.kinds, ours.text, ours.priority, ours.summaries, theirs.text, theirs.priority, theirs.summaries]))
}

/** The first message of a conflict on one side; where that side doesn't have it, as it came. */
function sideState(db: ReadDb, state: State | null, conflict: PlannedConflict, others: readonly State[]): SideState {
  const [first = 0] = inOrder(state ? [state, ...others] : others, conflict.messages)
  const entry = state === null ? undefined : findEntry(state, first)
  const summaries = conflict.about === 'summaries' && state ? summariesIn(db, state, conflict.messages) : []
  if (entry) return { text: textIn(db, entry.blob), priority: entry.priority, commit: hashOfCommit(db, entry.blobAt), summaries }
  const came = others.map((other) => findEntry(other, first)).find((found) => found !== undefined)
  return came ? asItCame(db, came) : { text: '', priority: 'normal', commit: null, summaries }
}

/** As the first of the states that has it shows it; what none has comes last. */
function inOrder(states: readonly State[], messages: readonly number[]): readonly number[] {
  const placeOf = (message: number) => states.map(({ places }) => trieGet(places, message)).find((place) => place !== undefined) ?? Number.MAX_SAFE_INTEGER
  return messages.toSorted((a, b) => placeOf(a) - placeOf(b) || a - b)
}

function asItCame(db: ReadDb, entry: Entry): SideState {
  const priority = introduced(db, entry, 'priority') as SideState['priority']
  return { text: textIn(db, introduced(db, entry, 'blob') as number), priority, commit: hashOfCommit(db, entry.introducedAt), summaries: [] }
}

function summariesIn(db: ReadDb, state: State, messages: readonly number[]): SideState['summaries'] {
  return messages.flatMap((message) => {
    const entry = findEntry(state, message)
    return entry?.summary?.inForce ? [{ messageId: hashOfCommit(db, message) as string as MessageId, text: textIn(db, entry.blob) }] : []
  })
}

const textIn = (db: ReadDb, blob: number): string => wordsOf(getBlob(db, blob).content, db.types)
