import { Fault } from '../model/fault.ts'
import type { Ref } from '../model/ids.ts'
import { contextsOf } from '../context/contexts.ts'
import { type Entry, findEntry, type State } from '../context/state.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { type CommitKey, getCommit, hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { configOf } from './configOf.ts'
import { resolveRef } from './resolveRef.ts'

/** The message that a reference stands for: of an edit or an annotation, the message it changes. Faults: `ref/not-found`, `ref/ambiguous`. */
export function messageOf(db: ReadDb, tract: TractHandle, ref: Ref): CommitKey {
  const commit = getCommit(db, resolveRef(db, tract, ref))
  return commit.kind === 'append' ? (commit.origin ?? commit.id) : (commit.target ?? commit.id)
}

/** A message as a branch has it now. Faults: `edit/target-missing` when its history doesn't hold it. */
export function entryOnBranch(db: ReadDb, tract: TractHandle, ref: Ref, branch: string, tip: CommitKey | null): { readonly state: State; readonly entry: Entry } {
  const message = messageOf(db, tract, ref)
  const state = contextsOf(tract.file, configOf(tract).encoding).states.at(tip)
  const entry = findEntry(state, message)
  if (!entry) throw new Fault('edit/target-missing', { target: hashOfCommit(db, message), branch })
  return { state, entry }
}
