import type { AuthorKind } from './author.ts'
import type { ContentType, Role } from './content.ts'
import type { LLMConfig } from './config.ts'
import type { CommitHash, EpochMs, MessageId, TractId } from './ids.ts'
import type { JsonObject } from './json.ts'

export type SearchFilter = {
  readonly roles?: readonly Role[]
  readonly types?: readonly ContentType[]
  readonly branch?: string
  /** An author's id. */
  readonly author?: string
  readonly authorKind?: AuthorKind
  /** A part of the name of the model that wrote it, in any form of letters. */
  readonly model?: string
  /** The temperature it was written at. */
  readonly temperature?: Condition<number>
  /** Commits made at this time or later. */
  readonly after?: EpochMs
  /** Commits made before this time. */
  readonly before?: EpochMs
  /** Messages that are so on some branch: kept always, corrected; or that no branch shows, or no branch holds any more. Several must all be so. */
  readonly is?: readonly SearchState[]
}
export type SearchState = 'pinned' | 'edited' | 'hidden' | 'archived'
export type SearchHit = {
  readonly tract: TractId
  /** The message that the text belongs to; null for the free text of a merge, which belongs to none. */
  readonly messageId: MessageId | null
  /** The commit that holds the text: of an old version, the one that brought it. */
  readonly commit: CommitHash
  /** Branches that reach it; none for what only history holds. */
  readonly branches: readonly string[]
  /** The words around the first match. */
  readonly snippet: string
  /** Where matches stand in the snippet: start and end, in UTF-16 units. */
  readonly marks: readonly (readonly [start: number, end: number])[]
  /** No branch's context shows this text now; for the free text of a commit: its message. */
  readonly hidden: boolean
}

/** A value, or one operator; `ne` asks for another value, so a commit where the field isn't set never matches. Order is for numbers only. */
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
