import type { LLMTask } from './config.ts'
import type { CommitHash, ContextHash, EpochMs, LLMCallId } from './ids.ts'
import type { StopReason, TokenUsage } from './reply.ts'

/** What one model call was and cost, and what was sent for it. */
export type CallRecord = {
  readonly call: LLMCallId
  /** The answer it gave; null when none was committed. */
  readonly commit: CommitHash | null
  readonly task: LLMTask
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
}
