import { type } from '@orpc/contract'
import { z } from 'zod'
import type { CompressionDraft } from '../../core/model/compress.ts'
import type { ContentType, Priority, Role } from '../../core/model/content.ts'
import type { FaultReport } from '../../core/model/fault.ts'
import type { DraftId, EpochMs, MessageId, TractId } from '../../core/model/ids.ts'
import { branchName, messageId, procedure, providerId, tractId, words } from './base.ts'
import type { XrayLine } from './history.ts'

const onBranch = { tract: tractId, branch: branchName }
const draftId = z.string().min(1).max(64)
const jobId = z.string().min(1).max(64)
const run = z.number().int().min(0).max(10_000)

/**
 * From one message to another, both with it; `preserve`: those between that stay as they are, besides the pinned ones. `again`: a summary; what it
 * stands for is meant, which lies between the two, and the new one takes its place.
 */
export const compressRange = z.strictObject({ from: messageId, to: messageId, preserve: z.array(messageId).max(10_000).optional(), again: messageId.optional() })
export type CompressRangeInput = z.infer<typeof compressRange>
const wish = z.strictObject({ targetTokens: z.number().int().min(1).max(10_000_000).optional(), instructions: z.string().max(20_000).optional() })
export type CompressWish = z.infer<typeof wish>
/** Who writes: without it the model of the job `compress`, as the settings tell. */
const writer = z.strictObject({ provider: providerId, model: z.string().min(1).max(200) })
export type SummaryWriterChoice = z.infer<typeof writer>

/** A message of a branch as compressing sees it: `taken` into run number `run`, staying in the range because it is pinned or was left out, hidden, or not in the range. */
export type CompressRow = {
  readonly messageId: MessageId
  readonly role: Role
  readonly contentType: ContentType
  readonly priority: Priority
  readonly tokens: number
  readonly preview: string
  /** It is a summary itself. */
  readonly isSummary: boolean
} & ({ readonly mark: 'taken'; readonly run: number; readonly text: string } | { readonly mark: 'pinned' | 'leftOut' | 'hidden' | 'outside' })
export type CompressView = {
  readonly rows: readonly CompressRow[]
  readonly runs: readonly { readonly messages: readonly MessageId[]; readonly tokens: number }[]
  readonly tokens: number
  /** Why there is no run; null where there is one. */
  readonly nothing: 'empty' | 'allPinned' | 'allSkipped' | null
}

/** What summaries would do to the context, before they do. */
export type CompressEffect = {
  readonly tokensBefore: number
  readonly tokensAfter: number
  readonly messagesBefore: number
  readonly messagesAfter: number
  /** Of each run's summary. */
  readonly summaryTokens: readonly number[]
  /** Whether every pinned message is there afterwards with the same content, by its hash. */
  readonly pinned: { readonly count: number; readonly areSame: boolean }
  /** Tokens from the first message on that isn't as it was: what a provider that keeps what it read would read again, once. */
  readonly readAnew: number
  /** What the model would see. */
  readonly lines: readonly XrayLine[]
}

/** A summary being written by a model. It belongs to the host, so it goes on when the page is reloaded. */
export type SummaryJob = {
  readonly id: string
  readonly tract: TractId
  readonly branch: string
  readonly about: { readonly kind: 'range'; readonly range: CompressRangeInput } | { readonly kind: 'draft'; readonly draft: DraftId; readonly guidance: string }
  readonly provider: string
  readonly model: string
  /** What came of each run so far. */
  readonly texts: readonly { readonly run: number; readonly text: string }[]
  readonly startedAt: EpochMs
  readonly state:
    | { readonly kind: 'running' }
    | { readonly kind: 'done'; readonly draft: DraftId }
    | { readonly kind: 'stopped' }
    | { readonly kind: 'failed'; readonly fault: FaultReport }
}
/** Waiting drafts, oldest first; and what is being written, stopped or failed, until it is dismissed. */
export type CompressState = { readonly drafts: readonly CompressionDraft[]; readonly jobs: readonly SummaryJob[] }

/** Summaries in place of messages. Everything happens on `branch`, or on that of the draft. */
export const compress = {
  state: procedure.input(z.strictObject({ tract: tractId })).output(type<CompressState>()),
  /** What a range comes to. Nothing is written. */
  view: procedure.input(z.strictObject({ ...onBranch, range: compressRange })).output(type<CompressView>()),
  /** What these words, one text a run, would do. Nothing is written. */
  effect: procedure.input(z.strictObject({ ...onBranch, range: compressRange, texts: z.array(words).min(1).max(1000) })).output(type<CompressEffect>()),
  /** Keeps your own words as a draft. */
  draft: procedure.input(z.strictObject({ ...onBranch, range: compressRange, texts: z.array(words).min(1).max(1000), wish: wish.optional() })).output(type<CompressionDraft>()),
  /** Has a model write a draft; one at a time on a branch. Its words come as `summary.written`. */
  write: procedure.input(z.strictObject({ ...onBranch, range: compressRange, wish: wish.optional(), writer: writer.optional() })).output(type<SummaryJob>()),
  /** Has summaries of a draft written anew, as versions beside those before: of one run; or with null of those that have no whole one yet, else of all. */
  regenerate: procedure.input(z.strictObject({ tract: tractId, draft: draftId, run: run.nullable(), guidance: z.string().max(20_000), writer: writer.optional() })).output(type<SummaryJob>()),
  /** Ends it; its words stay until it is dismissed. Nothing happens to one that has ended. */
  stop: procedure.input(z.strictObject({ job: jobId })).output(type<void>()),
  dismiss: procedure.input(z.strictObject({ job: jobId })).output(type<void>()),
  /** Writes one run's summary in your own words, as one more version. */
  edit: procedure.input(z.strictObject({ tract: tractId, draft: draftId, run, text: words })).output(type<CompressionDraft>()),
  choose: procedure.input(z.strictObject({ tract: tractId, draft: draftId, run, version: run })).output(type<CompressionDraft>()),
  /** Takes what the messages say now for what was seen. */
  refresh: procedure.input(z.strictObject({ tract: tractId, draft: draftId })).output(type<CompressionDraft>()),
  /** Puts the chosen summaries in force. */
  approve: procedure.input(z.strictObject({ tract: tractId, draft: draftId })).output(type<{ readonly messages: number; readonly tokensBefore: number; readonly tokensAfter: number }>()),
  reject: procedure.input(z.strictObject({ tract: tractId, draft: draftId, reason: z.string().max(2000).optional() })).output(type<void>()),
}
