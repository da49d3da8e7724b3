import type { Commit, GraphRow } from '../model/commit.ts'
import { roleOf } from '../model/contentTypes.ts'
import type { Page, PageOptions } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { type CommitKey, isOwn, parentOf } from '../store/commits.ts'
import { type CommitView, listViews } from '../store/commitViews.ts'
import { listBranchRefs, listTagRefs, type RefRow } from '../store/refs.ts'
import { configOf } from './configOf.ts'
import { toCommit } from './commitView.ts'
import { fromCursor, pageSize, toCursor } from './cursor.ts'
import { positionOf } from './position.ts'

/** All branches as light rows for drawing, newest first, parents after their children. Default limit 200. Faults: `cursor/bad`. */
export function graph(tract: TractHandle, options: PageOptions = {}): Page<GraphRow> {
  const db = tract.file.db.read
  const { tip } = positionOf(db, { ...tract, branch: null })
  const [labels, tags] = [byCommit(listBranchRefs(db, tract.key)), byCommit(listTagRefs(db, tract.key))]
  const start = options.cursor ? fromCursor(options.cursor, (key) => isOwn(db, tract.key, key)) : [...labels.keys(), ...(tip === null ? [] : [tip])]
  const { keys, rest } = newest(start, pageSize(options.limit, 200), (key) => parentOf(db, key))
  const views = listViews(db, keys, configOf(tract).encoding)
  return { items: views.map((view) => toRow(tract, view, { branches: labels.get(view.id) ?? [], tags: tags.get(view.id) ?? [], isHead: view.id === tip })), next: rest.length > 0 ? toCursor(rest) : null }
}

/** The `limit` newest commits behind `start`, and where to go on. A parent's number is smaller than its children's. */
function newest(start: readonly CommitKey[], limit: number, parent: (key: CommitKey) => CommitKey | null): { readonly keys: readonly CommitKey[]; readonly rest: readonly CommitKey[] } {
  const frontier = new Set(start)
  const keys: CommitKey[] = []
  while (frontier.size > 0 && keys.length < limit) {
    const key = Math.max(...frontier)
    frontier.delete(key)
    keys.push(key)
    const before = parent(key)
    if (before !== null) frontier.add(before)
  }
  return { keys, rest: [...frontier] }
}

function byCommit(refs: readonly RefRow[]): ReadonlyMap<CommitKey, readonly string[]> {
  const names = new Map<CommitKey, string[]>()
  for (const { name, commit } of refs) names.set(commit, [...(names.get(commit) ?? []), name])
  return names
}

function toRow(tract: TractHandle, view: CommitView, labels: Pick<GraphRow, 'branches' | 'tags' | 'isHead'>): GraphRow {
  const commit = toCommit(tract.file.db.read, view, configOf(tract).encoding)
  const { hash, parents, kind, createdAt, author } = commit
  const messageId = 'messageId' in commit ? commit.messageId : 'target' in commit ? commit.target : null
  return { hash, parents, kind, messageId, ...broughtBy(commit), createdAt, author, ...labels }
}

function broughtBy(commit: Commit): Pick<GraphRow, 'contentType' | 'role' | 'preview' | 'tokens'> {
  switch (commit.kind) {
    case 'append':
      return { contentType: commit.contentType, role: commit.role, preview: commit.preview, tokens: commit.tokens }
    case 'edit':
      return { contentType: commit.contentType, role: null, preview: commit.preview, tokens: commit.tokens }
    case 'compress':
      return { contentType: 'summary', role: roleOf({ type: 'summary', text: '' }), preview: commit.preview, tokens: commit.summaryTokens }
    default:
      return { contentType: null, role: null, preview: '', tokens: 0 }
  }
}
