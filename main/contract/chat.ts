import { type } from '@orpc/contract'
import { z } from 'zod'
import type { LLMConfig, ResolvedConfig } from '../../core/model/config.ts'
import type { FaultReport } from '../../core/model/fault.ts'
import type { EpochMs, LLMCallId, MessageId, TractId } from '../../core/model/ids.ts'
import type { ModelPrice } from '../../core/model/price.ts'
import type { PartialAnswer } from '../../core/model/reply.ts'
import { branchName, callId, partialId, procedure, providerId, ref, tractId, words } from './base.ts'

/** An answer being written. It belongs to the host, so it goes on when the page is reloaded. */
export type LiveReply = {
  readonly call: LLMCallId
  readonly tract: TractId
  readonly branch: string
  /** The message it answers. */
  readonly respondsTo: MessageId | null
  readonly client: string
  readonly model: string
  /** null: the provider's own. */
  readonly temperature?: number | null
  readonly text: string
  readonly reasoning: string
  readonly startedAt: EpochMs
  readonly firstTokenAt: EpochMs | null
  /** Set while it waits to try again after a passing fault. */
  readonly waiting: { readonly attempt: number; readonly retryAt: EpochMs; readonly fault: FaultReport } | null
}
/** An answer of which nothing arrived, told of while the message it was for waits at the end of its branch; `retry` asks again. */
export type FailedReply = { readonly call: LLMCallId; readonly branch: string; readonly respondsTo: MessageId | null; readonly fault: FaultReport; readonly at: EpochMs }

export type ChatState = {
  readonly live: readonly LiveReply[]
  readonly failed: readonly FailedReply[]
  readonly partials: readonly PartialAnswer[]
  /** Branches whose last message waits for an answer. */
  readonly awaiting: readonly { readonly branch: string; readonly message: MessageId }[]
}
export type StartedReply = { readonly call: LLMCallId }

/** What sending now would use and may cost, before anything is sent. */
export type Forecast = {
  /** The provider's id, and its name as people read it. */
  readonly provider: string
  readonly client: string
  /** It answers here and counts nothing: the demo model. */
  readonly isDemo: boolean
  readonly config: ResolvedConfig
  /** What the composer sets for every message (level `llmConfig`). */
  readonly lasting: LLMConfig
  /** Settings the provider has no place for. */
  readonly notSent: readonly (keyof LLMConfig)[]
  /** What the model takes at most, in and out together, and what an answer has at most where no setting limits it, in tokens; null when not known. */
  readonly contextTokens: number | null
  readonly maxOutputTokens: number | null
  /** null when none is known. */
  readonly price: ModelPrice | null
  /** Why it can't be sent as things stand: a missing key. */
  readonly fault: FaultReport | null
}

const onBranch = { tract: tractId, branch: branchName }

const fields = {
  model: z.string().min(1).max(200),
  temperature: z.number().min(0).max(2),
  topP: z.number().min(0).max(1),
  maxTokens: z.number().int().min(1).max(100_000_000),
  stopSequences: z.array(z.string().min(1).max(200)).min(1).max(16),
  frequencyPenalty: z.number().min(-2).max(2),
  presencePenalty: z.number().min(-2).max(2),
  topK: z.number().int().min(1).max(1_000_000),
  seed: z.number().int(),
}
/** For one message alone (level `sugar`); what isn't set comes from the levels below. */
export const onceSettings = z.strictObject({ provider: providerId, ...fields }).partial()
export type OnceSettings = z.infer<typeof onceSettings>
/** For every message (level `llmConfig`); null takes a setting back to the levels below, a field that isn't there stays. */
const lasting = z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, schema.nullable()])) as { [Field in keyof typeof fields]: z.ZodNullable<(typeof fields)[Field]> }).partial()
export type LastingChange = z.infer<typeof lasting>

/** A text file that goes with a message: it becomes a step of its own. */
const attachment = z.strictObject({
  name: z.string().min(1).max(255),
  language: z.string().regex(/^[a-z0-9+#-]{1,20}$/).optional(),
  content: z.string().min(1).max(1_048_576),
})
export type Attachment = z.infer<typeof attachment>
/** With `startAt`, `branch` is a new one: it is started at that step, opened and written to as one act. */
const said = { ...onBranch, text: words, attachments: z.array(attachment).max(20).optional(), startAt: ref.optional() }
const settings = onceSettings.optional()

export const chat = {
  state: procedure.input(z.strictObject({ tract: tractId })).output(type<ChatState>()),
  /** Commits the files and the message as one act, then starts the answer. Its pieces come as `reply.event`s; `state` has the text so far. */
  send: procedure.input(z.strictObject({ ...said, settings })).output(type<StartedReply>()),
  /** The same without asking for an answer. */
  add: procedure.input(z.strictObject(said)).output(type<void>()),
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
  /** What `send` would use now, and which level set each field. */
  forecast: procedure.input(z.strictObject({ ...onBranch, settings })).output(type<Forecast>()),
  /** Sets what the composer sends with every message. A `provider` alone leaves its model to the levels below. */
  choose: procedure.input(z.strictObject({ provider: providerId.optional(), config: lasting })).output(type<void>()),
}
