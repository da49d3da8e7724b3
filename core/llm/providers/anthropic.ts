import type { Anthropic } from '@anthropic-ai/sdk'
import type { MessageCreateParamsStreaming, RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages'
import type { LLMConfig } from '../../model/config.ts'
import type { StopReason, TokenUsage, ToolCall } from '../../model/reply.ts'
import type { ChatEvent, ChatRequest, LLMClient } from '../client.ts'
import { sdkClient } from './sdkClient.ts'
import type { KeyedOptions } from './sdkClient.ts'

const ownAddress = 'https://api.anthropic.com'
/** The protocol demands a limit; every model keeps this one. */
const defaultMaxTokens = 4096
/** The last version that takes sampling settings, and the one that compatible servers know. */
const samplingVersion = '2023-06-01'

/**
 * Anthropic's messages, and with `baseUrl` anything that speaks them. An empty key sends none. Sampling settings (temperature, topP, topK) make
 * a request of the older version of the protocol: the newer one refuses them.
 * Faults of its calls: `llm/auth`, `llm/rate-limited`, `llm/overloaded`, `llm/unreachable`, `llm/model-not-found`, `llm/refused-payload`,
 * `llm/protocol`, `llm/incomplete`.
 * @example
 * anthropic({ apiKey: 'a key', model: 'claude-sonnet-4-5' }).model // → 'claude-sonnet-4-5'
 */
export function anthropic(options: KeyedOptions): LLMClient {
  return sdkClient<Anthropic>(options, {
    title: 'Anthropic',
    ownAddress,
    // The SDK sends the first only; compatible servers want the second.
    authHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}`, 'x-api-key': apiKey }),
    async connect(settings) {
      const { Anthropic } = await import('@anthropic-ai/sdk')
      return new Anthropic({ ...settings, webhookKey: null, openTelemetry: false })
    },
    async *events(sdk, request, signal, baseUrl, open) {
      const events = await sdk.messages.create(bodyOf(request), { signal, headers: protocolVersion(request.config, baseUrl) })
      open()
      yield* eventsOf(events)
    },
    models: async (sdk, signal, baseUrl) => (await sdk.models.list({ limit: 1000 }, { ...(signal ? { signal } : {}), headers: protocolVersion({}, baseUrl) })).data,
    thinks: (config) => config.extra?.['thinking'] !== undefined,
  })
}

/** Settings that this protocol has no place for: they are not sent. */
export function unsupportedByAnthropic(config: LLMConfig): readonly (keyof LLMConfig)[] {
  return (['frequencyPenalty', 'presencePenalty', 'seed'] as const).filter((field) => config[field] !== undefined)
}

function bodyOf({ prompt, config, tools }: ChatRequest): MessageCreateParamsStreaming {
  const settings = {
    temperature: config.temperature,
    top_p: config.topP,
    top_k: config.topK,
    stop_sequences: config.stopSequences === undefined ? undefined : [...config.stopSequences],
    tools: tools.length === 0 ? undefined : tools.map(({ name, description, parameters }) => ({ name, description, input_schema: parameters })),
  }
  const set = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  const body = { ...config.extra, ...set, ...prompt.toAnthropic(), model: config.model ?? '', max_tokens: config.maxTokens ?? defaultMaxTokens, stream: true }
  return body as MessageCreateParamsStreaming
}

/** The version a request names; none where the SDK's own will do. */
export function protocolVersion(config: LLMConfig, baseUrl: string): { 'anthropic-version'?: string } {
  const samples = config.temperature !== undefined || config.topP !== undefined || config.topK !== undefined
  return samples || baseUrl !== ownAddress ? { 'anthropic-version': samplingVersion } : {}
}

type Block = { readonly id: string; readonly name: string; readonly input: unknown; text: string }

/** Only `message_stop` proves that the answer is whole. */
async function* eventsOf(events: AsyncIterable<RawMessageStreamEvent>): AsyncGenerator<ChatEvent, void> {
  const blocks = new Map<number, Block>()
  let usage: TokenUsage | null = null
  let stopReason: StopReason = 'end'
  for await (const event of events) {
    noteToolParts(blocks, event)
    yield* piecesOf(event)
    if (event.type === 'message_start') usage = usageOf(event.message.usage, usage)
    if (event.type === 'message_delta') {
      usage = usageOf(event.usage, usage)
      stopReason = stopReasonOf(event.delta.stop_reason)
    }
    if (event.type !== 'message_stop') continue
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
  if (delta.type === 'signature_delta') yield { type: 'reasoning', text: '', signature: delta.signature }
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
