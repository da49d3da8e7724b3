import { type } from '@orpc/contract'
import { z } from 'zod'
import type { CommitDetail, GraphRow } from '../../core/model/commit.ts'
import type { CompiledMessage, ExcludedMessage, MessageHistory, Repair, TokenSource, Transcript, TranscriptMessage } from '../../core/model/context.ts'
import type { CommitHash, ContextHash, Page } from '../../core/model/ids.ts'
import type { Operation, TractView } from '../../core/model/operation.ts'
import type { Receipt, RequestPreview } from '../../core/model/usage.ts'
import { branchName, messageId, moment, oneMoment, procedure, ref, tractId } from './base.ts'
import { onceSettings } from './chat.ts'
import { task } from './operations.ts'

/** One line of what the model sees, without its text. */
export type XrayLine = Pick<CompiledMessage, 'messageId' | 'role' | 'contentType' | 'tokens' | 'priority' | 'edited' | 'why'> & { readonly preview: string }
export type XrayView = {
  readonly messages: readonly XrayLine[]
  readonly excluded: readonly ExcludedMessage[]
  readonly tokenCount: number
  readonly tokenSource: TokenSource
  readonly head: CommitHash | null
  readonly hash: ContextHash
}

/** One commit, and the message it brings or changes as a branch has it: null for a commit that is about no message, such as a merge. */
export type StepView = Omit<CommitDetail, 'content'> & { readonly message: TranscriptMessage | null }

/** The protocols a context can be put into. */
export type RequestForm = 'openai' | 'anthropic' | 'ollama'
/** The request that would be sent now, as one protocol has it. */
export type RequestView = RequestPreview & {
  readonly form: RequestForm
  /** Whether it is what the chosen provider would get, to the letter; else how it would look for another one. */
  readonly isSent: boolean
  /** What had to be mended for the messages to be valid there. */
  readonly repairs: readonly Repair[]
}

const either = 'give `at` or `asOf`, not both'

export const history = {
  /** All branches as light rows, newest first. */
  graph: procedure.input(z.strictObject({ tract: tractId, limit: z.number().int().min(1).max(2000), cursor: z.string().max(20_000).nullable() })).output(type<Page<GraphRow>>()),
  /** What happened on a branch: its newest `limit` messages, hidden ones too, oldest of them first; now, or as they were at a moment. */
  transcript: procedure
    .input(z.strictObject({ tract: tractId, branch: branchName, limit: z.number().int().min(1).max(100_000), ...moment }).refine(oneMoment, either))
    .output(type<Transcript>()),
  /** What the model would see on a branch now, or at a moment, line by line, and what is left out and why. */
  xray: procedure.input(z.strictObject({ tract: tractId, branch: branchName, ...moment }).refine(oneMoment, either)).output(type<XrayView>()),
  /** Any commit, and its message as `branch` has it, or without one HEAD; as it was at that commit where that doesn't have it. */
  step: procedure.input(z.strictObject({ tract: tractId, branch: branchName.optional(), at: ref })).output(type<StepView>()),
  versions: procedure.input(z.strictObject({ tract: tractId, branch: branchName, message: messageId })).output(type<MessageHistory>()),
  /**
   * The body of the request that would be sent now, or with the context of a moment; without `form` in the protocol of the chosen provider. For another
   * `task` than chat: to its provider, with its settings; what it asks is not in it. No key is in it.
   */
  request: procedure
    .input(
      z
        .strictObject({ tract: tractId, branch: branchName, ...moment, task: task.optional(), form: z.enum(['openai', 'anthropic', 'ollama']).optional(), settings: onceSettings.optional() })
        .refine(oneMoment, either),
    )
    .output(type<RequestView>()),
  /** What was sent for an answer, and whether its context still gives the same. */
  receipt: procedure.input(z.strictObject({ tract: tractId, branch: branchName, message: messageId })).output(type<Receipt>()),
  /** Everything that was done to a tract, newest first; what was undone and what undid it too. */
  operations: procedure.input(z.strictObject({ tract: tractId, limit: z.number().int().min(1).max(1000), cursor: z.string().max(2000).nullable() })).output(type<Page<Operation>>()),
  /** Name, settings, HEAD, branches and bookmarks as of a position of the journal. */
  viewAt: procedure.input(z.strictObject({ tract: tractId, seq: z.number().int().min(0) })).output(type<TractView>()),
}
