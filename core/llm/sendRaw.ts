import { promptOf } from '../context/prompt.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import { Fault } from '../model/fault.ts'
import { asCallId, type ContextHash } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { RawAnswer } from '../model/usage.ts'
import { checkOutsideBatch } from './asking.ts'
import { callModel, type CallOutcome } from './call.ts'
import type { StoredCall } from './callRecords.ts'
import type { LLMClient } from './client.ts'
import { costOf, priceNow } from './prices.ts'
import { randomFrom } from './retry.ts'

/**
 * Sends a body as somebody wrote it, once, beside the conversation. Nothing is written but what it took and cost: it says nothing about any context
 * of the tract, so no count and no receipt is made from it. Faults: `input/invalid`, `batch/async`, those of the client's calls.
 */
export async function sendRaw(tract: TractHandle, client: LLMClient, body: JsonObject, signal: AbortSignal): Promise<RawAnswer> {
  checkOutsideBatch(tract)
  const model = checkBody(client, body)
  const { clock, ids } = tract.file.ports
  const at = clock.now()
  const call = callModel(client, { prompt: promptOf([]), config: { model }, tools: [], body }, { signal, clock, random: randomFrom(ids), rules: { maxRetries: 0 } })
  let step = await call.next()
  while (!step.done) step = await call.next()
  const outcome = step.value
  const costUsd = costIn(tract, client, model, outcome)
  keep(tract, { client: client.name, model, at, costUsd }, outcome)
  if (outcome.fault) throw outcome.fault
  if (outcome.stopped || outcome.stopReason === null) throw signal.reason
  const { text, reasoning, toolCalls, usage, stopReason, durationMs } = outcome
  return { client: client.name, model, text, reasoning: reasoning?.text ?? null, toolCalls, usage, stopReason, costUsd, durationMs }
}

/** The model that is asked. */
function checkBody(client: LLMClient, { model, stream }: JsonObject): string {
  const problems = [
    ...(client.preview === undefined ? [`${client.name} is asked without a request`] : []),
    ...(typeof model === 'string' && model !== '' ? [] : ['model: name one']),
    ...(stream === true ? [] : ['stream: leave it true, the answer is read as it comes']),
  ]
  if (problems.length > 0) throw new Fault('input/invalid', { problems })
  return model as string
}

function costIn(tract: TractHandle, client: LLMClient, model: string, { usage }: CallOutcome): number | null {
  if (client.isFree === true) return 0
  const price = usage === null ? null : priceNow(tract.file.ports, model)
  return usage === null || price === null ? null : costOf(usage, price)
}

function keep(tract: TractHandle, told: Pick<StoredCall, 'client' | 'model' | 'at' | 'costUsd'>, { usage, stopReason, durationMs, firstTokenMs }: CallOutcome): void {
  if (usage === null) return // nothing came that could be billed
  const record: StoredCall = { ...told, task: null, usage, stopReason, head: null, contextHash: '' as ContextHash, payloadHash: '', durationMs, firstTokenMs }
  transact(tract, { verb: 'ask', detail: 'raw' }, (tx) => tx.fact({ type: 'usage_recorded', key: asCallId(tract.file.ports.ids.next()), afterCommit: null, payload: record as unknown as JsonObject }))
}
