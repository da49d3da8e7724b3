import type { Author } from './author.ts'
import type { Commit, EditCommit, AnnotateCommit, ExpandCommit, MergeCommit } from './commit.ts'
import type { Priority } from './content.ts'
import type { Warning } from './effect.ts'
import type { CommitHash, ConflictId, EpochMs, LLMCallId, MergeId, MessageId } from './ids.ts'
import type { TokenUsage } from './reply.ts'
import type { Tag } from './refs.ts'

export type ConflictKind =
  | 'bothEdited' | 'editVsSkip' | 'bothAnnotated'
  /** About which summaries are in force: resolved for all messages they share at once. */
  | 'bothCompressed' | 'compressVsExpand' | 'compressVsEdit' | 'compressVsSkip' | 'expandVsEdit'

/** Something that both sides changed in ways that can't both hold. */
export type Conflict = {
  /** The same for the same conflict when a merge is made anew. */
  readonly id: ConflictId
  readonly kind: ConflictKind
  /** Every kind that applies; more than one only where summaries clash in several ways. */
  readonly kinds: readonly ConflictKind[]
  /** One message, or all that the clashing summaries touch, summaries included. */
  readonly messages: readonly MessageId[]
  readonly base: SideState
  readonly ours: SideState
  readonly theirs: SideState
}
/** The first message of a conflict as one side has it. */
export type SideState = {
  readonly text: string
  readonly priority: Priority
  /** What wrote it; null where that side doesn't have the message. */
  readonly commit: CommitHash | null
  /** The summaries that this side has in force over the conflict's messages. */
  readonly summaries: readonly { readonly messageId: MessageId; readonly text: string }[]
}

/** `both`: keep the summaries of both sides in force; only where nothing was expanded. `text` answers a conflict about texts with own words. */
export type Resolution = { readonly take: 'ours' | 'theirs' | 'base' | 'both' } | { readonly take: 'text'; readonly text: string; readonly priority?: Priority }
/** Asked for each conflict; null leaves it open. */
export type Resolver = (conflict: Conflict) => Resolution | null
export type ResolvedConflict = { readonly kind: ConflictKind; readonly messages: readonly MessageId[]; readonly resolution: Resolution }

export type PendingConflict = Conflict & { readonly resolution: Resolution | null; readonly resolvedBy: Author | null; readonly reasoning: string | null }
/** A merge that waits for decisions. It is kept in the file. */
export type PendingMerge = {
  readonly id: MergeId
  readonly branch: string
  readonly into: string
  readonly ours: CommitHash
  readonly theirs: CommitHash
  /** All maximal common ancestors; none where the histories have nothing in common. */
  readonly bases: readonly CommitHash[]
  readonly conflicts: readonly PendingConflict[]
  readonly warnings: readonly Warning[]
  readonly createdAt: EpochMs
  /** A branch moved since it was prepared: refresh it. */
  readonly isStale: boolean
}

/** Words that a model proposes for a conflict. Nothing is decided by them. */
export type SuggestedResolution = {
  readonly conflict: ConflictId
  readonly text: string
  readonly call: LLMCallId
  readonly client: string
  readonly model: string
  readonly usage: TokenUsage | null
  /** null: no price is known. */
  readonly costUsd: number | null
}

export type MergeResult =
  | { readonly kind: 'upToDate'; readonly head: CommitHash }
  | { readonly kind: 'fastForward'; readonly from: CommitHash | null; readonly to: CommitHash }
  | { readonly kind: 'clean'; readonly commit: MergeCommit; readonly warnings: readonly Warning[] }
  /** There were conflicts; a strategy or the resolver settled all of them. */
  | { readonly kind: 'resolved'; readonly commit: MergeCommit; readonly warnings: readonly Warning[] }
  | { readonly kind: 'conflict'; readonly pending: PendingMerge }

/** A commit that can't be copied as it is. */
export type Issue =
  | {
      readonly kind: 'targetMissing'
      readonly commit: EditCommit | AnnotateCommit | ExpandCommit
      readonly target: MessageId
      /** The edited text, when there is one to take. */
      readonly text: string | null
    }
  /** A summary some of whose messages are here but expanded, skipped or inside another summary. */
  | { readonly kind: 'overlap'; readonly commit: Commit; readonly messages: readonly MessageId[]; readonly text: string }
export type IssueDecision = 'skip' | 'asNewMessage'
/** Without it, issues are reported and nothing changes. */
export type IssueOptions = { readonly onIssue?: IssueDecision | ((issue: Issue) => IssueDecision) }
export type PickResult =
  | { readonly kind: 'picked'; readonly commits: readonly Commit[]; readonly skipped: readonly Issue[]; readonly warnings: readonly Warning[] }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
export type RebaseResult =
  | { readonly kind: 'upToDate'; readonly head: CommitHash }
  | { readonly kind: 'fastForward'; readonly to: CommitHash }
  | { readonly kind: 'rebased'; readonly commits: readonly Commit[]; readonly oldTip: Tag; readonly warnings: readonly Warning[] }
  /** Nothing was written: answer them with `resolver` or `strategy`. */
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[]; readonly warnings: readonly Warning[] }
