import { contextsOf } from '../context/contexts.ts'
import { type Entry, findEntry } from '../context/state.ts'
import type { AnnotateCommit } from '../model/commit.ts'
import type { MessageHistory, MessageVersion } from '../model/context.ts'
import type { MessageId, Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { type BlobKey, getBlob } from '../store/blobs.ts'
import { type CommitKey, hashOfCommit } from '../store/commits.ts'
import { type CommitView, listViews } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import { findPayload } from '../store/payloads.ts'
import { backwardsFrom } from './backwards.ts'
import { configOf } from './configOf.ts'
import { toCommit } from './commitView.ts'
import { messageOf } from './messageRef.ts'
import { positionOf } from './refs/position.ts'

/**
 * Every version of a message on this branch, first to last: as it came, its edits, and texts that a merge or a rebase settled; and every pin and
 * skip. To restore a version: `edit(id, version.content)`. Both are empty where the branch doesn't have the message.
 * Faults: `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`.
 */
export function messageHistory(tract: TractHandle, ref: Ref): MessageHistory {
  return tract.file.db.snapshot((db) => {
    const message = messageOf(db, tract, ref)
    const { tip } = positionOf(db, tract)
    const { encoding } = configOf(tract)
    const entry = findEntry(contextsOf(tract.file, encoding).states.at(tip), message)
    const views = entry && tip !== null ? viewsAbout(tract, db, tip, entry) : []
    const annotations = views.filter(({ kind }) => kind === 'annotate').map((view) => toCommit(db, view, encoding) as AnnotateCommit)
    return { messageId: hashOfCommit(db, message) as MessageId, versions: views.flatMap((view) => versionIn(db, view, message, entry)), annotations }
  })
}

/** The commits that brought a message and changed it, oldest first. */
function viewsAbout(tract: TractHandle, db: ReadDb, tip: CommitKey, { message, introducedAt, blobAt, priorityAt }: Entry): readonly CommitView[] {
  const { encoding } = configOf(tract)
  if (blobAt === introducedAt && priorityAt === introducedAt) return listViews(db, [introducedAt], encoding)
  const backwards: CommitView[] = []
  for (const { view } of backwardsFrom(db, [tip], { encoding, portion: 64, only: { message, introducedAt } })) {
    backwards.push(view)
    if (view.id === introducedAt) break
  }
  return backwards.reverse()
}

function versionIn(db: ReadDb, view: CommitView, message: CommitKey, entry: Entry | undefined): readonly MessageVersion[] {
  const blob = textIn(db, view, message)
  if (blob === null) return []
  const { content, goneAt } = getBlob(db, blob)
  const gone = goneAt === null ? {} : { goneAt: goneAt / 1000 }
  return [{ commit: view.hash, content, author: view.author, createdAt: view.createdAt / 1000, isCurrent: view.id === entry?.blobAt, ...gone }]
}

/** The text that a commit gives a message, if any. */
function textIn(db: ReadDb, { id, kind, blob }: CommitView, message: CommitKey): BlobKey | null {
  if (kind !== 'merge' && kind !== 'resolve') return blob
  return findPayload(db, id)?.resolutions?.findLast((resolution) => resolution.message === message && resolution.blob !== undefined)?.blob ?? null
}
