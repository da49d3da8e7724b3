import type { Priority } from '../model/content.ts'
import { wordsOf } from '../model/contentTypes.ts'
import type { MessageId } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ConflictKind, Resolution, ResolvedConflict } from '../model/merge.ts'
import { getBlob } from '../store/blobs.ts'
import { findCommitKey } from '../store/commits.ts'
import type { CommitView } from '../store/commitViews.ts'
import type { ReadDb } from '../store/database.ts'
import { findPayload } from '../store/payloads.ts'

/** How a conflict was settled, as the note of a merge keeps it: own words are not here, they are the blob that the merge sets. */
export type Decision = { readonly kind: ConflictKind; readonly messages: readonly MessageId[]; readonly take: Resolution['take']; readonly priority?: Priority }

export const decisionNote = (decisions: readonly Decision[]): JsonObject => (decisions.length === 0 ? {} : { decisions })

/** The conflicts that a merge or a rebase settled. */
export function decisionsOf(db: ReadDb, view: CommitView): readonly ResolvedConflict[] {
  const decisions = (view.note['decisions'] ?? []) as unknown as readonly Decision[]
  return decisions.map(({ kind, messages, take, priority }) => ({
    kind, messages, resolution: take === 'text' ? { take, text: ownWords(db, view, messages[0]), ...(priority === undefined ? {} : { priority }) } : { take },
  }))
}

function ownWords(db: ReadDb, view: CommitView, message: MessageId | undefined): string {
  const key = message === undefined ? undefined : findCommitKey(db, message)
  const blob = findPayload(db, view.id)?.resolutions?.find((resolution) => resolution.message === key)?.blob
  return blob === undefined ? '' : wordsOf(getBlob(db, blob).content, db.types)
}
