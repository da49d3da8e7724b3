import { type } from '@orpc/contract'
import { z } from 'zod'
import type { Author } from '../../core/model/author.ts'
import type { ContentType, Role } from '../../core/model/content.ts'
import type { Repair } from '../../core/model/context.ts'
import type { WordHunk } from '../../core/model/diff.ts'
import type { CommitHash, ContextHash, EpochMs, MessageId } from '../../core/model/ids.ts'
import type { RawAnswer } from '../../core/model/usage.ts'
import { branchName, moment, oneMoment, procedure, ref, tractId } from './base.ts'
import { onceSettings } from './chat.ts'
import { task } from './operations.ts'

/** An older text of a message that the model sees corrected. */
export type ReplacedVersion = {
  readonly messageId: MessageId
  readonly commit: CommitHash
  readonly role: Role
  readonly contentType: ContentType
  readonly tokens: number
  readonly preview: string
  /** Who corrected it. */
  readonly by: Author
}

/** A message of one context or of two: only in the second, only in the first, in both with other words, in both alike. */
export type LineMark = 'added' | 'removed' | 'changed' | 'same'
export type LineChange = {
  readonly mark: LineMark
  readonly messageId: MessageId
  readonly role: Role
  readonly contentType: ContentType
  readonly preview: string
  /** null where the context doesn't have it. */
  readonly tokensBefore: number | null
  readonly tokensAfter: number | null
  /** What changed in its words; null where nothing did, or where it is too much to be told at once. */
  readonly hunks: readonly WordHunk[] | null
}
export type ContextSide = { readonly head: CommitHash | null; readonly hash: ContextHash; readonly tokenCount: number; readonly messageCount: number }
export type ChangeCounts = { readonly added: number; readonly removed: number; readonly changed: number; readonly tokenDelta: number }
/** Two contexts, line by line in the order of the second; what only the first has stands where it stood. */
export type ContextChanges = ChangeCounts & { readonly from: ContextSide; readonly to: ContextSide; readonly lines: readonly LineChange[] }

export type SentCall = {
  readonly at: EpochMs
  readonly head: CommitHash
  readonly client: string
  readonly model: string
  /** As the provider counted; null where it didn't say. */
  readonly inputTokens: number | null
  readonly cachedInputTokens: number | null
}
/** How much of what would be sent now begins just as what this provider's model got last. */
export type CachePrefix =
  | {
      readonly kind: 'known'
      /** In tokens of all that would be sent. */
      readonly tokens: number
      readonly of: number
      /** The first message that isn't as it was; null where all is. */
      readonly first: { readonly messageId: MessageId; readonly role: Role; readonly contentType: ContentType; readonly edited: boolean } | null
      /** Nothing of what was sent changed: more came at its end. */
      readonly isOnlyMore: boolean
      readonly call: SentCall
    }
  /** Nothing was sent to this model from here. */
  | { readonly kind: 'new'; readonly client: string; readonly model: string; readonly of: number }
export type SinceLastCall = ChangeCounts & { readonly call: SentCall; readonly cache: CachePrefix }

const place = { tract: tractId, branch: branchName, ...moment }
const either = 'give `at` or `asOf`, not both'
const asked = { task: task.optional(), settings: onceSettings.optional() }
const against = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('lastCall') }), z.strictObject({ kind: z.literal('at'), at: ref })])

/** A request as somebody wrote it; where it goes and with which key the settings say. */
const rawBody = z.record(z.string().max(200), z.json())

export const xray = {
  /** Sends a request that was changed by hand, once, to the provider of the chat. Nothing is written on the branch; what it took and cost is kept. Ends when the call is left. */
  sendRaw: procedure.input(z.strictObject({ tract: tractId, branch: branchName, body: rawBody, settings: onceSettings.optional() })).output(type<RawAnswer>()),
  /** The older texts of the messages that a context shows corrected, oldest first; of the newest 200 of them. */
  replaced: procedure.input(z.strictObject(place).refine(oneMoment, either)).output(type<readonly ReplacedVersion[]>()),
  /** What the protocol that a request would be sent in makes of messages it has no place for. */
  repairs: procedure.input(z.strictObject({ ...place, ...asked }).refine(oneMoment, either)).output(type<readonly Repair[]>()),
  /** What leads to a context from the one sent last, or from another one. null: nothing was sent from here. */
  changes: procedure.input(z.strictObject({ ...place, against }).refine(oneMoment, either)).output(type<ContextChanges | null>()),
  /** What came since the last request was sent from here, and how much of it the provider has read already. null: nothing was sent. */
  sinceLastCall: procedure.input(z.strictObject({ ...place, ...asked }).refine(oneMoment, either)).output(type<SinceLastCall | null>()),
}
