import { reduce } from '../../context/reduce.ts'
import { type Entry, findCovers, findEntry, type State } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Tx } from '../../journal/transact.ts'
import { Fault } from '../../model/fault.ts'
import type { MessageId, Ref } from '../../model/ids.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { configOf } from '../configOf.ts'
import { entryIn } from '../messageRef.ts'
import { writePosition } from '../refs/position.ts'
import { writeCommit } from '../writeCommit.ts'

/** A summary that can be taken out of force. Faults: `expand/not-a-summary`, `expand/already`, `expand/inside-another`, those of references. */
export function summaryInForce(db: ReadDb, tract: TractHandle, state: State, ref: Ref, branch: string): Entry {
  const entry = entryIn(db, tract, state, ref, branch)
  const id = (key: CommitKey) => hashOfCommit(db, key) as string as MessageId
  if (!entry.summary) throw new Fault('expand/not-a-summary', { ref })
  if (!entry.summary.inForce) throw new Fault('expand/already', { summary: id(entry.message) })
  const covers = findCovers(state, entry.message)
  if (covers.length > 0) throw new Fault('expand/inside-another', { summary: id(entry.message), inside: covers.map(({ message }) => id(message)) })
  return entry
}

/** The context as it would be without a summary, and what that stands for there. */
export function without(state: State, { message, summary }: Entry): { readonly state: State; readonly messages: readonly Entry[] } {
  const expanded = reduce(state, { key: message, change: message, kind: 'expand', target: message, blob: null, tokens: 0, priority: null, replaces: null, resolutions: null })
  return { state: expanded, messages: (summary?.replaces ?? []).flatMap((key) => findEntry(expanded, key) ?? []) }
}

/** Takes a summary out of force, at the tip of the branch. */
export function writeExpand(tract: TractHandle, tx: Tx, summary: CommitKey): CommitKey {
  const { branch, tip } = writePosition(tx.db, tract)
  return writeCommit(tract, tx, { branch, tip, kind: 'expand', target: summary, encoding: configOf(tract).encoding })
}
