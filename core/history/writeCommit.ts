import { contextsOf } from '../context/contexts.ts'
import { blobTokens, toResolution } from '../context/foldCommit.ts'
import type { FoldCommit } from '../context/source.ts'
import { contextTokens } from '../context/state.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { Encoding, ResolvedConfig } from '../model/config.ts'
import type { Priority } from '../model/content.ts'
import { hashBlob, hashCommit } from '../model/hash.ts'
import type { BlobHash, CommitHash } from '../model/ids.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { rememberHash, type Tx } from '../journal/transact.ts'
import { type BlobKey, hashOfBlob, putNote } from '../store/blobs.ts'
import type { StoredKind } from '../store/commitKinds.ts'
import { type CommitKey, type CommitRow, hashOfCommit, insertCommit, setTotals } from '../store/commits.ts'
import type { WriteDb } from '../store/database.ts'
import { insertPayload, type StoredResolution } from '../store/payloads.ts'
import { type PreparedContent, putPrepared } from './prepareContent.ts'

/** What a verb wants to add at the end of a branch. */
export type CommitDraft = {
  readonly branch: string
  readonly tip: CommitRow | null
  readonly kind: StoredKind
  /** merge: the other side, and how many commits only it has. */
  readonly second?: { readonly tip: CommitRow; readonly own: number }
  /** A copy: the change that it repeats. */
  readonly origin?: CommitKey
  readonly target?: CommitKey
  /** New, or what the file holds already. */
  readonly content?: PreparedContent | BlobKey
  readonly note?: JsonObject | BlobKey
  readonly priority?: Priority
  readonly respondsTo?: CommitKey
  readonly config?: ResolvedConfig | null
  /** compress: what the summary stands for, and its tokens now. */
  readonly replaces?: { readonly messages: readonly CommitKey[]; readonly originalTokens: number }
  /** merge, resolve. */
  readonly resolutions?: readonly StoredResolution[]
  /** Totals of the context after it where they are known without folding, counted in `encoding`. */
  readonly totals?: { readonly tokens: number; readonly messages: number }
  readonly encoding: Encoding
}

/** Writes one commit and moves its branch; the commit's hash covers all that it says. */
export function writeCommit(tract: TractHandle, tx: Tx, draft: CommitDraft): CommitKey {
  const { db } = tx
  const { tip: parent, second, content } = draft
  const createdAt = tx.nextAt()
  const note = putNoteOf(db, draft.note)
  const blob = typeof content === 'object' ? putPrepared(db, content) : (content ?? null)
  const hash = hashCommit({
    parents: [...(parent ? [parent.hash] : []), ...(second ? [second.tip.hash] : [])],
    kind: draft.kind,
    origin: hashIf(db, draft.origin),
    target: hashIf(db, draft.target),
    blob: typeof content === 'object' ? content.hash : blob === null ? null : hashOfBlob(db, blob),
    note: note?.hash ?? null,
    payload: payloadOf(db, draft),
    generationConfig: draft.config ?? null,
    author: tract.author,
    createdAt,
  })
  const key = insertCommit(db, {
    hash, kind: draft.kind, parent, parent2: second?.tip ?? null, origin: draft.origin ?? null, target: draft.target ?? null, blob, note: note?.key ?? null,
    priority: draft.priority ?? null, respondsTo: draft.respondsTo ?? null, config: draft.config ? canonicalJson(draft.config) : null,
    tract: tract.key, author: tx.author, createdAt, contextTokens: draft.totals?.tokens ?? 0, contextMessages: draft.totals?.messages ?? 0,
    messages: (parent?.messages ?? 0) + 1, encoding: draft.encoding, depth: (parent?.depth ?? 0) + (second?.own ?? 0) + 1,
  })
  rememberHash(tract.file, key, hash)
  writePayload(db, key, draft)
  if (!draft.totals) foldIn(tract, db, key, draft, blob)
  tx.fact({ type: 'commit_created', key: draft.branch, beforeCommit: parent?.id ?? null, afterCommit: key }, createdAt)
  return key
}

/** Folds the new commit onto the state before it: its totals, and the state for whoever reads next. */
function foldIn(tract: TractHandle, db: WriteDb, key: CommitKey, draft: CommitDraft, blob: BlobKey | null): void {
  const { tip, encoding } = draft
  const state = contextsOf(tract.file, encoding).states.extend(tip?.id ?? null, [toFold(db, key, draft, blob)])
  setTotals(db, key, { contextTokens: contextTokens(state), contextMessages: state.shown, messages: state.messages })
}

function toFold(db: WriteDb, key: CommitKey, draft: CommitDraft, blob: BlobKey | null): FoldCommit {
  const { kind, content, encoding } = draft
  return {
    key, change: draft.origin ?? key, kind, target: draft.target ?? null, blob, priority: draft.priority ?? null, replaces: draft.replaces?.messages ?? null,
    tokens: blob === null ? 0 : typeof content === 'object' ? content.tokens : blobTokens(db, blob, encoding),
    resolutions: draft.resolutions?.map((resolution) => toResolution(db, resolution, encoding)) ?? null,
  }
}

function writePayload(db: WriteDb, key: CommitKey, { replaces, resolutions }: CommitDraft): void {
  if (replaces) insertPayload(db, key, { replaces: replaces.messages, originalTokens: replaces.originalTokens })
  if (resolutions) insertPayload(db, key, { resolutions })
}

/** What the hash covers beyond the fields that every commit has. */
function payloadOf(db: WriteDb, draft: CommitDraft): Json {
  const { kind, respondsTo, replaces, resolutions } = draft
  const priority = draft.priority ?? null
  switch (kind) {
    case 'append':
      return respondsTo === undefined ? { priority } : { priority, respondsTo: hashOfCommit(db, respondsTo) }
    case 'annotate':
      return { priority }
    case 'compress':
      return { replaces: replaces?.messages.map((message) => hashOfCommit(db, message)) ?? [] }
    case 'merge':
    case 'resolve':
      return { resolutions: resolutions?.map((resolution) => hashedResolution(db, resolution)) ?? [] }
    default:
      return null
  }
}

function hashedResolution(db: WriteDb, { message, blob, ...rest }: StoredResolution): JsonObject {
  return { message: hashOfCommit(db, message), ...(blob === undefined ? {} : { blob: hashOfBlob(db, blob) }), ...rest }
}

/** Puts a note beside no commit yet; null where there is nothing in it. */
export function putNoteOf(db: WriteDb, note: JsonObject | BlobKey | undefined): { readonly key: BlobKey; readonly hash: BlobHash } | null {
  if (typeof note === 'number') return { key: note, hash: hashOfBlob(db, note) }
  if (note === undefined || Object.keys(note).length === 0) return null
  const canonical = canonicalJson(note)
  const hash = hashBlob(canonical)
  return { key: putNote(db, note, hash, canonical), hash }
}

const hashIf = (db: WriteDb, key: CommitKey | undefined): CommitHash | null => (key === undefined ? null : hashOfCommit(db, key))

