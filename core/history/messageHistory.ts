import { contextsOf } from '../context/contexts.ts'
import { findEntry } from '../context/state.ts'
import type { MessageHistory, MessageVersion } from '../model/context.ts'
import type { MessageId, Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { getAuthor } from '../store/authors.ts'
import { getBlob } from '../store/blobs.ts'
import { type CommitKey, type CommitRow, findCommit, hashOfCommit } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import { configOf } from './configOf.ts'
import { messageOf } from './messageRef.ts'
import { positionOf } from './position.ts'

/** Every version of a message on this branch, first to last. To restore one: `edit(id, version.content)`. Faults: `ref/not-found`, `ref/ambiguous`. */
export function messageHistory(tract: TractHandle, ref: Ref): MessageHistory {
  const db = tract.file.db.read
  const message = messageOf(db, tract, ref)
  const { tip } = positionOf(db, tract)
  const entry = findEntry(contextsOf(tract.file, configOf(tract).encoding).states.at(tip), message)
  const versions = entry ? versionsBack(db, tip, entry.introducedAt, message) : []
  return { messageId: hashOfCommit(db, message) as MessageId, versions: versions.map((row) => toVersion(db, row, row.id === entry?.blobAt)), annotations: [] }
}

/** The message's commits on the line of first parents, from its introduction on. */
function versionsBack(db: ReadDb, tip: CommitKey | null, introducedAt: CommitKey, message: CommitKey): readonly CommitRow[] {
  const versions: CommitRow[] = []
  for (let key = tip; key !== null; ) {
    const row = findCommit(db, key)
    if (!row) break
    if (row.id === introducedAt || (row.kind === 'edit' && row.target === message)) versions.push(row)
    if (row.id === introducedAt) break
    key = row.parent
  }
  return versions.reverse()
}

function toVersion(db: ReadDb, row: CommitRow, isCurrent: boolean): MessageVersion {
  if (row.blob === null) throw new Error('BUG: a version without content')
  return { commit: row.hash, content: getBlob(db, row.blob).content, author: getAuthor(db, row.author), createdAt: row.createdAt / 1000, isCurrent }
}
