import type { Priority, Role } from './content.ts'
import type { CommitHash, MessageId } from './ids.ts'
import type { Json } from './json.ts'

/** Two contexts compared message by message. */
export type ContextDiff = {
  /** null: compared with an empty context. */
  readonly from: CommitHash | null
  readonly to: CommitHash
  readonly changes: readonly Change[]
  /** Settings of the last answer on either side that differ. */
  readonly config: readonly ConfigChange[]
  readonly tokenDelta: number
}
export type Change =
  | { readonly kind: 'added'; readonly messageId: MessageId; readonly role: Role; readonly text: string; readonly tokens: number }
  | { readonly kind: 'removed'; readonly messageId: MessageId; readonly role: Role; readonly text: string; readonly tokens: number }
  | { readonly kind: 'edited'; readonly messageId: MessageId; readonly role: Role; readonly hunks: readonly WordHunk[] }
  /** Indexes among the messages that both contexts show. */
  | { readonly kind: 'moved'; readonly messageId: MessageId; readonly from: number; readonly to: number }
  | { readonly kind: 'annotated'; readonly messageId: MessageId; readonly from: Priority; readonly to: Priority }
  | { readonly kind: 'compressed' | 'expanded'; readonly summary: MessageId; readonly messages: readonly MessageId[] }
export type WordHunk = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
export type ConfigChange = { readonly field: string; readonly from: Json; readonly to: Json }
