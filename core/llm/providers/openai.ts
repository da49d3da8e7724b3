import type OpenAI from 'openai'
import type { ChatCompletionChunk, ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'
import type { StopReason, TokenUsage } from '../../model/reply.ts'
import type { ChatEvent, LLMClient } from '../client.ts'
import { isCount } from './counts.ts'
import { openaiBody, unsupportedByOpenAI } from './openaiBody.ts'
import { sdkClient } from './sdkClient.ts'
import type { KeyedOptions } from './sdkClient.ts'
import { toolCallParts } from './toolCallParts.ts'

/**
 * OpenAI's chat completions, and with `baseUrl` anything that speaks them (vLLM, LM Studio, llama.cpp, …). An empty key sends none.
 * Faults of its calls: `llm/auth`, `llm/rate-limited`, `llm/overloaded`, `llm/unreachable`, `llm/model-not-found`, `llm/refused-payload`,
 * `llm/too-long`, `llm/protocol`, `llm/incomplete`.
 * @example
 * openai({ apiKey: '', model: 'llama3.1', baseUrl: 'http://127.0.0.1:8000/v1' }).model // → 'llama3.1'
 */
export function openai(options: KeyedOptions): LLMClient {
  return sdkClient<OpenAI>(options, {
    title: 'OpenAI',
    ownAddress: 'https://api.openai.com/v1',
    authHeaders: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
    async connect(settings) {
      const { OpenAI } = await import('openai')
      return new OpenAI({ ...settings, adminAPIKey: null, organization: null, project: null, webhookSecret: null })
    },
    body: openaiBody,
    unsupported: unsupportedByOpenAI,
    usualMaxTokens: () => null,
    async *events(sdk, body, signal, _baseUrl, open) {
      const chunks = await sdk.chat.completions.create(body as unknown as ChatCompletionCreateParamsStreaming, { signal })
      open()
      yield* eventsOf(chunks)
    },
    models: async (sdk, signal) => (await sdk.models.list(signal ? { signal } : {})).data,
    thinks: () => false,
  })
}

type Delta = ChatCompletionChunk.Choice.Delta & { readonly reasoning_content?: string | null; readonly reasoning?: string | null }

/** A finish reason proves that the answer is whole, whatever befalls the connection after it. */
async function* eventsOf(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<ChatEvent, void> {
  const calls = toolCallParts()
  let usage: ChatCompletionChunk['usage'] = null
  let finish: string | null = null
  try {
    for await (const chunk of chunks) {
      usage = chunk.usage ?? usage
      const choice = chunk.choices?.[0]
      finish = choice?.finish_reason ?? finish
      for (const part of choice?.delta?.tool_calls ?? []) calls.add(part.index, part)
      yield* piecesOf(choice?.delta)
    }
  } catch (error) {
    if (finish === null) throw error
  }
  if (finish === null) return
  for (const call of calls.all()) yield { type: 'toolCall', call }
  const counts = usageOf(usage)
  if (counts) yield { type: 'usage', usage: counts }
  yield { type: 'done', stopReason: stopReasonOf(finish) }
}

function* piecesOf(delta: Delta | undefined): Generator<ChatEvent, void> {
  if (!delta) return
  const reasoning = delta.reasoning_content ?? delta.reasoning
  if (typeof reasoning === 'string' && reasoning !== '') yield { type: 'reasoning', text: reasoning }
  const text = delta.content ?? delta.refusal
  if (typeof text === 'string' && text !== '') yield { type: 'text', text }
  if ((delta.tool_calls?.length ?? 0) > 0) yield { type: 'text', text: '' }
}

/** null where a compatible server counts nothing, or not in numbers: no count is better than a wrong one. */
function usageOf(usage: ChatCompletionChunk['usage']): TokenUsage | null {
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens, prompt_tokens_details: details } = usage ?? {}
  if (!isCount(inputTokens) || !isCount(outputTokens)) return null
  const cachedInputTokens = details?.cached_tokens
  return { inputTokens, outputTokens, ...(isCount(cachedInputTokens) ? { cachedInputTokens } : {}) }
}

function stopReasonOf(finish: string): StopReason {
  if (finish === 'length') return 'length'
  if (finish === 'tool_calls' || finish === 'function_call') return 'toolCalls'
  return finish === 'content_filter' ? 'filtered' : 'end'
}
