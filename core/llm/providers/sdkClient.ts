import type { LLMConfig } from '../../model/config.ts'
import { Fault } from '../../model/fault.ts'
import type { JsonObject } from '../../model/json.ts'
import { answerOf, chatStream } from '../client.ts'
import type { ChatEvent, ChatRequest, ClientOptions, LLMClient } from '../client.ts'
import { hostOf, isNearby, shownUrl, thinksLong } from '../models.ts'
import { redactor } from '../redact.ts'
import { withoutSecrets } from '../withoutSecrets.ts'
import { guardedFetch } from '../wire.ts'
import { sdkFault } from './sdkFault.ts'
import { secretsIn } from './settings.ts'

export type KeyedOptions = ClientOptions & { readonly apiKey: string }

/** What an SDK is made with, whatever it is: everything it would look up in the environment or do by itself is given. */
export type SdkSettings = {
  readonly baseURL: string
  readonly apiKey: string
  readonly maxRetries: 0
  readonly timeout: number
  readonly logLevel: 'off'
  readonly fetch: typeof globalThis.fetch
}

/** What is a provider's own: its SDK, its request, its events, its list of models. */
export type ProviderParts<Sdk> = {
  readonly title: string
  readonly ownAddress: string
  readonly authHeaders: (apiKey: string) => { readonly [header: string]: string }
  readonly connect: (settings: SdkSettings) => Promise<Sdk>
  readonly body: (request: ChatRequest, baseUrl: string) => JsonObject
  readonly unsupported: (config: LLMConfig) => readonly (keyof LLMConfig)[]
  /** What a request says where no setting limits the answer; null: nothing. */
  readonly usualMaxTokens: (config: LLMConfig) => number | null
  /** Sends the body; calls `open` when the answer begins. */
  readonly events: (sdk: Sdk, body: JsonObject, signal: AbortSignal, baseUrl: string, open: () => void) => AsyncGenerator<ChatEvent, void>
  /** One page is enough: none of them has more models than it holds. */
  readonly models: (sdk: Sdk, signal: AbortSignal | undefined, baseUrl: string) => Promise<unknown>
  readonly thinks: (config: LLMConfig) => boolean
}

/** A client over one of the two SDKs. The SDK is loaded (100 ms and more) by the first call. */
export function sdkClient<Sdk>(options: KeyedOptions, parts: ProviderParts<Sdk>): LLMClient {
  const baseUrl = options.baseUrl || parts.ownAddress
  const url = shownUrl(baseUrl)
  const name = options.name ?? (baseUrl === parts.ownAddress ? parts.title : hostOf(url))
  const secrets = [options.apiKey, ...secretsIn(options.headers)]
  const redact = redactor(secrets)
  const headersMs = options.timeoutMs ?? (isNearby(baseUrl) ? 300_000 : 30_000)
  let connecting: Promise<Sdk> | null = null
  const connect = () => (connecting ??= parts.connect(settingsOf(options, parts.authHeaders, baseUrl, name, headersMs)))
  const faultOf = (error: unknown, model: string, hasOpened: boolean) => sdkFault(error, { client: name, url, model, redact, hasOpened })

  const stream = (request: ChatRequest, signal: AbortSignal) =>
    chatStream(async function* (open) {
      let hasOpened = false
      const opened = () => {
        hasOpened = true
        open()
      }
      try {
        yield* withoutSecrets(parts.events(await connect(), request.body ?? parts.body(request, baseUrl), signal, baseUrl, opened), secrets)
        signal.throwIfAborted()
      } catch (error) {
        signal.throwIfAborted()
        throw faultOf(error, request.config.model ?? '', hasOpened)
      }
    })

  return {
    name,
    model: options.model ?? null,
    url,
    stream,
    complete: (request, signal) => answerOf(stream(request, signal), name),
    async listModels(signal) {
      try {
        return modelIds(await parts.models(await connect(), signal, baseUrl), name)
      } catch (error) {
        signal?.throwIfAborted()
        throw faultOf(error, '', false)
      }
    },
    unsupported: parts.unsupported,
    usualMaxTokens: parts.usualMaxTokens,
    preview: (request) => parts.body(request, baseUrl),
    patience: (config) => ({ headersMs, progressMs: isNearby(baseUrl) ? 300_000 : parts.thinks(config) || thinksLong(config.model ?? '') ? 180_000 : 60_000 }),
  }
}

function settingsOf(options: KeyedOptions, authHeaders: ProviderParts<unknown>['authHeaders'], baseURL: string, client: string, timeout: number): SdkSettings {
  const auth = options.apiKey === '' ? {} : authHeaders(options.apiKey)
  const fetch = guardedFetch({ client, auth, headers: options.headers })
  return { baseURL, apiKey: options.apiKey || 'none', maxRetries: 0, timeout, logLevel: 'off', fetch }
}

function modelIds(rows: unknown, client: string): readonly string[] {
  if (!Array.isArray(rows)) throw new Fault('llm/protocol', { client, found: 'its list of models is none' })
  return rows.map((row: { readonly id?: unknown } | null) => row?.id).filter((id) => typeof id === 'string')
}
