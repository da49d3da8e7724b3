import { canonicalJson } from '../model/canonicalJson.ts'
import { priorityOf } from '../model/contentTypes.ts'
import type { ConfigLevels, Encoding, LLMConfig } from '../model/config.ts'
import type { CommitLabels, Content, Priority } from '../model/content.ts'
import { Fault } from '../model/fault.ts'
import { hashBlob, hashCommit } from '../model/hash.ts'
import type { BlobHash } from '../model/ids.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { rememberHash, type Tx } from '../journal/transact.ts'
import { putNote } from '../store/blobs.ts'
import { type CommitKey, type CommitRow, hashOfCommit, insertCommit } from '../store/commits.ts'
import type { PreparedContent } from './prepareContent.ts'
import { putPrepared } from './prepareContent.ts'

/** What a verb wants to add at the end of a branch. */
export type CommitDraft = {
  readonly branch: string
  readonly tip: CommitRow | null
  readonly kind: 'append' | 'edit' | 'annotate'
  readonly target?: CommitKey
  readonly content?: PreparedContent
  readonly priority?: Priority
  readonly respondsTo?: CommitKey
  readonly note?: JsonObject
  readonly config?: { readonly values: LLMConfig; readonly levels: ConfigLevels } | null
  /** Totals of the context after it, counted in `encoding`. */
  readonly totals: { readonly tokens: number; readonly messages: number }
  readonly encoding: Encoding
}

/** Writes one commit and moves its branch; the commit's hash covers all that it says. */
export function writeCommit(tract: TractHandle, tx: Tx, draft: CommitDraft): CommitKey {
  const { db } = tx
  const parent = draft.tip
  const createdAt = tx.nextAt()
  const note = prepareNote(draft.note)
  const blob = draft.content ? putPrepared(db, draft.content) : null
  const hash = hashCommit({
    parents: parent ? [parent.hash] : [],
    kind: draft.kind,
    origin: null,
    target: draft.target === undefined ? null : hashOfCommit(db, draft.target),
    blob: draft.content?.hash ?? null,
    note: note?.hash ?? null,
    payload: payloadOf(tx, draft),
    generationConfig: draft.config ?? null,
    author: tract.author,
    createdAt,
  })
  const key = insertCommit(db, {
    hash, kind: draft.kind, parent, parent2: null, origin: null, target: draft.target ?? null, blob,
    note: note ? putNote(db, note.value, note.hash, note.canonical) : null,
    priority: draft.priority ?? null, respondsTo: draft.respondsTo ?? null, config: draft.config ? canonicalJson(draft.config) : null,
    tract: tract.key, author: tx.author, createdAt, contextTokens: draft.totals.tokens, contextMessages: draft.totals.messages, messages: (parent?.messages ?? 0) + (draft.kind === 'append' ? 1 : 0),
    encoding: draft.encoding, depth: (parent?.depth ?? 0) + 1,
  })
  rememberHash(tract.file, key, hash)
  tx.fact({ type: 'commit_created', key: draft.branch, beforeCommit: parent?.id ?? null, afterCommit: key }, createdAt)
  return key
}

function payloadOf(tx: Tx, draft: CommitDraft): Json {
  const priority = draft.priority ?? null
  if (draft.kind === 'edit') return null
  if (draft.respondsTo === undefined) return { priority }
  return { priority, respondsTo: hashOfCommit(tx.db, draft.respondsTo) }
}

function prepareNote(value: JsonObject | undefined): { readonly value: JsonObject; readonly canonical: string; readonly hash: BlobHash } | null {
  if (value === undefined || Object.keys(value).length === 0) return null
  const canonical = canonicalJson(value)
  return { value, canonical, hash: hashBlob(canonical) }
}

/** The free text of a commit, in the form it is kept. */
export function noteOf(labels: CommitLabels & { readonly reason?: string }): JsonObject {
  const { message, tags, metadata, reason } = checkLabels(labels)
  return {
    ...(message === undefined ? {} : { message }), ...(tags === undefined || tags.length === 0 ? {} : { tags }),
    ...(metadata === undefined || Object.keys(metadata).length === 0 ? {} : { metadata }), ...(reason === undefined ? {} : { reason }),
  }
}

/** Labels come from programs, not all of them typed. Faults: `content/invalid`. */
function checkLabels<L extends CommitLabels & { readonly reason?: string }>(labels: L): L {
  const { message, tags, metadata, reason } = labels as { readonly [Field in keyof L]: unknown } & { readonly [field: string]: unknown }
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string'
  const problems = [
    ...(isText(message) ? [] : ['its commit message must be a text']), ...(isText(reason) ? [] : ['its reason must be a text']),
    ...(tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) ? [] : ['its tags must be a list of texts']),
    ...(metadata === undefined || (typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata)) ? [] : ['its metadata must be an object']),
  ]
  if (problems.length > 0) throw new Fault('content/invalid', { type: 'commit', problems })
  return labels
}

/** The priority an appended message starts with. */
export const startingPriority = (content: Content): Priority => priorityOf(content.type)

