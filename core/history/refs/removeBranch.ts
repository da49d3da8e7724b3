import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Tx } from '../../journal/transact.ts'
import { Fault } from '../../model/fault.ts'
import type { MergeId } from '../../model/ids.ts'
import type { JsonObject } from '../../model/json.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { readHead } from '../../store/tracts.ts'
import { listMerges } from '../../store/waitingRecords.ts'

/** Takes a branch's name away, within another act. Faults: `branch/current`, `merge/in-progress` unless `isForced`, which drops the merge that waits there. */
export function removeBranch(tract: TractHandle, tx: Tx, name: string, tip: CommitKey, isForced = false): void {
  checkRemovable(tx.db, tract, name, isForced)
  for (const { id, before } of mergesInto(tx.db, tract, name)) tx.fact({ type: 'merge_changed', key: id, before, after: null })
  tx.fact({ type: 'ref_deleted', key: name, beforeCommit: tip })
}

/** Whoever stands on a branch would stand on nothing; a merge into one that is gone could never be finished. Faults: those of `removeBranch`. */
export function checkRemovable(db: ReadDb, tract: TractHandle, name: string, isForced = false): void {
  if (readHead(db, tract.key).branch === name) throw new Fault('branch/current', { name })
  const [waiting] = mergesInto(db, tract, name)
  if (waiting && !isForced) throw new Fault('merge/in-progress', { id: waiting.id, branch: waiting.before.branch, into: name })
}

function mergesInto(db: ReadDb, tract: TractHandle, name: string) {
  const merges = listMerges(db, tract.key).map(({ id, record }) => ({ id: id as MergeId, before: JSON.parse(record) as JsonObject & { readonly branch: string; readonly into: string } }))
  return merges.filter(({ before }) => before.into === name)
}
