import type { Commit, CommitKind } from '../model/commit.ts'
import { Fault } from '../model/fault.ts'
import type { Cursor, Page, PageOptions, Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { getCommit, isOwn } from '../store/commits.ts'
import type { CommitView } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import { backwardsFrom, type WalkPlace } from './backwards.ts'
import { configOf } from './configOf.ts'
import { toCommit } from './commitView.ts'
import { fromCursor, pageSize, toCursor } from './cursor.ts'
import { positionOf } from './refs/position.ts'
import { resolveRef } from './refs/resolveRef.ts'

export type LogOptions = PageOptions & { readonly from?: Ref; readonly kinds?: readonly CommitKind[] }

/**
 * Commits, newest first: linear order backwards, so what a merge brought stands behind it. `limit` counts commits of the `kinds` asked for.
 * Default limit 100. Faults: `ref/not-found`, `ref/ambiguous`, `cursor/bad`.
 */
export function log(tract: TractHandle, options: LogOptions = {}): Page<Commit> {
  const db = tract.file.db.read
  const start = options.cursor ? placeOf(db, tract, options.cursor) : startOf(db, tract, options.from)
  if (start === null) return { items: [], next: null }
  const { encoding } = configOf(tract)
  const limit = pageSize(options.limit, 100)
  const { kinds } = options
  const isWanted = ({ kind }: CommitView) => kinds?.includes(kind) ?? true
  const items: Commit[] = []
  for (const { view, place } of backwardsFrom(db, start, { encoding, portion: limit + 1, only: kinds ? { kinds } : null })) {
    if (!isWanted(view)) continue
    if (items.length === limit) return { items, next: toCursor('log', place) }
    items.push(toCommit(db, view, encoding))
  }
  return { items, next: null }
}

function startOf(db: ReadDb, tract: TractHandle, from: Ref | undefined): WalkPlace | null {
  const key = from === undefined ? positionOf(db, tract).tip : resolveRef(db, tract, from)
  return key === null ? null : [key]
}

function placeOf(db: ReadDb, tract: TractHandle, cursor: Cursor): WalkPlace {
  const place = fromCursor('log', cursor, (key) => isOwn(db, tract.key, key))
  const isInside = place.slice(0, -1).every((key) => getCommit(db, key).parent2 !== null)
  if (!isInside) throw new Fault('cursor/bad', { cursor })
  return place as unknown as WalkPlace
}
