import type { LLMConfig, LLMTask, ResolvedConfig } from './config.ts'
import type { BlobHash, CommitHash, ContextHash, EpochMs, LLMCallId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { StopReason, TokenUsage, ToolCall } from './reply.ts'

/** What one model call was and cost, and what was sent for it. */
export type CallRecord = {
  readonly call: LLMCallId
  /** The answer it gave; null when none was committed. */
  readonly commit: CommitHash | null
  /** null for a call made without the tract. */
  readonly task: LLMTask | null
  readonly client: string
  readonly model: string
  readonly usage: TokenUsage | null
  readonly stopReason: StopReason | null
  /** The commit whose context was sent, and the hashes of that context and of the payload: the receipt. */
  readonly head: CommitHash | null
  readonly contextHash: ContextHash
  readonly payloadHash: string
  readonly durationMs: number
  readonly firstTokenMs: number | null
  readonly at: EpochMs
  /** As the price was then; null when none was known. Absent in records of before there were prices. */
  readonly costUsd?: number | null
  /** Settings the provider has no place for: they were not sent. */
  readonly notSent?: readonly (keyof LLMConfig)[]
  /** The provider read only a part of what was sent, because its context is too small. */
  readonly truncated?: boolean
  /** The tools that were offered, by hash; null when none were. With it the payload can be made again; absent in records of before. */
  readonly tools?: string | null
  /** The unfinished answer it went on from, by its text: more was sent than the context. */
  readonly continues?: BlobHash
  /** The settings it was made with, where no commit holds them. */
  readonly config?: ResolvedConfig
  /** The call this repeats: the same, for a message that was committed later. */
  readonly of?: LLMCallId
}

/** What one call was billed, or would be: one row of `usage`. */
export type UsageRow = {
  /** null for a call made without the tract. */
  readonly call: LLMCallId | null
  /** The answer; of a call made without the tract, the commit whose context was sent. */
  readonly commit: CommitHash | null
  readonly task: LLMTask | null
  readonly model: string | null
  readonly inputTokens: number
  readonly cachedInputTokens: number
  readonly outputTokens: number
  /** null when no price is known. */
  readonly costUsd: number | null
  readonly at: EpochMs
}
/** Newest first. `costUsd` is the sum of the rows that have one; null when none has. */
export type UsageReport = { readonly rows: readonly UsageRow[]; readonly inputTokens: number; readonly outputTokens: number; readonly costUsd: number | null }

/** What was sent for an answer, and whether the context of then still gives exactly that. */
export type Receipt = {
  readonly call: LLMCallId
  readonly answer: CommitHash
  /** The commit whose context was sent. */
  readonly head: CommitHash
  readonly contextHash: ContextHash
  readonly payloadHash: string
  readonly client: string
  readonly model: string
  readonly stillMatches: boolean
}

/** What a call would send, to the letter. */
export type RequestPreview = {
  readonly client: string
  readonly model: string
  /** The address without credentials; null for a client that sends nothing anywhere. */
  readonly url: string | null
  readonly body: JsonObject
  readonly notSent: readonly (keyof LLMConfig)[]
}

/** What came back for a request that somebody wrote. */
export type RawAnswer = {
  readonly client: string
  readonly model: string
  readonly text: string
  readonly reasoning: string | null
  readonly toolCalls: readonly ToolCall[]
  readonly usage: TokenUsage | null
  readonly stopReason: StopReason
  /** null: no price is known, or the provider counted nothing. */
  readonly costUsd: number | null
  readonly durationMs: number
}
