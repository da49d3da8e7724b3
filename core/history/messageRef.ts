import { Fault } from '../model/fault.ts'
import type { Ref } from '../model/ids.ts'
import { contextsOf } from '../context/contexts.ts'
import { type Entry, findEntry, type State } from '../context/state.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { type CommitKey, type CommitRow, getCommit, hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { configOf } from './configOf.ts'
import { resolveMessageRef } from './refs/resolveRef.ts'

/**
 * The message that a reference stands for: of an edit or an annotation, the message it changes; of a summary's commit, the summary.
 * Faults: `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`.
 */
export function messageOf(db: ReadDb, tract: TractHandle, ref: Ref): CommitKey {
  const commit = getCommit(db, resolveMessageRef(db, tract, ref))
  const message = messageOfCommit(commit)
  if (message === null) throw new Fault('ref/not-a-message', { ref, kind: commit.kind })
  return message
}

/** The message that a commit introduces or changes; null where it is about none, or about which summaries are in force. */
export function messageOfCommit({ id, kind, origin, target }: CommitRow): CommitKey | null {
  switch (kind) {
    case 'append':
    case 'compress':
      return origin ?? id
    case 'edit':
    case 'annotate':
      return target
    default:
      return null
  }
}

/** A message as a branch has it now. Faults: `edit/target-missing` when its history doesn't hold it. */
export function entryOnBranch(db: ReadDb, tract: TractHandle, ref: Ref, branch: string, tip: CommitKey | null): { readonly state: State; readonly entry: Entry } {
  const state = contextsOf(tract.file, configOf(tract).encoding).states.at(tip)
  return { state, entry: entryIn(db, tract, state, ref, branch) }
}

/** The same in a state that is at hand. */
export function entryIn(db: ReadDb, tract: TractHandle, state: State, ref: Ref, branch: string): Entry {
  const message = messageOf(db, tract, ref)
  const entry = findEntry(state, message)
  if (!entry) throw new Fault('edit/target-missing', { target: hashOfCommit(db, message), branch })
  return entry
}
