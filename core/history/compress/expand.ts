import { findCovers } from '../../context/state.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact } from '../../journal/transact.ts'
import { Fault } from '../../model/fault.ts'
import type { MessageId, Ref } from '../../model/ids.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import { configOf } from '../configOf.ts'
import { entryOnBranch } from '../messageRef.ts'
import { writePosition } from '../refs/position.ts'
import { writeCommit } from '../writeCommit.ts'

/**
 * Takes a summary out of force: what no other summary covers is shown again, in its own place, as it is now.
 * Faults: `expand/not-a-summary`, `expand/already`, `expand/inside-another`, `head/detached`, those of references.
 */
export function expand(tract: TractHandle, ref: Ref): CommitKey {
  return transact(tract, { verb: 'expand' }, (tx) => {
    const { branch, tip } = writePosition(tx.db, tract)
    const { state, entry } = entryOnBranch(tx.db, tract, ref, branch, tip?.id ?? null)
    const id = (key: CommitKey) => hashOfCommit(tx.db, key) as string as MessageId
    if (!entry.summary) throw new Fault('expand/not-a-summary', { ref })
    if (!entry.summary.inForce) throw new Fault('expand/already', { summary: id(entry.message) })
    const covers = findCovers(state, entry.message)
    if (covers.length > 0) throw new Fault('expand/inside-another', { summary: id(entry.message), inside: covers.map(({ message }) => id(message)) })
    return writeCommit(tract, tx, { branch, tip, kind: 'expand', target: entry.message, encoding: configOf(tract).encoding })
  })
}
