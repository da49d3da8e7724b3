import type { IncomingMessage } from 'node:http'
import { anthropicProblems } from './anthropicGrammar.ts'
import { startModelServer } from './modelServer.ts'
import type { Body, Finish, Frames, ModelServer, Protocol, ServerOptions, Usage } from './modelServer.ts'

/** Starts a server that speaks messages as Anthropic does. */
export function startAnthropicServer(options: ServerOptions = {}): Promise<ModelServer> {
  return startModelServer(protocol, options)
}

const protocol: Protocol = {
  basePath: '',
  chatPath: '/v1/messages',
  modelsPath: '/v1/models',
  keyOf: (headers) => String(headers['x-api-key'] ?? ''),
  problemOf,
  error: (status, message, type) => JSON.stringify({ type: 'error', error: { type: type ?? errorTypes[status] ?? 'api_error', message }, request_id: 'req_1' }),
  models: (ids) => JSON.stringify({ data: ids.map((id) => ({ id, type: 'model', display_name: id, created_at: '2026-01-01T00:00:00Z' })), has_more: false, first_id: null, last_id: null }),
  frames,
}

const errorTypes: { readonly [status: number]: string } = { 400: 'invalid_request_error', 401: 'authentication_error', 403: 'permission_error', 404: 'not_found_error', 429: 'rate_limit_error', 529: 'overloaded_error' }
const finishes: { readonly [F in Finish]: string } = { end: 'end_turn', length: 'max_tokens', stopSequence: 'stop_sequence', toolCalls: 'tool_use', filtered: 'refusal' }

function frames(body: Body): Frames {
  const event = (type: string, data: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`
  let index = -1
  let open: 'text' | null = null
  const stop = () => {
    const wasOpen = open
    open = null
    return wasOpen === null ? '' : event('content_block_stop', { index })
  }
  const block = (content_block: object, deltas: readonly object[]) => {
    const before = stop()
    index += 1
    const parts = deltas.map((delta) => event('content_block_delta', { index, delta })).join('')
    return before + event('content_block_start', { index, content_block }) + parts
  }
  const closed = (text: string) => text + event('content_block_stop', { index })
  return {
    begin: (usage) => event('message_start', { message: { id: 'msg_1', type: 'message', role: 'assistant', model: body['model'], content: [], stop_reason: null, stop_sequence: null, usage: inputOf(usage) } }) + event('ping', {}),
    text(piece) {
      const delta = { type: 'text_delta', text: piece }
      const part = open === 'text' ? event('content_block_delta', { index, delta }) : block({ type: 'text', text: '' }, [delta])
      open = 'text'
      return part
    },
    reasoning: (text, signature) =>
      closed(block({ type: 'thinking', thinking: '', signature: '' }, [{ type: 'thinking_delta', thinking: text }, ...(signature ? [{ type: 'signature_delta', signature }] : [])])),
    toolCall: (id, name, parts) => closed(block({ type: 'tool_use', id, name, input: {} }, parts.filter((part) => part !== '').map((partial_json) => ({ type: 'input_json_delta', partial_json })))),
    end: (finish, usage) => stop() + event('message_delta', { delta: { stop_reason: finishes[finish], stop_sequence: null }, usage: { output_tokens: usage.output } }) + event('message_stop', {}),
    ping: event('ping', {}),
    malformed: 'event: content_block_delta\ndata: {"type":"content_block_delta","ind\n\n',
    errorEvent: event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } }),
  }
}

function inputOf({ input, cached }: Usage): object {
  return { input_tokens: input - (cached ?? 0), output_tokens: 1, ...(cached === undefined ? {} : { cache_read_input_tokens: cached, cache_creation_input_tokens: 0 }) }
}

const sampling = ['temperature', 'top_p', 'top_k']

function problemOf(body: Body, headers: IncomingMessage['headers']): string | null {
  const version = headers['anthropic-version']
  if (version === undefined) return 'anthropic-version: header is required'
  if (typeof body['model'] !== 'string' || body['model'] === '') return 'model: Field required'
  if (body['stream'] !== true) return 'only streams are spoken here'
  if (!Number.isInteger(body['max_tokens']) || Number(body['max_tokens']) < 1) return 'max_tokens: Field required'
  const extra = sampling.find((name) => name in body)
  if (version !== '2023-06-01' && extra !== undefined) return `${extra}: Extra inputs are not permitted`
  const wrong = thinkingProblem(body) ?? samplingProblem(body)
  if (wrong !== null) return wrong
  return anthropicProblems({ ...('system' in body ? { system: body['system'] } : {}), messages: body.messages })[0] ?? null
}

type Thinking = { readonly type?: string; readonly budget_tokens?: number }

function thinkingProblem(body: Body): string | null {
  const thinking = body['thinking'] as Thinking | undefined
  const isOn = thinking?.type === 'enabled' || thinking?.type === 'adaptive'
  const hasThoughts = body.messages?.some(({ content }) => Array.isArray(content) && content.some((block: { readonly type?: unknown }) => block.type === 'thinking'))
  if (hasThoughts && !isOn) return 'thinking blocks were sent, but thinking is not on'
  if (thinking?.type === 'enabled' && Number(thinking.budget_tokens) >= Number(body['max_tokens'])) return '`max_tokens` must be greater than `thinking.budget_tokens`'
  if (isOn && 'temperature' in body && body['temperature'] !== 1) return '`temperature` may only be set to 1 when thinking is enabled'
  if (isOn && 'top_k' in body) return '`top_k` must be unset when thinking is enabled'
  return isOn && Number(body['top_p'] ?? 1) < 0.95 ? '`top_p` must be greater than or equal to 0.95 when thinking is enabled' : null
}

function samplingProblem(body: Body): string | null {
  const model = String(body['model'])
  const refused = /^claude-[a-z]+-(4-[789]|[5-9])/.test(model) ? sampling.find((name) => name in body) : undefined
  if (refused !== undefined) return `\`${refused}\` is deprecated for this model.`
  const isOneOnly = /^claude-(opus-4-1|[a-z]+-4-[56])/.test(model)
  return isOneOnly && 'temperature' in body && 'top_p' in body ? '`temperature` and `top_p` cannot both be specified for this model. Please use only one.' : null
}
