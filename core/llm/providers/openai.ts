import type OpenAI from 'openai'
import type { ChatCompletionChunk, ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'
import type { LLMConfig } from '../../model/config.ts'
import type { StopReason, TokenUsage } from '../../model/reply.ts'
import type { ChatEvent, ChatRequest, LLMClient } from '../client.ts'
import { hostOf } from '../models.ts'
import { sdkClient } from './sdkClient.ts'
import type { KeyedOptions } from './sdkClient.ts'
import { toolCallParts } from './toolCallParts.ts'

/**
 * OpenAI's chat completions, and with `baseUrl` anything that speaks them (vLLM, LM Studio, llama.cpp, …). An empty key sends none.
 * Faults of its calls: `llm/auth`, `llm/rate-limited`, `llm/overloaded`, `llm/unreachable`, `llm/model-not-found`, `llm/refused-payload`,
 * `llm/protocol`, `llm/incomplete`.
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
    async *events(sdk, request, signal, baseUrl, open) {
      const chunks = await sdk.chat.completions.create(bodyOf(request, baseUrl), { signal })
      open()
      yield* eventsOf(chunks)
    },
    models: async (sdk, signal) => (await sdk.models.list(signal ? { signal } : {})).data,
    thinks: () => false,
  })
}

/** Settings that this protocol has no place for: they are not sent. */
export function unsupportedByOpenAI(config: LLMConfig): readonly (keyof LLMConfig)[] {
  return config.topK === undefined ? [] : ['topK']
}

function bodyOf({ prompt, config, tools }: ChatRequest, baseUrl: string): ChatCompletionCreateParamsStreaming {
  const settings = {
    temperature: config.temperature,
    top_p: config.topP,
    stop: config.stopSequences === undefined ? undefined : [...config.stopSequences],
    frequency_penalty: config.frequencyPenalty,
    presence_penalty: config.presencePenalty,
    seed: config.seed,
    [maxTokensName(config.model ?? '', baseUrl)]: config.maxTokens,
    tools: tools.length === 0 ? undefined : tools.map(({ name, description, parameters }) => ({ type: 'function', function: { name, description, parameters } })),
  }
  const set = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  const body = { ...config.extra, ...set, model: config.model ?? '', messages: prompt.toOpenAI(), stream: true, stream_options: { include_usage: true } }
  return body as ChatCompletionCreateParamsStreaming
}

/** OpenAI's newer models know only the new name, most compatible servers only the old one. */
function maxTokensName(model: string, baseUrl: string): 'max_tokens' | 'max_completion_tokens' {
  const isOwn = /(^|\.)openai\.(com|azure\.com)$/.test(hostOf(baseUrl))
  return isOwn || /(^|\/)(o\d|gpt-[5-9])/.test(model) ? 'max_completion_tokens' : 'max_tokens'
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

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function stopReasonOf(finish: string): StopReason {
  if (finish === 'length') return 'length'
  if (finish === 'tool_calls' || finish === 'function_call') return 'toolCalls'
  return finish === 'content_filter' ? 'filtered' : 'end'
}
