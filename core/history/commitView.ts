import type { AnnotateCommit, AppendCommit, Commit, CommitBase, CommitDetail, CompressCommit, EditCommit, ExpandCommit, MergeCommit, ResolveCommit } from '../model/commit.ts'
import { assertNever } from '../model/assertNever.ts'
import type { Encoding } from '../model/config.ts'
import { textOf } from '../model/contentTypes.ts'
import { isObject } from '../model/given.ts'
import type { MessageId, Ref } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import { previewOf } from '../model/text.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { messageTokens, tokenCounter } from '../context/tokens.ts'
import type { MergedNames } from './merge/writeMerge.ts'
import { getBlob } from '../store/blobs.ts'
import { type CommitKey, hashOfCommit, listHashes } from '../store/commits.ts'
import { type CommitView, listViews } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import { findPayload, type Payload } from '../store/payloads.ts'
import { listBranchRefs, listTagRefs, type RefRow } from '../store/refs.ts'
import { decisionsOf } from './decisions.ts'
import { configOf } from './configOf.ts'
import { resolveRef } from './refs/resolveRef.ts'

/** One commit with its content. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`. */
export function show(tract: TractHandle, ref: Ref): CommitDetail {
  const db = tract.file.db.read
  const view = getView(tract, resolveRef(db, tract, ref))
  const here = (refs: readonly RefRow[]) => refs.filter(({ commit }) => commit === view.id).map(({ name }) => name)
  const [branches, tags] = [here(listBranchRefs(db, tract.key)), here(listTagRefs(db, tract.key))]
  return { commit: toCommit(db, view, configOf(tract).encoding), content: view.blob === null ? null : getBlob(db, view.blob).content, branches, tags }
}

/** Many at once, in the order of `keys`. */
export function viewCommits(tract: TractHandle, keys: readonly CommitKey[]): readonly Commit[] {
  const { encoding } = configOf(tract)
  return listViews(tract.file.db.read, keys, encoding).map((view) => toCommit(tract.file.db.read, view, encoding))
}

export const viewCommit = (tract: TractHandle, key: CommitKey): Commit => toCommit(tract.file.db.read, getView(tract, key), configOf(tract).encoding)

/** A commit as programs and people read it. */
export function toCommit(db: ReadDb, view: CommitView, encoding: Encoding): Commit {
  switch (view.kind) {
    case 'append': {
      const messageId = (view.origin ?? view.hash) as MessageId
      return { ...baseOf(db, view), ...contentOf(db, view, encoding), kind: 'append', messageId, origin: view.origin as MessageId | null } satisfies AppendCommit
    }
    case 'edit': {
      const { role: _role, ...content } = contentOf(db, view, encoding)
      return { ...baseOf(db, view), ...content, kind: 'edit', target: targetOf(view) } satisfies EditCommit
    }
    case 'annotate':
      return { ...baseOf(db, view), kind: 'annotate', target: targetOf(view), priority: view.priority ?? 'normal', reason: textIn(view.note, 'reason') } satisfies AnnotateCommit
    case 'compress': {
      const { contentType: _type, role: _role, tokens, preview, ...gone } = contentOf(db, view, encoding)
      const { replaces = [], originalTokens = 0 } = payloadOf(db, view)
      return {
        ...baseOf(db, view), kind: 'compress', messageId: (view.origin ?? view.hash) as MessageId, origin: view.origin as MessageId | null,
        replaces: messagesIn(db, replaces), instructions: textIn(view.note, 'instructions'),
        targetTokens: typeof view.note['targetTokens'] === 'number' ? view.note['targetTokens'] : null, originalTokens, summaryTokens: tokens, preview, ...gone,
      } satisfies CompressCommit
    }
    case 'expand':
      return { ...baseOf(db, view), kind: 'expand', target: targetOf(view) } satisfies ExpandCommit
    case 'merge':
      return { ...baseOf(db, view), kind: 'merge', resolutions: decisionsOf(db, view) } satisfies MergeCommit
    case 'resolve':
      return { ...baseOf(db, view), kind: 'resolve', resolutions: decisionsOf(db, view) } satisfies ResolveCommit
    default:
      return assertNever(view.kind)
  }
}

function baseOf(db: ReadDb, view: CommitView): CommitBase {
  return {
    hash: view.hash,
    parents: [...(view.parentHash === null ? [] : [view.parentHash]), ...(view.parent2 === null ? [] : [hashOfCommit(db, view.parent2)])],
    message: textIn(view.note, 'message') ?? automaticMessage(db, view),
    author: view.author,
    createdAt: view.createdAt / 1000,
    generation: view.generation,
    tags: (view.note['tags'] ?? []) as readonly string[],
    metadata: (view.note['metadata'] ?? {}) as JsonObject,
    generationConfig: view.config?.values ?? null,
    configLevels: view.config?.levels ?? {},
  }
}

function automaticMessage({ types }: ReadDb, { content, kind, priority, note }: CommitView): string {
  if (kind === 'merge' && isObject(note['merged'])) return mergeMessage(note['merged'] as MergedNames)
  if (kind === 'resolve' && typeof note['onto'] === 'string') return `resolve: ${note['onto']}`
  if (content === null) return priority === null ? kind : `${kind}: ${priority}`
  return `${kind === 'edit' ? 'edit' : content.type}: ${previewOf(textOf(content, types), 72)}`
}

const mergeMessage = ({ branch, into }: MergedNames): string => `merge: ${branch} into ${into}`

function contentOf(db: ReadDb, view: CommitView, encoding: Encoding) {
  const { content, role, blob, goneAt } = view
  if (content === null || role === null || blob === null) throw new Error(`BUG: ${view.kind} without content`)
  const tokens = view.tokens ?? messageTokens(tokenCounter(encoding), getBlob(db, blob), db.types)
  return { contentType: content.type, role, tokens, preview: previewOf(textOf(content, db.types)), ...(goneAt === null ? {} : { goneAt: goneAt / 1000 }) }
}

function getView(tract: TractHandle, key: CommitKey): CommitView {
  const [view] = listViews(tract.file.db.read, [key], configOf(tract).encoding)
  if (!view) throw new Error(`BUG: no commit ${key}`)
  return view
}

function messagesIn(db: ReadDb, keys: readonly CommitKey[]): readonly MessageId[] {
  const hashes = new Map(listHashes(db, keys))
  return keys.flatMap((key) => (hashes.get(key) as string as MessageId | undefined) ?? [])
}

const payloadOf = (db: ReadDb, view: CommitView): Payload => findPayload(db, view.id) ?? {}

const textIn = (note: JsonObject, key: string): string | null => (typeof note[key] === 'string' ? note[key] : null)

function targetOf({ target, kind }: CommitView): MessageId {
  if (target === null) throw new Error(`BUG: ${kind} without a target`)
  return target as MessageId
}
