import type { Anthropic } from '@anthropic-ai/sdk'
import type { Stream } from '@anthropic-ai/sdk/core/streaming'
import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages'
import type { StopReason, TokenUsage, ToolCall } from '../../model/reply.ts'
import type { ChatEvent, LLMClient } from '../client.ts'
import { anthropicAddress, anthropicBody, defaultMaxTokens, isThinking, protocolVersion, unsupportedByAnthropic } from './anthropicBody.ts'
import { sdkClient } from './sdkClient.ts'
import type { KeyedOptions } from './sdkClient.ts'

/**
 * Anthropic's messages, and with `baseUrl` anything that speaks them. An empty key sends none. Sampling settings (temperature, topP, topK), where
 * the model takes them, make a request of the older version of the protocol: the newer one refuses them.
 * Faults of its calls: `llm/auth`, `llm/rate-limited`, `llm/overloaded`, `llm/unreachable`, `llm/model-not-found`, `llm/refused-payload`,
 * `llm/too-long`, `llm/protocol`, `llm/incomplete`.
 * @example
 * anthropic({ apiKey: 'a key', model: 'claude-sonnet-4-5' }).model // → 'claude-sonnet-4-5'
 */
export function anthropic(options: KeyedOptions): LLMClient {
  return sdkClient<Anthropic>(options, {
    title: 'Anthropic',
    ownAddress: anthropicAddress,
    // The SDK sends the first only; compatible servers want the second.
    authHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}`, 'x-api-key': apiKey }),
    async connect(settings) {
      const { Anthropic } = await import('@anthropic-ai/sdk')
      return new Anthropic({ ...settings, webhookKey: null, openTelemetry: false })
    },
    body: anthropicBody,
    unsupported: unsupportedByAnthropic,
    usualMaxTokens: defaultMaxTokens,
    async *events(sdk, body, signal, baseUrl, open) {
      // What `messages.create` does, but for what that writes to the console about models of which it is told.
      const events = await sdk.post<Stream<RawMessageStreamEvent>>('/v1/messages', { body, stream: true, signal, headers: protocolVersion(body, baseUrl) })
      open()
      yield* eventsOf(events)
    },
    models: async (sdk, signal, baseUrl) => (await sdk.models.list({ limit: 1000 }, { ...(signal ? { signal } : {}), headers: protocolVersion({}, baseUrl) })).data,
    thinks: isThinking,
  })
}

type Block = { readonly id: string; readonly name: string; readonly input: unknown; text: string }

/** Only `message_stop` proves that the answer is whole. */
async function* eventsOf(events: AsyncIterable<RawMessageStreamEvent>): AsyncGenerator<ChatEvent, void> {
  const blocks = new Map<number, Block>()
  const thoughts = signedThoughts()
  let usage: TokenUsage | null = null
  let stopReason: StopReason = 'end'
  for await (const event of events) {
    noteToolParts(blocks, event)
    thoughts.note(event)
    yield* piecesOf(event)
    if (event.type === 'message_start') usage = usageOf(event.message.usage, usage)
    if (event.type === 'message_delta') {
      usage = usageOf(event.usage, usage)
      stopReason = stopReasonOf(event.delta.stop_reason)
    }
    if (event.type !== 'message_stop') continue
    const signature = thoughts.signature()
    if (signature !== null) yield { type: 'reasoning', text: '', signature }
    for (const block of blocks.values()) yield { type: 'toolCall', call: toolCallOf(block) }
    if (usage) yield { type: 'usage', usage }
    yield { type: 'done', stopReason }
    return
  }
}

function noteToolParts(blocks: Map<number, Block>, event: RawMessageStreamEvent): void {
  if (event.type === 'content_block_start' && event.content_block.type === 'tool_use') {
    const { id, name, input } = event.content_block
    blocks.set(event.index, { id, name, input, text: '' })
  }
  if (event.type !== 'content_block_delta' || event.delta.type !== 'input_json_delta') return
  const block = blocks.get(event.index)
  if (block) block.text += event.delta.partial_json
}

/** A call without arguments comes without parts of them: what the block began with is all. */
function toolCallOf({ id, name, input, text }: Block): ToolCall {
  return { id, name, arguments: text === '' ? JSON.stringify(input ?? {}) : text }
}

/**
 * A signature proves one block of thoughts to the letter, and we keep the thoughts of an answer as one text: it is worth keeping only where they
 * came in one block, open to read.
 */
function signedThoughts(): { note(event: RawMessageStreamEvent): void; signature(): string | null } {
  let blocks = 0
  let isOpen = true
  let signature = ''
  return {
    note(event) {
      const begun = event.type === 'content_block_start' ? event.content_block.type : null
      if (begun === 'thinking') blocks += 1
      if (begun === 'redacted_thinking') isOpen = false
      if (event.type === 'content_block_delta' && event.delta.type === 'signature_delta') signature += event.delta.signature
    },
    signature: () => (blocks === 1 && isOpen && signature !== '' ? signature : null),
  }
}

function* piecesOf(event: RawMessageStreamEvent): Generator<ChatEvent, void> {
  if (event.type === 'content_block_start') {
    const block = event.content_block
    if (block.type === 'text' && block.text) yield { type: 'text', text: words(block.text) }
    if (block.type === 'tool_use') yield { type: 'text', text: '' }
  }
  if (event.type !== 'content_block_delta') return
  const delta = event.delta
  if (delta.type === 'text_delta') yield { type: 'text', text: words(delta.text) }
  if (delta.type === 'input_json_delta') yield { type: 'text', text: '' }
  if (delta.type === 'thinking_delta') yield { type: 'reasoning', text: words(delta.thinking) }
  if (delta.type === 'signature_delta') yield { type: 'text', text: '' }
}

/** A server that only looks like Anthropic's may leave it out. */
const words = (text: unknown): string => (typeof text === 'string' ? text : '')

type Counts = {
  readonly input_tokens?: number | null
  readonly output_tokens?: number | null
  readonly cache_read_input_tokens?: number | null
  readonly cache_creation_input_tokens?: number | null
}

/** Cached tokens are counted apart there; for us they are part of the input. Later counts complete earlier ones. */
function usageOf(counts: Counts | null | undefined, before: TokenUsage | null): TokenUsage | null {
  if (!counts) return before
  const cached = counts.cache_read_input_tokens ?? before?.cachedInputTokens
  const input = typeof counts.input_tokens === 'number' ? counts.input_tokens + (cached ?? 0) + (counts.cache_creation_input_tokens ?? 0) : (before?.inputTokens ?? 0)
  const output = counts.output_tokens ?? before?.outputTokens ?? 0
  return { inputTokens: input, outputTokens: output, ...(cached === undefined ? {} : { cachedInputTokens: cached }) }
}

function stopReasonOf(reason: string | null): StopReason {
  if (reason === 'max_tokens' || reason === 'model_context_window_exceeded') return 'length'
  if (reason === 'stop_sequence') return 'stopSequence'
  if (reason === 'tool_use') return 'toolCalls'
  return reason === 'refusal' ? 'filtered' : 'end'
}
