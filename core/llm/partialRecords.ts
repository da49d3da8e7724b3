import type { ConfigLevels, LLMConfig } from '../model/config.ts'
import type { CommitHash, EpochMs, LLMCallId, MessageId, PartialId } from '../model/ids.ts'
import { Fault } from '../model/fault.ts'
import type { JsonObject } from '../model/json.ts'
import { textOf } from '../model/contentTypes.ts'
import type { PartialAnswer, PartialCause } from '../model/reply.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Tx } from '../journal/transact.ts'
import { prepareContent, putPrepared } from '../history/prepareContent.ts'
import { configOf } from '../history/configOf.ts'
import { getBlob } from '../store/blobs.ts'
import { findPartial, listPartials, type PartialRow } from '../store/partials.ts'

/** What is known of an unfinished answer beside its text; as it stands in the journal. */
export type PartialRecord = {
  readonly kind: 'partial'
  readonly call: LLMCallId
  readonly branch: string
  readonly head: CommitHash | null
  readonly respondsTo: MessageId | null
  readonly model: string | null
  readonly config: { readonly values: LLMConfig; readonly levels: ConfigLevels }
}
type StoredRecord = PartialRecord & { readonly blob: string; readonly cause: PartialCause; readonly at: EpochMs }

/** Keeps what arrived of an answer as a record of its own: not a message, until somebody decides. */
export function createPartial(tract: TractHandle, tx: Tx, id: PartialId, record: PartialRecord, text: string, cause: PartialCause, at: EpochMs): void {
  const prepared = prepareContent(tx.db, { type: 'dialogue', role: 'assistant', text }, configOf(tract).encoding)
  putPrepared(tx.db, prepared)
  const stored = { ...record, blob: prepared.hash, cause, at }
  tx.fact({ type: 'draft_created', key: id, after: stored as unknown as JsonObject })
}

/** Takes a record off the list; undo brings it back. */
export function closePartial(tx: Tx, row: PartialRow): void {
  tx.fact({ type: 'draft_closed', key: row.id, before: JSON.parse(row.record) as JsonObject })
}

/** Closes what other calls left unfinished for the same message: there is a newer try. */
export function closeEarlierTries(tract: TractHandle, tx: Tx, respondsTo: MessageId | null, except: PartialId | null): void {
  if (respondsTo === null) return
  for (const row of listPartials(tx.db, tract.key)) {
    if (row.id !== except && recordOf(row).respondsTo === respondsTo) closePartial(tx, row)
  }
}

export const listPartialAnswers = (tract: TractHandle): readonly PartialAnswer[] => listPartials(tract.file.db.read, tract.key).map((row) => toAnswer(tract, row))

/** Faults: `partial/not-found`. */
export function getPartial(tract: TractHandle, id: PartialId): PartialAnswer {
  return toAnswer(tract, getPartialRow(tract, id))
}

/** Faults: `partial/not-found`. */
export function getPartialRow(tract: TractHandle, id: PartialId): PartialRow {
  const row = findPartial(tract.file.db.read, tract.key, id)
  if (!row) throw new Fault('partial/not-found', { id })
  return row
}

export const recordOf = (row: PartialRow): StoredRecord => JSON.parse(row.record) as StoredRecord

function toAnswer(tract: TractHandle, row: PartialRow): PartialAnswer {
  const { call, branch, respondsTo, cause, model, at } = recordOf(row)
  return { id: row.id as PartialId, call, branch, respondsTo, text: textOf(getBlob(tract.file.db.read, row.blob).content, tract.file.types), cause, model, at }
}
