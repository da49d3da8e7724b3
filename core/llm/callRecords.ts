import type { Tx } from '../journal/transact.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { Fault } from '../model/fault.ts'
import type { LLMCallId } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { StopReason } from '../model/reply.ts'
import type { CallRecord } from '../model/usage.ts'
import { findCall } from '../store/calls.ts'
import type { CommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import type { Asking } from './asking.ts'
import type { CallOutcome } from './call.ts'
import { toolsHash } from './payload.ts'
import { costOf, priceNow } from './prices.ts'

/** A record as it stands in the file: which call and which commit is told by its row. */
export type StoredCall = Omit<CallRecord, 'call' | 'commit'>

/** Puts a call on record: what was sent, how it ended, what it took and cost. `commit` is the answer, where there is one. */
export function recordCall(asking: Asking, tx: Tx, outcome: CallOutcome, stopReason: StopReason | null, commit: CommitKey | null): void {
  const { call, task, client, config, context, payloadHash, startedAt, tools, continues, notSent } = asking
  const record: StoredCall = {
    task, client: client.name, model: config.values.model ?? '', usage: outcome.usage, stopReason, head: context.head, contextHash: context.hash,
    payloadHash, durationMs: outcome.durationMs, firstTokenMs: outcome.firstTokenMs, at: startedAt,
    costUsd: costNow(asking, outcome), notSent, truncated: outcome.truncated, tools: toolsHash(tools),
    ...(continues === null ? {} : { continues }), ...(commit === null ? { config } : {}),
  }
  tx.fact({ type: 'usage_recorded', key: call, afterCommit: commit, payload: record as unknown as JsonObject })
}

/** At the prices of now; null where none is known. */
function costNow({ client, config, tract }: Asking, { usage }: CallOutcome): number | null {
  if (client.isFree === true) return 0
  const price = usage === null ? null : priceNow(tract.file.ports, config.values.model ?? '')
  return usage === null || price === null ? null : costOf(usage, price)
}

/** The record of a call that this tract made. Faults: `call/none`. */
export function getCall(db: ReadDb, tract: TractHandle, call: LLMCallId): { readonly record: StoredCall; readonly commit: CommitKey | null } {
  const row = typeof call === 'string' ? findCall(db, tract.key, call) : undefined
  const record = row && (JSON.parse(row.record) as StoredCall)
  if (!row || !record || record.task === null) throw new Fault('call/none', { ref: String(call) })
  return { record, commit: row.commit }
}

/** Says that a message came from a call which is on record already: what the call was told then holds for it too. */
export function linkCall(tract: TractHandle, tx: Tx, call: LLMCallId, record: StoredCall, commit: CommitKey): void {
  const { of = call, config: _, ...facts } = record
  tx.fact({ type: 'usage_recorded', key: tract.file.ports.ids.next(), afterCommit: commit, payload: { ...facts, of } as unknown as JsonObject })
}
