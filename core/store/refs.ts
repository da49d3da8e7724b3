import type { CommitHash } from '../model/ids.ts'
import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Tags stand beside branches under a prefix that no name can have. `ORIG_HEAD` is where the branch was before the last reset. */
export const tagPrefix = 'tag:'
export const origHead = 'ORIG_HEAD'

export type RefRow = { readonly name: string; readonly commit: CommitKey; readonly updatedAt: number }

export function findRef(db: ReadDb, tract: number, name: string): CommitKey | undefined {
  return db.get<{ commit: number }>('select "commit" from refs where tract = ? and name = ?', tract, name)?.commit
}

/** A branch by its exact name: tags and ORIG_HEAD, which stand in the same table, are none. */
export function findBranch(db: ReadDb, tract: number, name: string): CommitKey | undefined {
  return isBranch(name) && name.isWellFormed() ? findRef(db, tract, name) : undefined
}

/** A tag by its own name, without the prefix. */
export function findTag(db: ReadDb, tract: number, name: string): CommitKey | undefined {
  return name.isWellFormed() ? findRef(db, tract, tagPrefix + name) : undefined
}

export function listBranchRefs(db: ReadDb, tract: number): readonly RefRow[] {
  return listRefs(db, tract).filter(({ name }) => isBranch(name))
}

export type BranchTip = { readonly name: string; readonly hash: CommitHash; readonly messages: number; readonly updatedAt: number }

const tips = `select r.name, lower(hex(c.hash)) as hash, c.messages, r.updated_at as updatedAt from refs as r join commits as c on c.id = r."commit" where r.tract = ?`

/** All branches with what a list of them shows, from one query. */
export function listBranchTips(db: ReadDb, tract: number): readonly BranchTip[] {
  return db.all<BranchTip>(tips, tract).filter(({ name }) => isBranch(name))
}

export function findBranchTip(db: ReadDb, tract: number, name: string): BranchTip | undefined {
  return isBranch(name) && name.isWellFormed() ? db.get<BranchTip>(`${tips} and r.name = ?`, tract, name) : undefined
}

/** By their own names, without the prefix. */
export function listTagRefs(db: ReadDb, tract: number): readonly RefRow[] {
  return listRefs(db, tract).filter(({ name }) => name.startsWith(tagPrefix)).map((ref) => ({ ...ref, name: ref.name.slice(tagPrefix.length) }))
}

export const isBranch = (name: string): boolean => !name.startsWith(tagPrefix) && name !== origHead

/** Everything that points at a commit: branches, tags by their prefix, ORIG_HEAD. */
export function listRefs(db: ReadDb, tract: number): readonly RefRow[] {
  return db.all('select name, "commit", updated_at as updatedAt from refs where tract = ? order by name', tract)
}

export function setRef(db: WriteDb, tract: number, name: string, commit: CommitKey, at: number): void {
  db.run(
    `insert into refs (tract, name, "commit", updated_at) values (?, ?, ?, ?)
     on conflict (tract, name) do update set "commit" = excluded."commit", updated_at = excluded.updated_at`,
    tract, name, commit, at,
  )
}

export function deleteRef(db: WriteDb, tract: number, name: string): void {
  db.run('delete from refs where tract = ? and name = ?', tract, name)
}
