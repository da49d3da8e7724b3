import { type } from '@orpc/contract'
import { z } from 'zod'
import type { GraphRow } from '../../core/model/commit.ts'
import type { CompiledMessage, ExcludedMessage, MessageHistory, TokenSource, Transcript } from '../../core/model/context.ts'
import type { CommitHash, ContextHash, Page } from '../../core/model/ids.ts'
import { branchName, messageId, procedure, tractId } from './base.ts'

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

export const history = {
  /** All branches as light rows, newest first. */
  graph: procedure.input(z.strictObject({ tract: tractId, limit: z.number().int().min(1).max(2000), cursor: z.string().max(20_000).nullable() })).output(type<Page<GraphRow>>()),
  /** What happened on a branch: its newest `limit` messages, hidden ones too, oldest of them first. */
  transcript: procedure.input(z.strictObject({ tract: tractId, branch: branchName, limit: z.number().int().min(1).max(5000) })).output(type<Transcript>()),
  /** What the model would see on a branch now, line by line, and what is left out and why. */
  xray: procedure.input(z.strictObject({ tract: tractId, branch: branchName })).output(type<XrayView>()),
  versions: procedure.input(z.strictObject({ tract: tractId, branch: branchName, message: messageId })).output(type<MessageHistory>()),
}
