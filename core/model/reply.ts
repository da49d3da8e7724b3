import type { ConfigLevels, LLMConfig } from './config.ts'
import type { AppendCommit } from './commit.ts'
import type { FaultReport } from './fault.ts'
import type { EpochMs, LLMCallId, MessageId, PartialId } from './ids.ts'
import type { JsonObject } from './json.ts'

export type StopReason = 'end' | 'length' | 'stopSequence' | 'toolCalls' | 'filtered'

/** As the provider counted. */
export type TokenUsage = { readonly inputTokens: number; readonly outputTokens: number; readonly cachedInputTokens?: number }

/** A call as a model made it. `arguments` is the JSON text or the object; checked strictly before anything runs. */
export type ToolCall = { readonly id: string; readonly name: string; readonly arguments: string | JsonObject }
export type ToolDefinition = { readonly name: string; readonly description: string; readonly parameters: JsonObject }

export type ReplyBase = {
  readonly call: LLMCallId
  readonly text: string
  readonly toolCalls: readonly ToolCall[]
  readonly generationConfig: LLMConfig
  readonly configLevels: ConfigLevels
  /** null when the provider told none. */
  readonly usage: TokenUsage | null
  /** Settings the provider has no place for: they were not sent. */
  readonly notSent: readonly (keyof LLMConfig)[]
  /** The provider read only a part of what was sent, because its context is too small: the answer may miss the beginning. */
  readonly truncated: boolean
}
export type PartialCause = 'aborted' | 'cut' | 'stalled' | 'crash'
export type Reply =
  /** `commit` is the message with the text; the last tool call where there is no text. Reasoning and tool calls are messages of their own. */
  | (ReplyBase & { readonly status: 'complete'; readonly commit: AppendCommit; readonly stopReason: StopReason })
  /** `partial` is null when it stopped before the first word. `fault` says why, unless you stopped it yourself. */
  | (ReplyBase & { readonly status: 'partial'; readonly partial: PartialId | null; readonly cause: PartialCause; readonly fault: FaultReport | null })
export type UncommittedReply = ReplyBase & { readonly status: 'uncommitted'; readonly stopReason: StopReason }

/** The last event is always `done`, `stopped` or `failed`. */
export type ReplyEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'toolCall'; readonly call: ToolCall }
  /** Another attempt follows after a passing fault; nothing had arrived yet. */
  | { readonly type: 'waiting'; readonly attempt: number; readonly retryAt: EpochMs; readonly fault: FaultReport }
  | { readonly type: 'done'; readonly stopReason: StopReason }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly fault: FaultReport }

/** An answer that stopped halfway and waits for a decision: keep, discard, retry or continue. */
export type PartialAnswer = {
  readonly id: PartialId
  readonly call: LLMCallId
  readonly branch: string
  /** The message it answers; null when there was none. */
  readonly respondsTo: MessageId | null
  readonly text: string
  readonly cause: PartialCause
  readonly model: string | null
  readonly at: EpochMs
}
