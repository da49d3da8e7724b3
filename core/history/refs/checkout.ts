import { Fault } from '../../model/fault.ts'
import type { Ref } from '../../model/ids.ts'
import type { Head } from '../../model/refs.ts'
import type { HeadValue } from '../../journal/facts.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact } from '../../journal/transact.ts'
import { hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { findPreviousHead } from '../../store/headMoves.ts'
import { moveHead } from './moveHead.ts'
import { asNamed } from './names.ts'
import { branchNotFound, headOf } from './position.ts'
import { resolveRef } from './resolveRef.ts'
import { isBranchHere } from './takenNames.ts'

/**
 * Moves HEAD anywhere to look around: onto a branch by its name, detached on any other commit; `-` for where it was before its last move.
 * Being there already changes nothing. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `ref/other-tract`; `branch/not-found` when `-` was
 * a branch that is gone.
 */
export function checkout(tract: TractHandle, ref: Ref): Head {
  transact(tract, { verb: 'checkout', detail: asNamed(ref) }, (tx) => moveHead(tract, tx, targetOf(tx.db, tract, ref)))
  return headOf(tract.file.db.read, { ...tract, branch: null })
}

function targetOf(db: ReadDb, tract: TractHandle, ref: Ref): HeadValue {
  if (ref === '-') return previousHead(db, tract)
  if (ref === 'HEAD' || ref === '@') return whereItStands(db, tract)
  const name = typeof ref === 'string' ? ref.normalize('NFC') : ''
  return isBranchHere(db, tract, name) ? { branch: name } : { commit: hashOfCommit(db, resolveRef(db, tract, ref)) }
}

function previousHead(db: ReadDb, tract: TractHandle): HeadValue {
  const before = findPreviousHead(db, tract.key)
  if (before === undefined) throw new Fault('ref/not-found', { ref: '-', similar: [] })
  const head = JSON.parse(before) as HeadValue
  if ('branch' in head && !isBranchHere(db, tract, head.branch)) throw branchNotFound(db, tract, head.branch)
  return head
}

function whereItStands(db: ReadDb, tract: TractHandle): HeadValue {
  const head = headOf(db, tract)
  return head.kind === 'attached' ? { branch: head.branch } : { commit: head.commit }
}
