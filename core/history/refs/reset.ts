import type { Ref } from '../../model/ids.ts'
import type { Head } from '../../model/refs.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import type { CommitKey } from '../../store/commits.ts'
import { findRef, origHead } from '../../store/refs.ts'
import { asNamed } from './names.ts'
import { headOf, writePosition } from './position.ts'
import { resolveRef } from './resolveRef.ts'

/**
 * Moves the branch to any commit that was ever made here; `ORIG_HEAD` is then where it was. Being there already changes nothing.
 * Faults: `head/detached`, `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`.
 */
export function reset(tract: TractHandle, ref: Ref): Head {
  transact(tract, { verb: 'reset', detail: asNamed(ref) }, (tx) => {
    const { branch, tip } = writePosition(tx.db, tract)
    const to = resolveRef(tx.db, tract, ref)
    if (to === tip?.id) return
    rememberTip(tract, tx, tip?.id ?? null)
    tx.fact({ type: 'ref_updated', key: branch, beforeCommit: tip?.id ?? null, afterCommit: to })
  })
  return headOf(tract.file.db.read, tract)
}

/** Puts ORIG_HEAD where a branch was; a branch that was nowhere takes it away, as git does. */
function rememberTip(tract: TractHandle, tx: Tx, tip: CommitKey | null): void {
  const before = findRef(tx.db, tract.key, origHead) ?? null
  if (before === tip) return
  if (tip !== null) tx.fact({ type: 'ref_updated', key: origHead, beforeCommit: before, afterCommit: tip })
  else if (before !== null) tx.fact({ type: 'ref_deleted', key: origHead, beforeCommit: before })
}
