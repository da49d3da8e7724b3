import type { Ref } from '../../model/ids.ts'
import type { Branch, Head } from '../../model/refs.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { transact } from '../../journal/transact.ts'
import { isAncestor } from '../../context/ancestry.ts'
import type { CommitKey } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { type BranchTip, findBranchTip, listBranchRefs, listBranchTips } from '../../store/refs.ts'
import { readHead } from '../../store/tracts.ts'
import { moveHead } from './moveHead.ts'
import { checkRefName, nameGiven } from './names.ts'
import { branchNotFound, headOf } from './position.ts'
import { resolveRef } from './resolveRef.ts'
import { checkBranchFree, isBranchHere } from './takenNames.ts'

export type BranchOptions = { readonly from?: Ref; readonly switch?: boolean }

/** Starts a branch at HEAD (or `from`) and moves to it; `switch: false` stays. Faults: `ref/bad-name`, `branch/exists`, `ref/not-found`, `ref/no-commits`. */
export function createBranch(tract: TractHandle, rawName: string, options: BranchOptions = {}): Branch {
  const name = checkRefName(rawName)
  transact(tract, { verb: 'branch', detail: name }, (tx) => {
    checkBranchFree(tx.db, tract, name)
    const at = resolveRef(tx.db, tract, options.from ?? 'HEAD')
    tx.fact({ type: 'ref_updated', key: name, beforeCommit: null, afterCommit: at })
    if (options.switch !== false) moveHead(tract, tx, { branch: name })
  })
  return getBranch(tract, name)
}

/** Moves HEAD to a branch. Being there already changes nothing. Faults: `branch/not-found`. */
export function switchBranch(tract: TractHandle, rawName: string): Head {
  const name = nameGiven(rawName)
  transact(tract, { verb: 'switch', detail: name }, (tx) => {
    if (!isBranchHere(tx.db, tract, name)) throw branchNotFound(tx.db, tract, rawName)
    moveHead(tract, tx, { branch: name })
  })
  return headOf(tract.file.db.read, { ...tract, branch: null })
}

/** With `holding`, only those whose history has this commit. */
export type ListBranchesOptions = { readonly holding?: Ref }

/** `main` first, then by name; the one HEAD is on is listed even before its first commit. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`. */
export function listBranches(tract: TractHandle, { holding }: ListBranchesOptions = {}): readonly Branch[] {
  return tract.file.db.snapshot((db) => {
    const all = arrangeBranches(listBranchTips(db, tract.key), readHead(db, tract.key).branch)
    if (holding === undefined) return all
    const holders = namesHolding(db, tract, resolveRef(db, tract, holding))
    return all.filter(({ name }) => holders.has(name))
  })
}

const namesHolding = (db: ReadDb, tract: TractHandle, commit: CommitKey): ReadonlySet<string> =>
  new Set(listBranchRefs(db, tract.key).filter((ref) => isAncestor(db, commit, ref.commit)).map(({ name }) => name))

/** The same of tips that are at hand. */
export function arrangeBranches(tips: readonly BranchTip[], current: string | null): readonly Branch[] {
  const branches = tips.map((tip) => toBranch(tip, current))
  const unborn = current === null || branches.some(({ isCurrent }) => isCurrent) ? [] : [emptyBranch(current)]
  return [...branches, ...unborn].toSorted((a, b) => Number(b.name === 'main') - Number(a.name === 'main') || (a.name < b.name ? -1 : 1))
}

/** By its whole name. Faults: `branch/not-found`. */
export function getBranch(tract: TractHandle, rawName: string): Branch {
  const db = tract.file.db.read
  const name = nameGiven(rawName)
  const current = readHead(db, tract.key).branch
  const tip = findBranchTip(db, tract.key, name)
  if (tip) return toBranch(tip, current)
  if (current === name) return emptyBranch(name)
  throw branchNotFound(db, tract, rawName)
}

const toBranch = ({ name, hash, messages, updatedAt }: BranchTip, current: string | null): Branch => ({
  name, commit: hash, isCurrent: name === current, updatedAt: updatedAt / 1000, messageCount: messages,
})

const emptyBranch = (name: string): Branch => ({ name, commit: null, isCurrent: true, updatedAt: 0, messageCount: 0 })
