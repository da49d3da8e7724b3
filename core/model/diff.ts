import type { Priority, Role } from './content.ts'
import type { CommitHash, MessageId } from './ids.ts'
import type { Json } from './json.ts'

/** Two contexts compared message by message. */
export type ContextDiff = {
  /** null: compared with an empty context. */
  readonly from: CommitHash | null
  readonly to: CommitHash
  readonly changes: readonly Change[]
  /** Settings of the newest answer on either side that differ; null where one isn't set. */
  readonly config: readonly ConfigChange[]
  readonly tokenDelta: number
}
/** In the order in which they lead from one context to the other; those of a kind in context order. */
export type Change =
  | { readonly kind: 'removed'; readonly messageId: MessageId; readonly role: Role; readonly text: string; readonly tokens: number }
  /** These messages left because the summary came into force: they are not among the removed. The summary, if it is shown, is among the added. */
  | { readonly kind: 'compressed'; readonly summary: MessageId; readonly messages: readonly MessageId[] }
  /** These messages came back because the summary is out of force; their texts are among the added. */
  | { readonly kind: 'expanded'; readonly summary: MessageId; readonly messages: readonly MessageId[] }
  /** Indexes among the messages that both contexts show. */
  | { readonly kind: 'moved'; readonly messageId: MessageId; readonly from: number; readonly to: number }
  | { readonly kind: 'edited'; readonly messageId: MessageId; readonly role: Role; readonly hunks: readonly WordHunk[] }
  /** Also of messages that neither context shows. */
  | { readonly kind: 'annotated'; readonly messageId: MessageId; readonly from: Priority; readonly to: Priority }
  /** `index`: its place in the new context. */
  | { readonly kind: 'added'; readonly messageId: MessageId; readonly role: Role; readonly text: string; readonly tokens: number; readonly index: number }
export type WordHunk = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
export type ConfigChange = { readonly field: string; readonly from: Json; readonly to: Json }
