import type { Json, JsonObject } from './json.ts'

export type Role = 'system' | 'user' | 'assistant' | 'tool'
export type Priority = 'pinned' | 'normal' | 'skip'

/** Every content type and its fields. */
export interface ContentTypes {
  /** The rules of the conversation. Role system; pinned by default. */
  instruction: { readonly text: string }
  dialogue: { readonly role: 'user' | 'assistant' | 'system'; readonly text: string; readonly name?: string }
  tool_call: { readonly callId: string; readonly tool: string; readonly input: Json }
  tool_result: { readonly callId: string; readonly tool: string; readonly output: Json; readonly status: 'success' | 'error' }
  /** What a model thought before it answered. Sent back only where the provider wants it. */
  reasoning: { readonly text: string; readonly signature?: string }
}
export type ContentType = keyof ContentTypes
/** The content of one message, told apart by `type`. */
export type Content<T extends ContentType = ContentType> = { [K in T]: { readonly type: K } & ContentTypes[K] }[T]

export type CommitLabels = {
  /** The commit message. Default `<type>: <first 72 characters>`. */
  readonly message?: string
  readonly tags?: readonly string[]
  readonly metadata?: JsonObject
}
