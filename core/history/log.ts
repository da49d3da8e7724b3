import type { Commit, CommitKind } from '../model/commit.ts'
import type { Cursor, Page, PageOptions, Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { isOwn } from '../store/commits.ts'
import type { CommitView } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import { backwardsFrom, placeOf, type WalkPlace } from './backwards.ts'
import { configOf } from './configOf.ts'
import { toCommit } from './commitView.ts'
import { fromCursor, pageSize, toCursor } from './cursor.ts'
import { keptBrought } from './keptBrought.ts'
import { positionOf } from './refs/position.ts'
import { resolveRef } from './refs/resolveRef.ts'

export type LogOptions = PageOptions & { readonly from?: Ref; readonly kinds?: readonly CommitKind[] }

/**
 * Commits, newest first: linear order backwards, so what a merge brought stands behind it. `limit` counts commits of the `kinds` asked for.
 * Default limit 100. Faults: `ref/not-found`, `ref/ambiguous`, `cursor/bad`.
 */
export function log(tract: TractHandle, options: LogOptions = {}): Page<Commit> {
  const db = tract.file.db.read
  const start = options.cursor ? toPlace(db, tract, options.cursor) : startOf(db, tract, options.from)
  if (start === null) return { items: [], next: null }
  const { encoding } = configOf(tract)
  const limit = pageSize(options.limit, 100)
  const { kinds } = options
  const isWanted = ({ kind }: CommitView) => kinds?.includes(kind) ?? true
  const items: Commit[] = []
  const walk = { encoding, portion: limit + 1, only: kinds ? { kinds } : null, keep: keptBrought(tract.file) }
  for (const met of backwardsFrom(db, start, walk)) {
    if (!isWanted(met.view)) continue
    if (items.length === limit) return { items, next: toCursor('log', placeOf(met)) }
    items.push(toCommit(db, met.view, encoding))
  }
  return { items, next: null }
}

function startOf(db: ReadDb, tract: TractHandle, from: Ref | undefined): WalkPlace | null {
  const key = from === undefined ? positionOf(db, tract).tip : resolveRef(db, tract, from)
  return key === null ? null : [key]
}

const toPlace = (db: ReadDb, tract: TractHandle, cursor: Cursor): WalkPlace => fromCursor('log', cursor, (key) => isOwn(db, tract.key, key)) as unknown as WalkPlace
