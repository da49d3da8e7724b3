import { messageTokens, tokenCounter } from '../context/tokens.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { GraphRow } from '../model/commit.ts'
import type { Encoding } from '../model/config.ts'
import { textOf } from '../model/contentTypes.ts'
import type { MessageId, Page, PageOptions } from '../model/ids.ts'
import { previewOf } from '../model/text.ts'
import { getBlob } from '../store/blobs.ts'
import { type CommitKey, isOwn } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { type DrawnCommit, listDrawn, listParentsBack } from '../store/graphRows.ts'
import { listBranchRefs, listTagRefs, type RefRow } from '../store/refs.ts'
import { configOf } from './configOf.ts'
import { fromCursor, pageSize, toCursor } from './cursor.ts'
import { positionOf } from './refs/position.ts'

/**
 * Everything that branches, tags and HEAD reach, as light rows for drawing: newest first, children before their parents, each commit once.
 * Default limit 200. Faults: `cursor/bad`.
 */
export function graph(tract: TractHandle, options: PageOptions = {}): Page<GraphRow> {
  const db = tract.file.db.read
  const { tip } = positionOf(db, { ...tract, branch: null })
  const [branches, tags] = [byCommit(listBranchRefs(db, tract.key)), byCommit(listTagRefs(db, tract.key))]
  const start = options.cursor ? fromCursor('graph', options.cursor, (key) => isOwn(db, tract.key, key)) : [...branches.keys(), ...tags.keys(), ...(tip === null ? [] : [tip])]
  const { keys, rest } = newest(db, start, pageSize(options.limit, 200))
  const { encoding } = configOf(tract)
  const labelled = (commit: DrawnCommit) => ({ branches: branches.get(commit.id) ?? [], tags: tags.get(commit.id) ?? [], isHead: commit.id === tip })
  return { items: listDrawn(db, keys, encoding).map((commit) => toRow(db, commit, labelled(commit), encoding)), next: rest.length > 0 ? toCursor('graph', rest) : null }
}

/** Rows of a line that are read at once. */
const portion = 64

/** The `limit` newest commits that `start` reaches, and where to go on. A parent's number is smaller than its children's. */
function newest(db: ReadDb, start: readonly CommitKey[], limit: number): { readonly keys: readonly CommitKey[]; readonly rest: readonly CommitKey[] } {
  const waiting = [...new Set(start)].toSorted((a, b) => a - b)
  const parents = new Map<CommitKey, readonly (CommitKey | null)[]>()
  const keys: CommitKey[] = []
  while (keys.length < limit) {
    const key = waiting.pop()
    if (key === undefined) break
    if (!parents.has(key)) for (const [id, ...before] of listParentsBack(db, key, portion)) parents.set(id, before)
    keys.push(key)
    for (const parent of parents.get(key) ?? []) if (parent !== null) insert(waiting, parent)
  }
  return { keys, rest: waiting }
}

/** Keeps the list in order, the largest last, each number once. */
function insert(waiting: CommitKey[], key: CommitKey): void {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((waiting[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  if (waiting[low] !== key) waiting.splice(low, 0, key)
}

function byCommit(refs: readonly RefRow[]): ReadonlyMap<CommitKey, readonly string[]> {
  const names = new Map<CommitKey, string[]>()
  for (const { name, commit } of refs) names.set(commit, [...(names.get(commit) ?? []), name])
  return names
}

function toRow(db: ReadDb, commit: DrawnCommit, labels: Pick<GraphRow, 'branches' | 'tags' | 'isHead'>, encoding: Encoding): GraphRow {
  const { hash, parents, kind, createdAt, author, model, temperature, content, role, goneAt } = commit
  return {
    hash, parents, kind, messageId: messageOf(commit), contentType: content?.type ?? null, role: kind === 'edit' ? null : role,
    preview: content === null ? '' : previewOf(textOf(content, db.types)), tokens: tokensOf(db, commit, encoding), createdAt: createdAt / 1000, author, model, temperature, ...labels,
    ...(goneAt === null ? {} : { goneAt: goneAt / 1000 }),
  }
}

/** The message it introduces or changes. */
function messageOf({ kind, hash, origin, target }: DrawnCommit): MessageId | null {
  return (kind === 'append' || kind === 'compress' ? (origin ?? hash) : target) as MessageId | null
}

function tokensOf(db: ReadDb, { blob, tokens }: DrawnCommit, encoding: Encoding): number {
  if (blob === null) return 0
  return tokens ?? messageTokens(tokenCounter(encoding), getBlob(db, blob), db.types)
}
