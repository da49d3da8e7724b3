import type { Author } from './author.ts'
import type { CompressCommit } from './commit.ts'
import type { LLMConfig } from './config.ts'
import type { ContentType, Role } from './content.ts'
import type { DraftId, EpochMs, LLMCallId, MessageId, Ref } from './ids.ts'

/** What to compress: a range of the context, chosen messages, or once more what a summary stands for, in its place. Default: everything. */
export type CompressRange =
  | { readonly from?: Ref; readonly to?: Ref; readonly messages?: never; readonly again?: never }
  | { readonly messages: readonly Ref[]; readonly from?: never; readonly to?: never; readonly again?: never }
  | { /** A summary: it goes when the new ones come. */ readonly again: Ref; readonly from?: never; readonly to?: never; readonly messages?: never }
export type CompressRules = {
  /** Messages left as they are, besides the pinned ones. */
  readonly preserve?: readonly Ref[]
  /** Must be found in the summaries; a miss is reported and, with a model, asked for once more. */
  readonly mustKeep?: readonly (string | RegExp)[]
}
/** Your own words: one text for one run, one per run otherwise. */
export type ManualCompress = CompressRange & CompressRules & { readonly content: string | readonly string[]; /** false: kept as a draft to review. */ readonly autoCommit?: boolean }
/** What the model of the job `compress` is told beside the messages. */
export type SummaryWish = {
  /** How long a summary shall be about, in tokens, all runs together. Default: a fifth of what it stands for. */
  readonly targetTokens?: number
  /** What to keep, leave out, or how to write. */
  readonly instructions?: string
}
/** The model's words. `onText` hears them as they come, run by run; `attempt` counts from 1 where facts were missing and it is asked again. */
export type LLMCompress = CompressRange & CompressRules & SummaryWish & LLMConfig & {
  readonly content?: never
  /** Default true; false: kept as a draft to review. */
  readonly autoCommit?: boolean
  readonly llmConfig?: LLMConfig
  readonly signal?: AbortSignal
  readonly onText?: (piece: { readonly run: number; readonly attempt: number; readonly text: string }) => void
}

/** A draft with `autoCommit: false`, else what was done; at once for your own words, later for a model's. */
export type Compressed<Given> = Given extends { readonly content: string | readonly string[] }
  ? Given extends { readonly autoCommit: false } ? CompressionDraft : CompressResult
  : Promise<Given extends { readonly autoCommit: false } ? CompressionDraft : CompressResult>

export type CompressResult =
  | {
      readonly kind: 'compressed'
      /** One per run. */
      readonly commits: readonly CompressCommit[]
      readonly originalTokens: number
      readonly summaryTokens: number
      readonly missing: readonly MissedFact[]
    }
  | { readonly kind: 'nothing'; readonly reason: 'empty' | 'allPinned' | 'allSkipped' }
export type MissedFact = { readonly run: number; readonly expected: string }

/** What compressing a range would take, before a word is written. */
export type CompressionPreview = {
  /** One summary each. */
  readonly runs: readonly { readonly messages: readonly MessageId[]; readonly tokens: number }[]
  /** Shown messages of the range that stay as they are, because they are pinned or preserved. */
  readonly kept: readonly MessageId[]
  /** Of all runs. */
  readonly tokens: number
  /** Why there is no run; null where there is one. */
  readonly nothing: 'empty' | 'allPinned' | 'allSkipped' | null
}

/** A compression that waits for a decision: kept in the file with every summary that was written for it. */
export type CompressionDraft = {
  readonly id: DraftId
  readonly branch: string
  readonly createdAt: EpochMs
  readonly by: Author
  readonly wish: SummaryWish & { readonly mustKeep: readonly string[] }
  /** Where it goes: into this tract's own history. */
  readonly into: { readonly kind: 'history' }
  readonly runs: readonly DraftRun[]
  /** The summary in whose place these come, where its messages are summarised once more. */
  readonly again: MessageId | null
  /** Of the branch's context now, and with the chosen summaries in force. */
  readonly tokensBefore: number
  readonly tokensAfter: number
  readonly missing: readonly MissedFact[]
  /** Since it was drafted something in its range was changed, hidden, pinned or compressed, or came in between; or the branch is gone. */
  readonly isStale: boolean
}
export type DraftRun = {
  readonly originals: readonly DraftOriginal[]
  /** The chosen version; empty while there is none, as of a run that a stopped model hadn't come to. */
  readonly summary: string
  readonly originalTokens: number
  readonly summaryTokens: number
  /** All that were written, oldest first; none is ever lost. */
  readonly versions: readonly DraftVersion[]
  readonly chosen: number
}
/** A message as the summary's writer saw it. */
export type DraftOriginal = { readonly messageId: MessageId; readonly role: Role; readonly contentType: ContentType; readonly content: string; readonly tokens: number }
export type DraftVersion = {
  readonly text: string
  readonly tokens: number
  /** false: its writing was stopped before the end. It can't be approved until somebody finishes it, as one more version. */
  readonly isWhole: boolean
  readonly by: Author
  readonly at: EpochMs
  /** The model call that wrote it; null for a person's words. */
  readonly call: LLMCallId | null
  /** Who wrote it, as that call tells; null for a person's words. */
  readonly writer: { readonly client: string; readonly model: string; /** null when no price was known. */ readonly costUsd: number | null } | null
  readonly guidance: string | null
}
