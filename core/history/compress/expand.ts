import { contextsOf } from '../../context/contexts.ts'
import { gone } from '../../context/source.ts'
import { findEntry } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact, type Tx } from '../../journal/transact.ts'
import type { MessageId, Ref } from '../../model/ids.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import { configOf } from '../configOf.ts'
import { writePosition } from '../refs/position.ts'
import { summaryInForce, writeExpand } from './again.ts'

/**
 * Takes a summary out of force: what no other summary covers is shown again, in its own place, as it is now. What went for good meanwhile can't be; a dry run says so.
 * Faults: `expand/not-a-summary`, `expand/already`, `expand/inside-another`, `head/detached`, those of references.
 */
export function expand(tract: TractHandle, ref: Ref): CommitKey {
  return transact(tract, { verb: 'expand' }, (tx) => {
    const { branch, tip } = writePosition(tx.db, tract)
    const state = contextsOf(tract.file, configOf(tract).encoding).states.at(tip?.id ?? null)
    const { message, summary } = summaryInForce(tx.db, tract, state, ref, branch)
    warnOfGone(tx, (summary?.replaces ?? []).filter((one) => findEntry(state, one)?.tokens === gone))
    return writeExpand(tract, tx, message)
  })
}

function warnOfGone(tx: Tx, messages: readonly CommitKey[]): void {
  if (messages.length === 0) return
  const text = messages.length === 1 ? '1 message it stands for was removed for good and does not come back.' : `${messages.length} messages it stands for were removed for good and do not come back.`
  tx.warn({ code: 'expand/gone', text, messages: messages.map((message) => hashOfCommit(tx.db, message) as string as MessageId) })
}
