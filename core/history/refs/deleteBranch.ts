import { Fault } from '../../model/fault.ts'
import type { Operation } from '../../model/operation.ts'
import { countOwn } from '../../context/ancestry.ts'
import { operate } from '../../journal/lastOperation.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { findBranch, listRefs, origHead } from '../../store/refs.ts'
import { nameGiven } from './names.ts'
import { branchNotFound } from './position.ts'
import { checkRemovable, removeBranch } from './removeBranch.ts'

/**
 * Removes a branch's name; its commits stay in the file. `force` also takes one whose commits no other branch or tag holds, and drops a merge that
 * waits on it. Faults: `branch/not-found`, `branch/current`, `branch/unmerged`, `merge/in-progress`.
 */
export function deleteBranch(tract: TractHandle, rawName: string, options: { readonly force?: boolean } = {}): Operation {
  const name = nameGiven(rawName)
  return operate(tract, { verb: 'deleteBranch', detail: name }, (tx) => {
    checkRemovable(tx.db, tract, name, options.force === true)
    const tip = findBranch(tx.db, tract.key, name)
    if (tip === undefined) throw branchNotFound(tx.db, tract, rawName)
    if (options.force !== true) checkHeldElsewhere(tx.db, tract, name, tip)
    removeBranch(tract, tx, name, tip, options.force === true)
  })
}

function checkHeldElsewhere(db: ReadDb, tract: TractHandle, name: string, tip: CommitKey): void {
  const others = listRefs(db, tract.key).filter((ref) => ref.name !== name && ref.name !== origHead).map(({ commit }) => commit)
  const commits = others.includes(tip) ? 0 : countOwn(db, tip, [...new Set(others)])
  if (commits > 0) throw new Fault('branch/unmerged', { name, commits })
}
