import { Fault } from '../model/fault.ts'
import type { Ref } from '../model/ids.ts'
import type { Branch, Head } from '../model/refs.ts'
import { headValue } from '../journal/headValue.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact, type Tx } from '../journal/transact.ts'
import { type CommitKey, getCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { findRef, listBranchRefs } from '../store/refs.ts'
import { getTract } from '../store/tracts.ts'
import { seenAs } from './lookAlike.ts'
import { checkRefName } from './names.ts'
import { branchNotFound, headOf, positionOf } from './position.ts'
import { resolveRef } from './resolveRef.ts'

export type BranchOptions = { readonly from?: Ref; readonly switch?: boolean }

/** Starts a branch at HEAD (or `from`) and moves to it; `switch: false` stays. Faults: `ref/bad-name`, `branch/exists`, `ref/not-found`, `ref/no-commits`. */
export function createBranch(tract: TractHandle, rawName: string, options: BranchOptions = {}): Branch {
  const name = checkRefName(rawName)
  transact(tract, { verb: 'branch', detail: name }, (tx) => {
    if (existsHere(tx.db, tract, name)) throw new Fault('branch/exists', { name })
    checkNoTwin(tx.db, tract, name)
    const at = resolveRef(tx.db, tract, options.from ?? 'HEAD')
    tx.fact({ type: 'ref_updated', key: name, beforeCommit: null, afterCommit: at })
    if (options.switch !== false) moveHead(tract, tx, name)
  })
  return getBranch(tract, name)
}

/** Moves HEAD to a branch. Being there already changes nothing. Faults: `branch/not-found`. */
export function switchBranch(tract: TractHandle, rawName: string): Head {
  const name = rawName.normalize('NFC')
  transact(tract, { verb: 'switch', detail: name }, (tx) => {
    if (!existsHere(tx.db, tract, name)) throw branchNotFound(tx.db, tract, rawName)
    moveHead(tract, tx, name)
  })
  return headOf(tract.file.db.read, { ...tract, branch: null })
}

/** By name; the one HEAD is on is listed even before its first commit. */
export function listBranches(tract: TractHandle): readonly Branch[] {
  const db = tract.file.db.read
  const { head } = getTract(db, tract.key)
  const current = 'branch' in head ? head.branch : null
  const branches = listBranchRefs(db, tract.key).map((ref) => toBranch(db, ref.name, ref.commit, current, ref.updatedAt))
  if (current === null || branches.some(({ name }) => name === current)) return branches
  return [{ name: current, commit: null, isCurrent: true, updatedAt: 0, messageCount: 0 }, ...branches]
}

export function getBranch(tract: TractHandle, name: string): Branch {
  const branch = listBranches(tract).find((each) => each.name === name)
  if (!branch) throw branchNotFound(tract.file.db.read, tract, name)
  return branch
}

function existsHere(db: ReadDb, tract: TractHandle, name: string): boolean {
  if (findRef(db, tract.key, name) !== undefined) return true
  const { branch, tip } = positionOf(db, { ...tract, branch: null })
  return branch === name && tip === null
}

/** A name that looks like another one's would be taken for it. */
function checkNoTwin(db: ReadDb, tract: TractHandle, name: string): void {
  const { head } = getTract(db, tract.key)
  const names = [...listBranchRefs(db, tract.key).map((ref) => ref.name), ...('branch' in head ? [head.branch] : [])]
  const twin = names.find((other) => seenAs(other) === seenAs(name))
  if (twin !== undefined) throw new Fault('ref/bad-name', { name, found: `it looks like the branch "${twin}"` })
}

function moveHead(tract: TractHandle, tx: Tx, branch: string): void {
  const { head } = getTract(tx.db, tract.key)
  if ('branch' in head && head.branch === branch) return
  tx.fact({ type: 'head_moved', before: headValue(tx.db, head), after: { branch } })
}

function toBranch(db: ReadDb, name: string, key: CommitKey, current: string | null, updatedAt: number): Branch {
  const { hash, messages } = getCommit(db, key)
  return { name, commit: hash, isCurrent: name === current, updatedAt: updatedAt / 1000, messageCount: messages }
}
