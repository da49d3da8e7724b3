import type { TractHandle } from '../journal/openWorkspace.ts'
import type { LLMConfig, LLMTask, ResolvedConfig } from '../model/config.ts'
import type { CompiledContext, Prompt } from '../model/context.ts'
import { Fault } from '../model/fault.ts'
import { asCallId, type BlobHash, type LLMCallId } from '../model/ids.ts'
import type { ReplyEvent, ToolDefinition } from '../model/reply.ts'
import { callModel, type CallOutcome } from './call.ts'
import type { LLMClient } from './client.ts'
import { payloadHash, toolsHash } from './payload.ts'
import { randomFrom } from './retry.ts'

/** What one call is going to send for a job, and where. Nothing has been asked yet, nothing written. */
export type Request = {
  readonly task: LLMTask
  readonly client: LLMClient
  readonly config: ResolvedConfig
  /** The context it is about; the prompt is it, or something made from it. */
  readonly context: CompiledContext
  readonly prompt: Prompt
  readonly tools: readonly ToolDefinition[]
  /** The unfinished answer it goes on from, by its text. */
  readonly continues: BlobHash | null
}

/** One call, fixed when it begins: what happens to the tract meanwhile doesn't change it. */
export type Asking = Request & {
  readonly call: LLMCallId
  readonly tract: TractHandle
  readonly payloadHash: string
  /** Settings that the client has no place for. */
  readonly notSent: readonly (keyof LLMConfig)[]
  readonly startedAt: number
}

/** Faults: `batch/async`. */
export function openAsking(tract: TractHandle, request: Request): Asking {
  checkOutsideBatch(tract)
  const { client, prompt, config, tools } = request
  const { ids, clock } = tract.file.ports
  const hash = payloadHash({ client: client.name, prompt, config: config.values, tools: toolsHash(tools) })
  return { ...request, tract, call: asCallId(ids.next()), payloadHash: hash, notSent: notSentBy(client, config.values), startedAt: clock.now() }
}

/** A batch is over before a model answers, and what a dry run showed it is taken back. Faults: `batch/async`. */
export function checkOutsideBatch({ file }: TractHandle): void {
  if (file.writing !== null) throw new Fault('batch/async', { asked: true })
}

/** Asks: the call's events, and when it has ended all there is to know of it. */
export function startCall({ client, prompt, config, tools, tract }: Asking, signal: AbortSignal): AsyncGenerator<ReplyEvent, CallOutcome> {
  const { clock, ids } = tract.file.ports
  return callModel(client, { prompt, config: config.values, tools }, { signal, clock, random: randomFrom(ids) })
}

/** Settings that the client has no place for, of those a call is made with. */
export const notSentBy = (client: LLMClient, config: LLMConfig): readonly (keyof LLMConfig)[] => client.unsupported?.(config) ?? []
