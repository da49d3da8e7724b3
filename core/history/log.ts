import type { Commit, CommitKind } from '../model/commit.ts'
import type { Page, PageOptions, Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { type CommitKey, findCommit } from '../store/commits.ts'
import { configOf } from './append.ts'
import { toCommit } from './commitView.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { positionOf } from './position.ts'
import { resolveRef } from './resolveRef.ts'

export type LogOptions = PageOptions & { readonly from?: Ref; readonly kinds?: readonly CommitKind[] }

/** Commits, newest first. Default limit 100. Faults: `ref/not-found`, `ref/ambiguous`, `cursor/bad`. */
export function log(tract: TractHandle, options: LogOptions = {}): Page<Commit> {
  const db = tract.file.db.read
  const { encoding } = configOf(tract)
  const limit = Math.max(1, options.limit ?? 100)
  const items: Commit[] = []
  let key = startOf(tract, options)
  while (key !== null && items.length < limit) {
    const row = findCommit(db, key)
    if (!row) break
    if (row.kind === 'append' || row.kind === 'edit' || row.kind === 'annotate') {
      if (options.kinds?.includes(row.kind) ?? true) items.push(toCommit(db, row, encoding))
    }
    key = row.parent
  }
  return { items, next: key === null ? null : toCursor([key]) }
}

function startOf(tract: TractHandle, { cursor, from }: LogOptions): CommitKey | null {
  const db = tract.file.db.read
  if (cursor) return fromCursor(cursor)[0] ?? null
  return from === undefined ? positionOf(db, tract).tip : resolveRef(db, tract, from)
}
