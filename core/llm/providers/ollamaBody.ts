import type { LLMConfig } from '../../model/config.ts'
import type { OpenAIMessage } from '../../model/context.ts'
import { refused, shown } from '../../model/given.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { ChatRequest } from '../client.ts'
import { tokensOf, windowFor } from './ollamaContext.ts'
import { given } from './settings.ts'

/** `sent` and `window` in tokens: what the messages have by our count, and the window that is asked for. */
export type OllamaRequest = { readonly body: JsonObject; readonly sent: number; readonly window: number }
/** What decides on the window beside the request: the client's own setting, and how far the model reaches. */
export type Room = { readonly contextTokens: number | undefined; readonly limit: number | null }

/**
 * A chat request, to the letter. The window is always named: without it a server takes its own, often 4096, and forgets the beginning. It is told
 * to refuse what doesn't fit instead of leaving a part out; `extra` may say otherwise.
 */
export function ollamaRequest({ prompt, config, tools }: ChatRequest, model: string, room: Room): OllamaRequest {
  const messages = ollamaMessages(prompt.toOpenAI())
  const offered = tools.map(({ name, description, parameters }) => ({ type: 'function', function: { name, description, parameters } }))
  const sent = tokensOf(messages.map(textOf).join('\n')) + 4 * messages.length
  const need = { sent, tools: offered.length === 0 ? 0 : tokensOf(JSON.stringify(offered)), maxTokens: config.maxTokens, limit: room.limit }
  const { top, options } = sorted(config.extra ?? {})
  const window = checkWindow('extra.num_ctx', options['num_ctx']) ?? room.contextTokens ?? windowFor(need)
  const body = {
    truncate: false, shift: false, ...top,
    model, messages, ...(offered.length === 0 ? {} : { tools: offered }), stream: true,
    options: { ...options, ...optionsOf(config), num_ctx: window },
  }
  return { body, sent, window }
}

/** A window as somebody set it; undefined where nobody did. Faults: `input/invalid`. */
export function checkWindow(field: string, tokens: unknown): number | undefined {
  if (tokens !== undefined && !(Number.isSafeInteger(tokens) && (tokens as number) > 0)) throw refused(`${field} must be a whole number of tokens, not ${shown(tokens)}`)
  return tokens as number | undefined
}

const optionsOf = (config: LLMConfig) =>
  given({
    temperature: config.temperature, top_p: config.topP, top_k: config.topK, num_predict: config.maxTokens, stop: config.stopSequences,
    frequency_penalty: config.frequencyPenalty, presence_penalty: config.presencePenalty, seed: config.seed,
  })

/** Fields of the request itself. Everything else is an option of the model, such as `repeat_penalty`. */
const topLevel: ReadonlySet<string> = new Set(['think', 'format', 'keep_alive', 'truncate', 'shift', 'logprobs', 'top_logprobs'])
/** What is ours to say. */
const ours: ReadonlySet<string> = new Set(['model', 'messages', 'tools', 'stream', 'options'])

function sorted({ options, ...extra }: JsonObject): { readonly top: JsonObject; readonly options: JsonObject } {
  const entries = Object.entries(extra).filter(([name]) => !ours.has(name))
  const top = Object.fromEntries(entries.filter(([name]) => topLevel.has(name)))
  const own = typeof options === 'object' && options !== null && !Array.isArray(options) ? (options as JsonObject) : {}
  return { top, options: { ...own, ...Object.fromEntries(entries.filter(([name]) => !topLevel.has(name))) } }
}

type OllamaCall = { readonly id: string; readonly function: { readonly name: string; readonly arguments: Json } }
type OllamaMessage = { readonly role: string; readonly content: string; readonly tool_calls?: readonly OllamaCall[]; readonly tool_name?: string; readonly tool_call_id?: string }

/** Arguments are objects here, a result names its tool, and speakers have no names. */
function ollamaMessages(messages: readonly OpenAIMessage[]): readonly OllamaMessage[] {
  const names = new Map(messages.flatMap((message) => (message.role === 'assistant' ? (message.tool_calls ?? []) : [])).map((call) => [call.id, call.function.name]))
  return messages.map((message) => {
    if (message.role === 'tool') return { role: 'tool', content: message.content, tool_name: names.get(message.tool_call_id) ?? '', tool_call_id: message.tool_call_id }
    const calls = message.role === 'assistant' ? (message.tool_calls ?? []) : []
    const toolCalls = calls.map(({ id, function: { name, arguments: input } }) => ({ id, function: { name, arguments: JSON.parse(input) as Json } }))
    return { role: message.role, content: message.content ?? '', ...(toolCalls.length === 0 ? {} : { tool_calls: toolCalls }) }
  })
}

const textOf = ({ content, tool_calls: calls }: OllamaMessage): string => content + (calls ? JSON.stringify(calls) : '')
