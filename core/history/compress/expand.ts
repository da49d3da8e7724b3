import { contextsOf } from '../../context/contexts.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact } from '../../journal/transact.ts'
import type { Ref } from '../../model/ids.ts'
import type { CommitKey } from '../../store/commits.ts'
import { configOf } from '../configOf.ts'
import { writePosition } from '../refs/position.ts'
import { summaryInForce, writeExpand } from './again.ts'

/**
 * Takes a summary out of force: what no other summary covers is shown again, in its own place, as it is now.
 * Faults: `expand/not-a-summary`, `expand/already`, `expand/inside-another`, `head/detached`, those of references.
 */
export function expand(tract: TractHandle, ref: Ref): CommitKey {
  return transact(tract, { verb: 'expand' }, (tx) => {
    const { branch, tip } = writePosition(tx.db, tract)
    const state = contextsOf(tract.file, configOf(tract).encoding).states.at(tip?.id ?? null)
    return writeExpand(tract, tx, summaryInForce(tx.db, tract, state, ref, branch).message)
  })
}
