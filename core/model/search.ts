import type { ContentType, Role } from './content.ts'
import type { LLMConfig } from './config.ts'
import type { CommitHash, MessageId, TractId } from './ids.ts'
import type { JsonObject } from './json.ts'

export type SearchFilter = {
  readonly roles?: readonly Role[]
  readonly types?: readonly ContentType[]
  readonly branch?: string
  /** An author's id. */
  readonly author?: string
}
export type SearchHit = {
  readonly tract: TractId
  readonly messageId: MessageId
  readonly commit: CommitHash
  /** Branches that reach it; none for what only history holds. */
  readonly branches: readonly string[]
  /** The words around the first match. */
  readonly snippet: string
  /** Where matches stand in the snippet: start and end, in UTF-16 units. */
  readonly marks: readonly (readonly [start: number, end: number])[]
  /** No branch shows it. */
  readonly hidden: boolean
}

export type Condition<T> =
  | T
  | { readonly ne: T }
  | { readonly lt: T }
  | { readonly lte: T }
  | { readonly gt: T }
  | { readonly gte: T }
  | { readonly in: readonly T[] }
/** `extra` is compared as a whole; every other field takes a value or one operator. */
export type ConfigQuery = { readonly [Field in Exclude<keyof LLMConfig, 'extra'>]?: Condition<NonNullable<LLMConfig[Field]>> } & { readonly extra?: JsonObject }
