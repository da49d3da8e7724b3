import { openaiProblems } from './openaiGrammar.ts'
import { startModelServer } from './modelServer.ts'
import type { Body, Finish, Frames, ModelServer, Protocol, ServerOptions, Usage } from './modelServer.ts'

/** Starts a server that speaks chat completions as OpenAI does. Its `url` ends with `/v1`. */
export function startOpenAIServer(options: ServerOptions = {}): Promise<ModelServer> {
  return startModelServer(protocol, options)
}

const protocol: Protocol = {
  basePath: '/v1',
  chatPath: '/v1/chat/completions',
  modelsPath: '/v1/models',
  keyOf: (headers) => headers.authorization?.replace(/^Bearer /, '') ?? '',
  problemOf,
  error: (status, message, type) => JSON.stringify({ error: { message, type: type ?? 'error', param: null, code: status === 404 ? 'model_not_found' : null } }),
  models: (ids) => JSON.stringify({ object: 'list', data: ids.map((id) => ({ id, object: 'model', created: 0, owned_by: 'test' })) }),
  frames,
}

const finishes: { readonly [F in Finish]: string } = { end: 'stop', length: 'length', stopSequence: 'stop', toolCalls: 'tool_calls', filtered: 'content_filter' }

function frames(body: Body): Frames {
  const base = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: body['model'] }
  const line = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`
  const chunk = (delta: object, finish: string | null = null) => line({ ...base, choices: [{ index: 0, delta, finish_reason: finish }] })
  let calls = 0
  return {
    begin: () => chunk({ role: 'assistant', content: '' }),
    text: (piece) => chunk({ content: piece }),
    reasoning: (text) => chunk({ reasoning_content: text }),
    toolCall(id, name, parts) {
      const index = calls++
      const first = chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] })
      return first + parts.map((part) => chunk({ tool_calls: [{ index, function: { arguments: part } }] })).join('')
    },
    end: (finish, usage) => chunk({}, finishes[finish]) + (wantsUsage(body) ? line({ ...base, choices: [], usage: usageOf(usage) }) : '') + 'data: [DONE]\n\n',
    ping: ': ping\n\n',
    malformed: 'data: {"id":"chatcmpl-1","choices":[{"ind\n\n',
    errorEvent: line({ error: { message: 'The server had an error while processing your request', type: 'server_error', code: null } }),
  }
}

const wantsUsage = (body: Body): boolean => (body['stream_options'] as { readonly include_usage?: boolean } | undefined)?.include_usage === true

function usageOf({ input, output, cached }: Usage): object {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output, ...(cached === undefined ? {} : { prompt_tokens_details: { cached_tokens: cached } }) }
}

function problemOf(body: Body): string | null {
  if (typeof body['model'] !== 'string' || body['model'] === '') return 'you must provide a model parameter'
  if (body['stream'] !== true) return 'only streams are spoken here'
  if ('top_k' in body) return 'Unrecognized request argument supplied: top_k'
  const refused = refusedByThinkers(body)
  if (refused !== undefined) return `Unsupported parameter: '${refused}' is not supported with this model.`
  return openaiProblems(body.messages)[0] ?? null
}

function refusedByThinkers(body: Body): string | undefined {
  const model = String(body['model']).split('/').at(-1) ?? ''
  if (!/^(o\d|gpt-[5-9])/.test(model) || model.startsWith('gpt-5-chat')) return undefined
  const isTold = body['reasoning_effort'] === 'none' && !/^(o\d|gpt-5(-|$))/.test(model)
  const names = [...(isTold ? [] : ['temperature', 'top_p']), 'presence_penalty', 'frequency_penalty', 'max_tokens', ...(/^(o1|o3-mini)/.test(model) ? [] : ['stop'])]
  return names.find((name) => name in body)
}
