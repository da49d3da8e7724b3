import type { Author } from './author.ts'
import type { Risk } from './autonomy.ts'
import type { CompressionDraft } from './compress.ts'
import type { Change } from './diff.ts'
import type { Warning } from './effect.ts'
import type { FaultReport } from './fault.ts'
import type { CommitHash, DraftId, EpochMs, MessageId, ProposalId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { Operation } from './operation.ts'
import type { ToolAction } from './tools.ts'

/** A call of the toolkit. */
export type ProposedAction = ToolAction

/** Something a policy or the orchestrator wants to do, waiting for a person. Kept outside the context. */
export type Proposal = {
  readonly id: ProposalId
  readonly from: Author
  readonly action: ProposedAction
  readonly risk: Risk
  readonly reasoning: string
  readonly alternatives: readonly ProposedAction[]
  /** The dry run; null where only a model can tell. */
  readonly effect: ProposedEffect | null
  /** The branch it is about, and where that stood. */
  readonly branch: string | null
  readonly base: CommitHash | null
  /** The branch stands there still. Where it doesn't, approving looks first whether it would come to the same. */
  readonly isCurrent: boolean
  readonly state: ProposalState
  readonly createdAt: EpochMs
  /** When it lapses by itself. */
  readonly expiresAt: EpochMs | null
}
/** What it would do to the context and to names, without the texts. */
export type ProposedEffect = {
  readonly tokensBefore: number
  readonly tokensAfter: number
  readonly changes: readonly ChangedMessage[]
  /** Names that would come to stand elsewhere. */
  readonly refs: readonly string[]
  readonly warnings: readonly Warning[]
}
/** Of what is new in the context, the messages have no names yet. */
export type ChangedMessage = { readonly kind: Change['kind']; readonly messages: readonly MessageId[] }
export type ProposalState =
  | { readonly kind: 'pending' | 'stale' | 'expired' | 'superseded' }
  /** `approved`: a model wrote a summary, which waits as a draft. `args`: what was done instead of what was proposed. */
  | { readonly kind: 'approved'; readonly by: Author; readonly at: EpochMs; readonly args: JsonObject | null; readonly draft: DraftId }
  | { readonly kind: 'executed'; readonly by: Author; readonly at: EpochMs; readonly args: JsonObject | null }
  | { readonly kind: 'rejected'; readonly by: Author; readonly at: EpochMs; readonly reason: string }
  | { readonly kind: 'failed'; readonly fault: FaultReport }
export type ProposalStateKind = ProposalState['kind']

export type ApprovalResult =
  | { readonly kind: 'executed'; readonly operation: Operation }
  /** A model wrote a summary: look at it, then `approveCompression`. */
  | { readonly kind: 'draft'; readonly draft: CompressionDraft }
  /** The tract moved on since, and it would not come to the same any more; nothing was done. */
  | { readonly kind: 'stale'; readonly proposal: Proposal }
  | { readonly kind: 'failed'; readonly fault: FaultReport }

/** Decides a proposal. Async when a person is asked. */
export type Reviewer = (proposal: Proposal, options: { readonly signal: AbortSignal }) => Decision | Promise<Decision>
export type Decision =
  | { readonly decision: 'approve' }
  | { readonly decision: 'modify'; readonly args: JsonObject }
  | { readonly decision: 'reject'; readonly reason: string }
  /** Leave it in `proposals`. */
  | { readonly decision: 'queue' }
