import type { Autonomy } from './autonomy.ts'
import type { Commit } from './commit.ts'
import type { Status } from './context.ts'
import type { FaultReport } from './fault.ts'
import type { EpochMs, MessageId, OperationId, ProposalId, RunId } from './ids.ts'
import type { Branch } from './refs.ts'
import type { ToolCall } from './reply.ts'
import type { ToolResult } from './tools.ts'
import type { UsageReport } from './usage.ts'

/** When it starts by itself; after operations, never inside one, and not by its own acts or a policy's. */
export type TriggerConfig = {
  /** After so many commits since its last run. */
  readonly onCommitCount?: number
  /** A share of the budget: 0.7 is 70 %. Again only after the context was a tenth below it. */
  readonly onTokenThreshold?: number
  /** After the context was sent to a model. */
  readonly onCompile?: boolean
  readonly onScheduleMs?: number
}

/** What ends a run by itself. Each has a default but the cost. */
export type RunLimits = {
  /** Rounds of asking the model. Default 10. */
  readonly maxSteps?: number
  /** Default 8. */
  readonly maxCallsPerStep?: number
  /** The same tool with the same arguments. Default 3. */
  readonly maxIdenticalCalls?: number
  /** What the provider counted, in and out. Default 50,000. */
  readonly maxTokens?: number
  readonly maxCostUsd?: number
  /** Default 10 minutes. */
  readonly maxMs?: number
}
export type RunLimit = keyof RunLimits | 'noProgress'

export type OrchestratorState = 'idle' | 'running' | 'pausing' | 'paused' | 'stopped'
export type StartedBy = 'call' | 'commitCount' | 'tokenThreshold' | 'compile' | 'schedule' | 'policy'

/** What the model is told of a conversation: figures, names and commit messages, not the messages themselves. */
export type Assessment = {
  readonly status: Status
  /** The newest commits of the branch, newest first. */
  readonly recent: readonly Commit[]
  readonly branches: readonly Branch[]
  readonly pinned: readonly MessageId[]
  readonly text: string
}

export type RunStep = {
  readonly step: number
  /** What the model said beside its calls. */
  readonly reasoning: string
  readonly calls: readonly { readonly call: ToolCall; readonly result: ToolResult }[]
}
export type RunOutcome =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'limit'; readonly limit: RunLimit }
  | { readonly kind: 'paused' | 'stopped' }
  | { readonly kind: 'failed'; readonly fault: FaultReport }
export type RunResult = {
  readonly runId: RunId
  readonly startedBy: StartedBy
  readonly startedAt: EpochMs
  readonly task: string | null
  readonly ceiling: Autonomy
  readonly steps: readonly RunStep[]
  /** What it did, oldest first. `revert(runId)` takes all of it back. */
  readonly operations: readonly OperationId[]
  /** Left for review. */
  readonly proposals: readonly ProposalId[]
  readonly usage: UsageReport
  /** null while it runs. */
  readonly outcome: RunOutcome | null
}
