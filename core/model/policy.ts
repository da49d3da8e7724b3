import type { Autonomy } from './autonomy.ts'
import type { Commit } from './commit.ts'
import type { TractConfig } from './config.ts'
import type { CompiledContext, Status } from './context.ts'
import type { ContentType } from './content.ts'
import type { FaultReport } from './fault.ts'
import type { EpochMs, MessageId, OperationId, ProposalId } from './ids.ts'
import type { PolicySettings } from './keptPolicy.ts'
import type { Branch } from './refs.ts'
import type { ToolAction } from './tools.ts'

/** `compile` means a compile that was sent to a model; `turn` a question with its answer. Reads fire nothing. `everyMs` is looked at after operations too. */
export type PolicyTrigger = 'commit' | 'compile' | 'turn' | { readonly everyMs: number }

/** A rule about *when*. Pure: it looks at the view and says what should be done, or null. */
export type Policy = {
  readonly name: string
  readonly trigger: PolicyTrigger
  /** Lower looks first. Default 100. */
  readonly priority?: number
  /** Caps the autonomy given to `configurePolicies`. */
  readonly autonomy?: Autonomy
  /** How long it rests after it acted, was refused or failed, in milliseconds. Default 0. */
  readonly cooldownMs?: number
  /** The settings of one that came along with the library: these are kept in the file. */
  readonly settings?: PolicySettings
  readonly evaluate: (view: PolicyView) => PolicyAction | null
}
/** What a policy sees. Each field is read when it is asked for. */
export type PolicyView = {
  readonly status: Status
  readonly context: CompiledContext
  /** The newest commits of the current branch, newest first. */
  readonly recent: readonly Commit[]
  readonly branches: readonly Branch[]
  readonly now: EpochMs
  readonly config: Required<TractConfig>
  /** The whole text of a message. */
  readonly textOf: (message: MessageId) => string
  /** Content types whose messages begin pinned. */
  readonly pinnedAtFirst: ReadonlySet<ContentType>
  /** Messages and branches about which an act of this policy waits, was rejected, or was undone. */
  readonly declined: ReadonlySet<string>
}
export type { BuiltInPolicy, KeptPolicy, PolicySettings } from './keptPolicy.ts'

/** One call of the toolkit, with the reason people will read. `orchestrate` hands the matter to the attached orchestrator. */
export type PolicyAction = (ToolAction | { readonly tool: 'orchestrate'; readonly args: { readonly task: string } }) & {
  readonly reason: string
  /** What it is about, in a word: after a rejection it isn't proposed again while this stays the same. Default: the act and its arguments. */
  readonly situation?: string
}

export type PolicyEntry = {
  readonly policy: string
  readonly at: EpochMs
  readonly action: PolicyAction
  readonly outcome:
    | { readonly kind: 'executed'; readonly operation: OperationId }
    | { readonly kind: 'proposed'; readonly proposal: ProposalId }
    | { readonly kind: 'held'; readonly because: 'alreadyProposed' | 'rejectedBefore' | 'cooldown' | 'running' }
    | { readonly kind: 'failed'; readonly fault: FaultReport }
}
