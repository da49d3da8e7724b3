import type { AnnotateCommit, AppendCommit, Commit, CommitBase, CommitDetail, EditCommit } from '../model/commit.ts'
import type { ConfigLevels, Encoding, LLMConfig } from '../model/config.ts'
import { textOf } from '../model/contentTypes.ts'
import type { MessageId, Ref } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import { previewOf } from '../model/text.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { messageTokens, tokenCounter } from '../context/tokens.ts'
import { getAuthor } from '../store/authors.ts'
import { findBlob, getBlob, getNote } from '../store/blobs.ts'
import { type CommitKey, type CommitRow, getCommit, hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { listRefs } from '../store/refs.ts'
import { configOf } from './append.ts'
import { resolveRef } from './resolveRef.ts'

/** One commit with its content. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`. */
export function show(tract: TractHandle, ref: Ref): CommitDetail {
  const db = tract.file.db.read
  const row = getCommit(db, resolveRef(db, tract, ref))
  const branches = listRefs(db, tract.key).filter(({ commit }) => commit === row.id).map(({ name }) => name)
  return { commit: toCommit(db, row, configOf(tract).encoding), content: row.blob === null ? null : getBlob(db, row.blob).content, branches }
}

export const viewCommit = (tract: TractHandle, key: CommitKey): Commit => toCommit(tract.file.db.read, getCommit(tract.file.db.read, key), configOf(tract).encoding)

/** A commit as programs and people read it. */
export function toCommit(db: ReadDb, row: CommitRow, encoding: Encoding): Commit {
  const note = row.note === null ? {} : getNote(db, row.note)
  switch (row.kind) {
    case 'append':
      return { ...baseOf(db, row, note), ...contentOf(db, row, encoding), kind: 'append', messageId: (row.origin === null ? row.hash : hashOfCommit(db, row.origin)) as MessageId, origin: originOf(db, row) } satisfies AppendCommit
    case 'edit': {
      const { role: _role, ...content } = contentOf(db, row, encoding)
      return { ...baseOf(db, row, note), ...content, kind: 'edit', target: targetOf(db, row) } satisfies EditCommit
    }
    case 'annotate':
      return { ...baseOf(db, row, note), kind: 'annotate', target: targetOf(db, row), priority: row.priority ?? 'normal', reason: textIn(note, 'reason') } satisfies AnnotateCommit
    default:
      throw new Error(`BUG: a commit of kind ${row.kind}`)
  }
}

function baseOf(db: ReadDb, row: CommitRow, note: JsonObject): CommitBase {
  const config = row.config === null ? null : (JSON.parse(row.config) as { readonly values: LLMConfig; readonly levels: ConfigLevels })
  return {
    hash: row.hash,
    parents: row.parent === null ? [] : [hashOfCommit(db, row.parent)],
    message: textIn(note, 'message') ?? automaticMessage(db, row),
    author: getAuthor(db, row.author),
    createdAt: row.createdAt / 1000,
    generation: row.generation,
    tags: (note['tags'] ?? []) as readonly string[],
    metadata: (note['metadata'] ?? {}) as JsonObject,
    generationConfig: config?.values ?? null,
    configLevels: config?.levels ?? {},
  }
}

function automaticMessage(db: ReadDb, row: CommitRow): string {
  if (row.blob === null) return `${row.kind}: ${row.priority ?? ''}`
  const { content } = getBlob(db, row.blob)
  return `${row.kind === 'edit' ? 'edit' : content.type}: ${previewOf(textOf(content), 72)}`
}

function contentOf(db: ReadDb, row: CommitRow, encoding: Encoding) {
  if (row.blob === null) throw new Error(`BUG: ${row.kind} without content`)
  const { content, role, hash } = getBlob(db, row.blob)
  const tokens = findBlob(db, hash, encoding)?.tokens ?? messageTokens(tokenCounter(encoding), content)
  return { contentType: content.type, role, tokens, preview: previewOf(textOf(content)) }
}

const textIn = (note: JsonObject, key: string): string | null => (typeof note[key] === 'string' ? note[key] : null)
const originOf = (db: ReadDb, row: CommitRow) => (row.origin === null ? null : (hashOfCommit(db, row.origin) as MessageId))
const targetOf = (db: ReadDb, row: CommitRow) => {
  if (row.target === null) throw new Error(`BUG: ${row.kind} without a target`)
  return hashOfCommit(db, row.target) as MessageId
}
