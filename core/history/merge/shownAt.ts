import { isAncestor } from '../../context/ancestry.ts'
import { contextsOf } from '../../context/contexts.ts'
import { type Entry, findEntry } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Ref } from '../../model/ids.ts'
import type { CommitKey, CommitRow } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { listBranchRefs } from '../../store/refs.ts'
import { configOf } from '../configOf.ts'
import { resolveRef } from '../refs/resolveRef.ts'

/** A commit's message as it is at `from`; by default at the tip of the newest branch that holds the commit, else at the commit itself. */
export function asShownAt(tract: TractHandle, db: ReadDb, commit: CommitRow, from: Ref | undefined): Entry | undefined {
  const at = from === undefined ? (newestHolding(tract, db, commit.id) ?? commit.id) : resolveRef(db, tract, from)
  return findEntry(contextsOf(tract.file, configOf(tract).encoding).states.at(at), commit.origin ?? commit.id)
}

function newestHolding(tract: TractHandle, db: ReadDb, commit: CommitKey): CommitKey | undefined {
  const newestFirst = listBranchRefs(db, tract.key).toSorted((a, b) => b.updatedAt - a.updatedAt)
  return newestFirst.find((ref) => isAncestor(db, commit, ref.commit))?.commit
}
