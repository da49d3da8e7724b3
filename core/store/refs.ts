import type { CommitKey } from './commits.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Tags stand beside branches under a prefix that no name can have. `ORIG_HEAD` is where the branch was before the last reset. */
export const tagPrefix = 'tag:'
export const origHead = 'ORIG_HEAD'

export type RefRow = { readonly name: string; readonly commit: CommitKey; readonly updatedAt: number }

export function findRef(db: ReadDb, tract: number, name: string): CommitKey | undefined {
  return db.get<{ commit: number }>('select "commit" from refs where tract = ? and name = ?', tract, name)?.commit
}

export function listBranchRefs(db: ReadDb, tract: number): readonly RefRow[] {
  return listRefs(db, tract).filter(({ name }) => !name.startsWith(tagPrefix) && name !== origHead)
}

/** By their own names, without the prefix. */
export function listTagRefs(db: ReadDb, tract: number): readonly RefRow[] {
  return listRefs(db, tract).filter(({ name }) => name.startsWith(tagPrefix)).map((ref) => ({ ...ref, name: ref.name.slice(tagPrefix.length) }))
}

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
