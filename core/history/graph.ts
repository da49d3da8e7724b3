import type { GraphRow } from '../model/commit.ts'
import type { MessageId, Page, PageOptions } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { type CommitKey, findCommit } from '../store/commits.ts'
import { listRefs } from '../store/refs.ts'
import { configOf } from './append.ts'
import { toCommit } from './commitView.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { positionOf } from './position.ts'

/** All branches as light rows for drawing, newest first, parents after their children. Default limit 200. Faults: `cursor/bad`. */
export function graph(tract: TractHandle, options: PageOptions = {}): Page<GraphRow> {
  const { tip } = positionOf(tract.file.db.read, { ...tract, branch: null })
  const labels = labelsOf(tract)
  const frontier = new Set(options.cursor ? fromCursor(options.cursor) : [...labels.keys(), ...(tip === null ? [] : [tip])])
  const limit = Math.max(1, options.limit ?? 200)
  const items: GraphRow[] = []
  while (frontier.size > 0 && items.length < limit) {
    const key = Math.max(...frontier)
    frontier.delete(key)
    const row = rowOf(tract, key, labels.get(key) ?? [], key === tip)
    items.push(row.row)
    if (row.parent !== null) frontier.add(row.parent)
  }
  return { items, next: frontier.size > 0 ? toCursor([...frontier]) : null }
}

function labelsOf(tract: TractHandle): ReadonlyMap<CommitKey, readonly string[]> {
  const labels = new Map<CommitKey, string[]>()
  for (const { name, commit } of listRefs(tract.file.db.read, tract.key)) labels.set(commit, [...(labels.get(commit) ?? []), name])
  return labels
}

function rowOf(tract: TractHandle, key: CommitKey, branches: readonly string[], isHead: boolean): { readonly row: GraphRow; readonly parent: CommitKey | null } {
  const db = tract.file.db.read
  const stored = findCommit(db, key)
  if (!stored) throw new Error(`BUG: no commit ${key}`)
  const commit = toCommit(db, stored, configOf(tract).encoding)
  const { hash, parents, kind, createdAt, author } = commit
  const messageId: MessageId = commit.kind === 'append' ? commit.messageId : commit.target
  const brings = commit.kind === 'annotate' ? { contentType: null, preview: '', tokens: 0 } : { contentType: commit.contentType, preview: commit.preview, tokens: commit.tokens }
  const row = { hash, parents, kind, messageId, ...brings, role: commit.kind === 'append' ? commit.role : null, createdAt, author, branches, isHead }
  return { row, parent: stored.parent }
}
