import { Fault } from '../../model/fault.ts'
import type { Head } from '../../model/refs.ts'
import { isHash } from '../../model/ids.ts'
import { type CommitKey, type CommitRow, findOwnKey, getCommit, hashOfCommit, listByPrefix } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { findBranch, findTag, listBranchRefs, tagPrefix } from '../../store/refs.ts'
import { readHead } from '../../store/tracts.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { similarTo } from './names.ts'

/** Where a handle stands: its own branch, or HEAD. `branch` null: on a commit, only looking. */
export type Position = { readonly branch: string | null; readonly tip: CommitKey | null }

export function positionOf(db: ReadDb, tract: TractHandle): Position {
  if (tract.branch !== null) return onBranch(db, tract, tract.branch)
  return readHead(db, tract.key)
}

/** Where a write goes: a branch, and the commit it stands on. */
export type WritePosition = { readonly branch: string; readonly tip: CommitRow | null }

/** Faults: `head/detached`, `branch/not-found`. */
export function writePosition(db: ReadDb, tract: TractHandle): WritePosition {
  const { branch, tip } = positionOf(db, tract)
  if (branch === null) throw new Fault('head/detached', { commit: hashOfCommit(db, tip ?? 0) })
  return { branch, tip: tip === null ? null : getCommit(db, tip) }
}

export function headOf(db: ReadDb, tract: TractHandle): Head {
  const { branch, tip } = positionOf(db, tract)
  const commit = tip === null ? null : hashOfCommit(db, tip)
  if (branch !== null) return { kind: 'attached', branch, commit }
  if (commit === null) throw new Error('BUG: detached on nothing')
  return { kind: 'detached', commit }
}

/** A branch without commits exists only while HEAD is on it. */
function onBranch(db: ReadDb, tract: TractHandle, branch: string): Position {
  const tip = findBranch(db, tract.key, branch)
  if (tip !== undefined) return { branch, tip }
  if (readHead(db, tract.key).branch === branch) return { branch, tip: null }
  throw branchNotFound(db, tract, branch)
}

export function branchNotFound(db: ReadDb, tract: TractHandle, name: string): Fault {
  const names = listBranchRefs(db, tract.key).map((ref) => ref.name)
  const is = isInstead(db, tract, name)
  return new Fault('branch/not-found', { name, similar: similarTo(name, names), ...(is === null ? {} : { is }) })
}

function isInstead(db: ReadDb, tract: TractHandle, name: string): 'tag' | 'commit' | null {
  const hex = name.toLowerCase()
  if (findTag(db, tract.key, name.startsWith(tagPrefix) ? name.slice(tagPrefix.length) : name.normalize('NFC')) !== undefined) return 'tag'
  const isCommit = isHash(hex) ? findOwnKey(db, tract.key, hex) !== undefined : /^[0-9a-f]{4,63}$/.test(hex) && listByPrefix(db, tract.key, hex, 2).length === 1
  return isCommit ? 'commit' : null
}
