import { startModelServer } from './modelServer.ts'
import type { Body, Finish, Frames, ModelServer, Protocol, ServerOptions } from './modelServer.ts'
import { ollamaProblems } from './ollamaGrammar.ts'

/** Starts a server that speaks as Ollama does, in lines of JSON. A prompt beyond its window is refused, or cut where the request allows it. */
export function startOllamaServer(options: ServerOptions = {}): Promise<ModelServer> {
  return startModelServer(protocol, options)
}

const protocol: Protocol = {
  basePath: '',
  chatPath: '/api/chat',
  modelsPath: '/api/tags',
  contentType: 'application/x-ndjson',
  keyOf: (headers) => headers.authorization?.replace(/^Bearer /, '') ?? '',
  problemOf: (body, _headers, options) =>
    ollamaProblems(body)[0] ?? (body['truncate'] === false && !options.cutsSilently && tokensOf(body) > windowOf(body, options) ? 'the input length exceeds the context length' : null),
  error: (_status, message) => JSON.stringify({ error: message }),
  models: (ids) => JSON.stringify({ models: ids.map((name) => ({ name, model: name, modified_at: '2026-01-01T00:00:00Z', size: 1, digest: 'd', details: { family: 'llama' } })) }),
  frames,
  others: {
    '/api/show': ({ contextLength = 131_072 }) => (contextLength === null ? null : JSON.stringify({ details: { family: 'llama' }, capabilities: ['completion', 'tools'], model_info: { 'general.architecture': 'llama', 'llama.context_length': contextLength } })),
    '/api/version': ({ version = '0.40.12' }) => JSON.stringify({ version }),
  },
  // Half of the window is what is left of a prompt that is cut.
  tokensRead: (body, options) => (tokensOf(body) > windowOf(body, options) ? Math.floor(windowOf(body, options) / 2) + 2 : tokensOf(body)),
}

const tokensOf = ({ messages }: Body): number => Math.ceil((messages ?? []).map(({ content }) => String(content)).join(' ').length / 4) + 10
const windowOf = (body: Body, { contextLength }: ServerOptions): number => Math.min(Number((body['options'] as { readonly num_ctx?: number }).num_ctx), contextLength ?? Infinity)

const finishes: { readonly [F in Finish]: string } = { end: 'stop', length: 'length', stopSequence: 'stop', toolCalls: 'stop', filtered: 'stop' }

function frames(body: Body): Frames {
  const base = { model: body['model'], created_at: '2026-01-01T00:00:00Z' }
  const line = (value: object) => `${JSON.stringify(value)}\n`
  const message = (said: object) => line({ ...base, message: { role: 'assistant', content: '', ...said }, done: false })
  return {
    begin: () => '',
    text: (piece) => message({ content: piece }),
    reasoning: (text) => message({ thinking: text }),
    toolCall: (id, name, parts) => message({ tool_calls: [{ ...(id === '' ? {} : { id }), function: { name, arguments: parsed(parts.join('')) } }] }),
    end: (finish, { input, output, cached, untold }) =>
      line({
        ...base, message: { role: 'assistant', content: '' }, done: true, done_reason: finishes[finish], total_duration: 1, ...(untold ? {} : { prompt_eval_count: input }),
        ...(cached === undefined ? {} : { prompt_eval_cached_count: cached }), eval_count: output,
      }),
    ping: message({}),
    malformed: '{"model":"m","mess\n',
    errorEvent: line({ error: 'an error was encountered while running the model' }),
  }
}

/** Half of a call is sent as the text it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
