import { headValue } from '../../journal/headValue.ts'
import type { HeadValue } from '../../journal/facts.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Tx } from '../../journal/transact.ts'
import { getTract } from '../../store/tracts.ts'

/** Moves HEAD to a branch, or to a commit by its hash. Where it stands already, nothing is written. */
export function moveHead(tract: TractHandle, tx: Tx, to: HeadValue): void {
  const before = headValue(tx.db, getTract(tx.db, tract.key).head)
  if (!isSame(before, to)) tx.fact({ type: 'head_moved', before, after: to })
}

/** HEAD stays where it is, on a branch that has another name now. */
export function renameUnderHead(tx: Tx, from: string, to: string): void {
  tx.fact({ type: 'head_moved', before: { branch: from }, after: { branch: to }, payload: { renamed: true } })
}

const isSame = (a: HeadValue, b: HeadValue): boolean => ('branch' in a ? 'branch' in b && a.branch === b.branch : 'commit' in b && a.commit === b.commit)
