import type { LLMConfig } from '../model/config.ts'
import type { Prompt } from '../model/context.ts'
import { Fault } from '../model/fault.ts'
import type { JsonObject } from '../model/json.ts'
import type { StopReason, TokenUsage, ToolCall, ToolDefinition } from '../model/reply.ts'

/** Where requests go. Implement it for a provider of your own: `name`, `model`, `stream` and `complete` are enough. */
export interface LLMClient {
  /** As people read it: in messages, and beside an answer. */
  readonly name: string
  /** Used when no level of the settings names a model. */
  readonly model: string | null
  /** The address without credentials, for messages. */
  readonly url?: string
  /** Throws a `Fault` when the call fails; ends without `done` when the answer was cut. */
  stream(request: ChatRequest, signal: AbortSignal): ChatStream
  complete(request: ChatRequest, signal: AbortSignal): Promise<ChatAnswer>
  /** The models there are to choose from. Faults: those of `stream`. */
  listModels?(signal?: AbortSignal): Promise<readonly string[]>
  /** Settings this provider has no place for: they are not sent, and told. */
  unsupported?(config: LLMConfig): readonly (keyof LLMConfig)[]
  /** The limit on the answer that it sends by itself where no setting names one, in tokens; null: it sends none. */
  usualMaxTokens?(config: LLMConfig): number | null
  /** The body `stream` would send, to the letter. */
  preview?(request: ChatRequest): JsonObject
  /** Its answers cost nothing: it runs on machines of one's own. */
  readonly isFree?: boolean
  /** How long this provider may be silent before a call counts as lost, where it differs from the rules. */
  patience?(config: LLMConfig): Partial<Patience>
  close?(): void
}

export type ChatRequest = {
  readonly prompt: Prompt
  readonly config: LLMConfig
  readonly tools: readonly ToolDefinition[]
  /** Sent to the letter, in place of the one that would be made of all this. */
  readonly body?: JsonObject
}

/** Every event but `usage` counts as progress. While parts of a tool call arrive, an empty text says so. */
export type ChatEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string; readonly signature?: string }
  | { readonly type: 'toolCall'; readonly call: ToolCall }
  | { readonly type: 'usage'; readonly usage: TokenUsage }
  /** Proof that the answer is whole; a stream that ends without it was cut. */
  | { readonly type: 'done'; readonly stopReason: StopReason; /** It read only a part of what was sent. */ readonly truncated?: boolean }

/** `opened` resolves when the provider has begun to answer; without it no separate wait for that is kept. */
export interface ChatStream extends AsyncIterable<ChatEvent> {
  readonly opened?: Promise<void>
}

export type ChatAnswer = {
  readonly text: string
  readonly toolCalls: readonly ToolCall[]
  readonly usage: TokenUsage | null
  readonly stopReason: StopReason
  /** It read only a part of what was sent. */
  readonly truncated?: boolean
}

export type ClientOptions = {
  /** Absent or empty: the provider's own address. */
  readonly baseUrl?: string
  /** Used when no level of the settings names a model. */
  readonly model?: string
  /** How long to wait for the beginning of an answer, in ms. Default 30 s; 300 s on this machine or its network, where a model may have to load. */
  readonly timeoutMs?: number
  readonly headers?: { readonly [name: string]: string }
  /** As people read it. Default: the provider's name, or the host of `baseUrl`. */
  readonly name?: string
}
export type Patience = {
  /** Until the answer begins (connection and headers). */
  readonly headersMs: number
  /** Between two pieces of the answer; signs of life without content don't count. */
  readonly progressMs: number
}

/** Reads a stream to its end. Faults: `llm/incomplete`, those of the stream. */
export async function answerOf(stream: AsyncIterable<ChatEvent>, client: string): Promise<ChatAnswer> {
  let text = ''
  const toolCalls: ToolCall[] = []
  let usage: TokenUsage | null = null
  for await (const event of stream) {
    if (event.type === 'text') text += event.text
    if (event.type === 'toolCall') toolCalls.push(event.call)
    if (event.type === 'usage') usage = event.usage
    if (event.type === 'done') return { text, toolCalls, usage, stopReason: event.stopReason, ...(event.truncated ? { truncated: true } : {}) }
  }
  throw new Fault('llm/incomplete', { client, found: 'it stopped without saying that it was whole' })
}

/** A stream that starts when it is first read. `run` calls `open` when the provider has begun to answer. */
export function chatStream(run: (open: () => void) => AsyncGenerator<ChatEvent, void>): ChatStream {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, [Symbol.asyncIterator]: () => run(resolve) }
}
