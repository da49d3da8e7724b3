import type { Json, JsonObject } from './json.ts'

export type Role = 'system' | 'user' | 'assistant' | 'tool'
export type Priority = 'pinned' | 'normal' | 'skip'

/** The content types that come with the library, and their fields. */
export interface OwnContentTypes {
  /** The rules of the conversation. Role system; pinned by default. */
  instruction: { readonly text: string }
  dialogue: { readonly role: 'user' | 'assistant' | 'system'; readonly text: string; readonly name?: string }
  tool_call: { readonly callId: string; readonly tool: string; readonly input: Json }
  tool_result: { readonly callId: string; readonly tool: string; readonly output: Json; readonly status: 'success' | 'error' }
  /** What a model thought before it answered. Sent back only where the provider wants it. */
  reasoning: { readonly text: string; readonly signature?: string }
  /** A thing that was made: code, a document, a table. */
  artifact: { readonly artifactType: string; readonly content: string; readonly language?: string; readonly ref?: string }
  /** A result for the person who asked. */
  output: { readonly text: string; readonly format: 'text' | 'markdown' | 'json' }
  freeform: { readonly payload: JsonObject }
  /** Where a piece of work begins, ends or is handed over. Role system; pinned by default. */
  session: {
    readonly sessionType: 'start' | 'end' | 'handoff' | 'checkpoint'
    readonly summary: string
    readonly decisions: readonly string[]
    readonly failedApproaches: readonly string[]
    readonly nextSteps: readonly string[]
  }
  /** Stands for messages that were compressed. Role user. */
  summary: { readonly text: string }
}
/** Every content type and its fields. A registered type of your own is added by declaration merging (see `customContentType`). */
export interface ContentTypes extends OwnContentTypes {}
export type OwnContentType = keyof OwnContentTypes
export type ContentType = keyof ContentTypes
/** The content of one message, told apart by `type`. */
export type Content<T extends ContentType = ContentType> = { [K in T]: { readonly type: K } & ContentTypes[K] }[T]

export type CommitLabels = {
  /** The commit message. Default `<type>: <first 72 characters>`. */
  readonly message?: string
  readonly tags?: readonly string[]
  readonly metadata?: JsonObject
}
