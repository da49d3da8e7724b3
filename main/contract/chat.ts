import { type } from '@orpc/contract'
import { z } from 'zod'
import type { FaultReport } from '../../core/model/fault.ts'
import type { EpochMs, LLMCallId, MessageId, TractId } from '../../core/model/ids.ts'
import type { PartialAnswer } from '../../core/model/reply.ts'
import { branchName, callId, partialId, procedure, tractId, words } from './base.ts'

/** An answer being written. It belongs to the host, so it goes on when the page is reloaded. */
export type LiveReply = {
  readonly call: LLMCallId
  readonly tract: TractId
  readonly branch: string
  /** The message it answers. */
  readonly respondsTo: MessageId | null
  readonly client: string
  readonly model: string
  readonly text: string
  readonly reasoning: string
  readonly startedAt: EpochMs
  readonly firstTokenAt: EpochMs | null
  /** Set while it waits to try again after a passing fault. */
  readonly waiting: { readonly attempt: number; readonly retryAt: EpochMs; readonly fault: FaultReport } | null
}
/** An answer of which nothing arrived. The message it was for is kept; `retry` asks again. */
export type FailedReply = { readonly call: LLMCallId; readonly branch: string; readonly respondsTo: MessageId | null; readonly fault: FaultReport; readonly at: EpochMs }

export type ChatState = {
  readonly live: readonly LiveReply[]
  readonly failed: readonly FailedReply[]
  readonly partials: readonly PartialAnswer[]
  /** Branches whose last message waits for an answer. */
  readonly awaiting: readonly { readonly branch: string; readonly message: MessageId }[]
}
export type StartedReply = { readonly call: LLMCallId }

const onBranch = { tract: tractId, branch: branchName }
const settings = z.strictObject({ temperature: z.number().min(0).max(2).optional(), maxTokens: z.number().int().min(1).optional() }).optional()

export const chat = {
  state: procedure.input(z.strictObject({ tract: tractId })).output(type<ChatState>()),
  /** Commits the message, then starts the answer. Its pieces come as `reply.event`s; `state` has the text so far. */
  send: procedure.input(z.strictObject({ ...onBranch, text: words, settings })).output(type<StartedReply>()),
  /** Asks again for the message that has no answer; an unfinished answer to it is dropped. */
  retry: procedure.input(z.strictObject({ ...onBranch, settings })).output(type<StartedReply>()),
  /** Ends an answer; what arrived is kept as an unfinished one. */
  stop: procedure.input(z.strictObject({ call: callId })).output(type<void>()),
  /** Takes a failed answer off the screen; the message it was for stays. */
  dismiss: procedure.input(z.strictObject({ call: callId })).output(type<void>()),
  keep: procedure.input(z.strictObject({ tract: tractId, partial: partialId })).output(type<void>()),
  discard: procedure.input(z.strictObject({ tract: tractId, partial: partialId })).output(type<void>()),
  /** Asks the model to go on where it stopped. */
  resume: procedure.input(z.strictObject({ tract: tractId, partial: partialId, settings })).output(type<StartedReply>()),
}
