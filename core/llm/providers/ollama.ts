import { Fault } from '../../model/fault.ts'
import type { JsonObject } from '../../model/json.ts'
import { answerOf, chatStream } from '../client.ts'
import type { ChatRequest, ClientOptions, LLMClient } from '../client.ts'
import { modelFacts } from '../modelFacts.ts'
import { hostOf, isNearby, shownUrl } from '../models.ts'
import { redactor, shownText } from '../redact.ts'
import { withoutSecrets } from '../withoutSecrets.ts'
import { guardedFetch } from '../wire.ts'
import { jsonLines } from './ndjson.ts'
import { checkWindow, ollamaRequest, type OllamaRequest } from './ollamaBody.ts'
import { wasCut } from './ollamaContext.ts'
import { type Asked, ollamaEvents } from './ollamaEvents.ts'
import { ollamaFacts } from './ollamaFacts.ts'
import { type CallFacts, sdkFault } from './sdkFault.ts'
import { secretsIn } from './settings.ts'

const ownAddress = 'http://localhost:11434'
const ownModel = 'llama3.1:8b'
/** A model may have to be loaded first. */
const patienceMs = 300_000

export type OllamaOptions = ClientOptions & {
  /** The window of every call, in tokens (`num_ctx`). Default: what the prompt needs, in powers of two from 8192 to the model's own limit. */
  readonly contextTokens?: number
}

/**
 * Ollama in its own protocol, `llama3.1:8b` at `http://localhost:11434` by default. Each request names the window it needs; a prompt that doesn't
 * fit is refused, and where a server leaves a part of it out all the same, the answer says so (`truncated`). Settings it has no field for go from
 * `extra` to the model's options: `repeat_penalty`, `min_p`, …; `think`, `format` and `keep_alive` to the request. Images are not sent.
 * Faults of its calls: `llm/auth`, `llm/rate-limited`, `llm/overloaded`, `llm/unreachable`, `llm/model-not-found`, `llm/refused-payload`,
 * `llm/too-long`, `llm/protocol`, `llm/incomplete`, `input/invalid`.
 * @example
 * ollama({ contextTokens: 32_768 }).model // → 'llama3.1:8b'
 */
export function ollama(options: OllamaOptions = {}): LLMClient {
  const model = options.model || ownModel
  const contextTokens = checkWindow('contextTokens', options.contextTokens)
  const baseUrl = addressOf(options)
  const url = shownUrl(baseUrl)
  const name = options.name ?? (options.baseUrl ? hostOf(url) : 'Ollama')
  const secrets = secretsIn(options.headers)
  const redact = redactor(secrets)
  const send = sender(baseUrl, guardedFetch({ client: name, auth: {}, headers: options.headers }))
  const facts = ollamaFacts(async (path, body, signal) => (await send(path, body, signal)).json())
  const faultOf = (error: unknown, asked: string, hasOpened: boolean) => ollamaFault(error, { client: name, url, model: asked, redact, hasOpened })
  const modelOf = ({ config }: ChatRequest) => config.model || model
  const requestOf = (request: ChatRequest, limit: number | null) => ollamaRequest(request, modelOf(request), { contextTokens, limit })

  const stream = (request: ChatRequest, signal: AbortSignal) =>
    chatStream(async function* (open) {
      let hasOpened = false
      try {
        const [shown, countsAll] = await Promise.all([facts.limitOf(modelOf(request), signal), facts.countsAll(signal)])
        const limit = shown ?? modelFacts(modelOf(request)).contextTokens
        const made = requestOf(request, limit)
        const response = await send('/api/chat', request.body ?? made.body, signal)
        hasOpened = true
        open()
        yield* withoutSecrets(ollamaEvents(jsonLines(response.body), askedBy(made, limit, countsAll)), secrets)
        signal.throwIfAborted()
      } catch (error) {
        signal.throwIfAborted()
        throw faultOf(error, modelOf(request), hasOpened)
      }
    })

  return {
    name,
    model,
    url,
    isFree: isNearby(baseUrl),
    stream,
    complete: (request, signal) => answerOf(stream(request, signal), name),
    async listModels(signal) {
      try {
        return modelNames(await (await send('/api/tags', null, signal)).json(), name)
      } catch (error) {
        signal?.throwIfAborted()
        throw faultOf(error, '', false)
      }
    },
    unsupported: () => [],
    // Before the first call to a model its limit is known by its name only.
    preview: (request) => requestOf(request, facts.knownLimit(modelOf(request)) ?? modelFacts(modelOf(request)).contextTokens).body,
    patience: () => ({ headersMs: options.timeoutMs ?? patienceMs, progressMs: patienceMs }),
  }
}

/** The address in front of `/api`; the one of the compatible protocol, `…/v1`, is taken for it. */
const addressOf = ({ baseUrl }: ClientOptions): string => (baseUrl || ownAddress).replace(/\/+$/, '').replace(/\/(v1|api)$/, '')

/** What a refusal holds, in the form the mapping to faults reads. */
class Refused extends Error {
  readonly status: number
  readonly headers: Headers
  readonly error: { readonly message: string } | undefined

  constructor({ status, headers }: Response, error: unknown) {
    super('The request was refused')
    this.status = status
    this.headers = headers
    this.error = typeof error === 'string' ? { message: error } : undefined
  }
}

/** Its own words where they say what to do: a model that isn't there is loaded by hand, and one too large for the machine isn't busy. */
function ollamaFault(error: unknown, facts: CallFacts): Fault {
  const { client, model } = facts
  if (error instanceof Refused && error.status === 500 && /memory/i.test(error.error?.message ?? '')) {
    return new Fault('llm/refused-payload', { client, status: 500, found: shownText(error.error?.message ?? '', facts.redact), messages: [] })
  }
  const fault = sdkFault(error, facts)
  return Fault.is(fault, 'llm/model-not-found') ? new Fault('llm/model-not-found', { client, model, command: `ollama pull ${model}` }) : fault
}

type Send = (path: string, body: object | null, signal?: AbortSignal) => Promise<Response>

/** Sends a body, or asks without one. Throws `Refused` for any answer but a good one. */
function sender(baseUrl: string, fetch: typeof globalThis.fetch): Send {
  return async (path, body, signal) => {
    const about = body === null ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(baseUrl + path, { ...about, headers: { 'content-type': 'application/json', accept: 'application/x-ndjson, application/json' }, signal: signal ?? null })
    if (!response.ok) throw new Refused(response, await errorIn(response))
    return response
  }
}

/** Its own errors are `{ error: '…' }`; a proxy may send anything. */
async function errorIn(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '')
  try {
    return (JSON.parse(text) as { readonly error?: unknown } | null)?.error
  } catch {
    return undefined
  }
}

function askedBy({ body, sent, window }: OllamaRequest, limit: number | null, countsAll: boolean): Asked {
  const messages = body['messages'] as readonly { readonly tool_calls?: readonly JsonObject[] }[]
  const earlierCalls = messages.reduce((total, message) => total + (message.tool_calls?.length ?? 0), 0)
  return { earlierCalls, wasCut: (read) => wasCut({ sent, read: countsAll ? read : null, window: Math.min(window, limit ?? window) }) }
}

function modelNames(tags: unknown, client: string): readonly string[] {
  const rows = (tags as { readonly models?: unknown } | null)?.models
  if (!Array.isArray(rows)) throw new Fault('llm/protocol', { client, found: 'its list of models is none' })
  return rows.map((row: { readonly name?: unknown } | null) => row?.name).filter((name) => typeof name === 'string')
}
