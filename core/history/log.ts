import type { Commit, CommitKind } from '../model/commit.ts'
import type { Page, PageOptions, Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { type CommitKey, findCommit, isOwn } from '../store/commits.ts'
import { type CommitView, listViewsBack } from '../store/commitViews.ts'
import { configOf } from './configOf.ts'
import { toCommit } from './commitView.ts'
import { fromCursor, pageSize, toCursor } from './cursor.ts'
import { positionOf } from './position.ts'
import { resolveRef } from './resolveRef.ts'

export type LogOptions = PageOptions & { readonly from?: Ref; readonly kinds?: readonly CommitKind[] }

/** Commits, newest first. Default limit 100. Faults: `ref/not-found`, `ref/ambiguous`, `cursor/bad`. */
export function log(tract: TractHandle, options: LogOptions = {}): Page<Commit> {
  const db = tract.file.db.read
  const { encoding } = configOf(tract)
  const limit = pageSize(options.limit, 100)
  const isWanted = ({ kind }: CommitView) => options.kinds?.some((wanted) => wanted === kind) ?? true
  const items: Commit[] = []
  let key = startOf(tract, options)
  while (key !== null && items.length < limit) {
    const start = findCommit(db, key)
    if (!start) break
    const views = listViewsBack(db, start.segment, start.generation, limit - items.length, encoding)
    items.push(...views.filter(isWanted).map((view) => toCommit(db, view, encoding)))
    key = views.at(-1)?.parent ?? null
  }
  return { items, next: key === null ? null : toCursor([key]) }
}

function startOf(tract: TractHandle, { cursor, from }: LogOptions): CommitKey | null {
  const db = tract.file.db.read
  if (cursor) return fromCursor(cursor, (key) => isOwn(db, tract.key, key))[0] ?? null
  return from === undefined ? positionOf(db, tract).tip : resolveRef(db, tract, from)
}
