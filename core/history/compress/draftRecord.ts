import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { Tx } from '../../journal/transact.ts'
import type { Author } from '../../model/author.ts'
import { Fault } from '../../model/fault.ts'
import { hashOf } from '../../model/hash.ts'
import { asDraftId, type BlobHash, type DraftId, type LLMCallId, type MessageId } from '../../model/ids.ts'
import type { JsonObject } from '../../model/json.ts'
import type { ReadDb } from '../../store/database.ts'
import { hasFactAbout } from '../../store/journalPlaces.ts'
import { findCompression, listCompressions } from '../../store/waitingRecords.ts'

/** A compression that waits, as it is kept. Texts are blobs, by hash. */
export type CompressionRecord = {
  readonly branch: string
  /** Epoch microseconds. */
  readonly at: number
  readonly by: Author
  /** A note with what was wished for; null where nothing was. */
  readonly wish: BlobHash | null
  /** The summary in whose place these come. */
  readonly again?: MessageId
  readonly runs: readonly RunRecord[]
}
export type RunRecord = {
  readonly messages: readonly MessageId[]
  /** The content of each as it was seen. */
  readonly seen: readonly BlobHash[]
  readonly versions: readonly VersionRecord[]
  readonly chosen: number
}
/** `guidance`: a note, by hash. `at`: epoch microseconds. `stopped`: it isn't whole. */
export type VersionRecord = { readonly blob: BlobHash; readonly stopped?: true; readonly by: Author; readonly at: number; readonly call: LLMCallId | null; readonly guidance: BlobHash | null }
export type Drafted = { readonly id: DraftId; readonly record: CompressionRecord }

/** A name of its own: no two are drafted in the same microsecond of a file. */
export const draftIdOf = (branch: string, atMicros: number): DraftId => asDraftId(`draft_${hashOf('tract:draft:1', `${branch} ${atMicros}`).slice(0, 24)}`)

/** Oldest first. */
export function listDrafted(db: ReadDb, tract: TractHandle): readonly Drafted[] {
  return listCompressions(db, tract.key).map(({ id, record }) => ({ id: asDraftId(id), record: JSON.parse(record) as CompressionRecord })).toSorted((a, b) => a.record.at - b.record.at)
}

/** Faults: `draft/not-found`, `draft/closed`. */
export function getDrafted(db: ReadDb, tract: TractHandle, id: DraftId): Drafted {
  const row = findCompression(db, tract.key, id)
  if (!row) throw new Fault(hasFactAbout(db, tract.key, { kind: 'compression', key: id }) ? 'draft/closed' : 'draft/not-found', { id })
  return { id, record: JSON.parse(row.record) as CompressionRecord }
}

/** Drafts a compression (`before` null), changes it, or closes it (`after` null). */
export function changeDraft(tx: Tx, id: DraftId, before: CompressionRecord | null, after: CompressionRecord | null): void {
  tx.fact({ type: 'compression_changed', key: id, before: before as JsonObject | null, after: after as JsonObject | null })
}

/** The same draft with another run in place of one. */
export const withRun = (record: CompressionRecord, at: number, run: RunRecord): CompressionRecord => ({ ...record, runs: record.runs.with(at, run) })
