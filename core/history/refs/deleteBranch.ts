import { Fault } from '../../model/fault.ts'
import type { JsonObject } from '../../model/json.ts'
import type { MergeId } from '../../model/ids.ts'
import type { Operation } from '../../model/operation.ts'
import { countOwn } from '../../context/ancestry.ts'
import { operate } from '../../journal/lastOperation.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Tx } from '../../journal/transact.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { listMerges } from '../../store/merges.ts'
import { findBranch, listRefs, origHead } from '../../store/refs.ts'
import { readHead } from '../../store/tracts.ts'
import { branchNotFound } from './position.ts'

/**
 * Removes a branch's name; its commits stay in the file. `force` also takes one whose commits no other branch or tag holds, and drops a merge that
 * waits on it. Faults: `branch/not-found`, `branch/current`, `branch/unmerged`, `merge/in-progress`.
 */
export function deleteBranch(tract: TractHandle, rawName: string, options: { readonly force?: boolean } = {}): Operation {
  const name = rawName.normalize('NFC')
  return operate(tract, { verb: 'deleteBranch', detail: name }, (tx) => {
    if (readHead(tx.db, tract.key).branch === name) throw new Fault('branch/current', { name })
    const tip = findBranch(tx.db, tract.key, name)
    if (tip === undefined) throw branchNotFound(tx.db, tract, rawName)
    if (options.force !== true) checkHeldElsewhere(tx.db, tract, name, tip)
    closeMerges(tract, tx, name, options.force === true)
    tx.fact({ type: 'ref_deleted', key: name, beforeCommit: tip })
  })
}

function checkHeldElsewhere(db: ReadDb, tract: TractHandle, name: string, tip: CommitKey): void {
  const others = listRefs(db, tract.key).filter((ref) => ref.name !== name && ref.name !== origHead).map(({ commit }) => commit)
  const commits = others.includes(tip) ? 0 : countOwn(db, tip, [...new Set(others)])
  if (commits > 0) throw new Fault('branch/unmerged', { name, commits })
}

/** A merge into a branch that is gone could never be finished; one from it goes on, because its record names the commit. */
function closeMerges(tract: TractHandle, tx: Tx, name: string, isForced: boolean): void {
  for (const { id, record } of listMerges(tx.db, tract.key)) {
    const before = JSON.parse(record) as JsonObject & { readonly branch: string; readonly into: string }
    if (before.into !== name) continue
    if (!isForced) throw new Fault('merge/in-progress', { id: id as MergeId, branch: before.branch, into: name })
    tx.fact({ type: 'merge_changed', key: id, before, after: null })
  }
}
