import { Fault } from '../../model/fault.ts'
import { hostOf } from '../models.ts'
import { shownText } from '../redact.ts'
import { Refusal } from '../retry.ts'
import { tooLong } from './tooLong.ts'

/** What the mapping needs to know of the call that failed. */
export type CallFacts = {
  readonly client: string
  /** Fit to be shown. */
  readonly url: string
  readonly model: string
  readonly redact: (text: string) => string
  /** Whether the answer had begun. */
  readonly hasOpened: boolean
}

/**
 * What the two SDKs throw (they are built alike) as one of our faults. Their texts hold what a server echoed, so they never go on as a `cause`,
 * and only redacted and cut into a fault.
 */
export function sdkFault(error: unknown, facts: CallFacts): Fault {
  const inner = causes(error).find((cause) => cause instanceof Fault)
  if (inner) return inner as Fault
  const status = field(error, 'status')
  if (typeof status === 'number') return byStatus(error, status, facts)
  if (isErrorEvent(error)) return byEvent(error, facts)
  return facts.hasOpened ? whileReading(error, facts) : beforeAnswer(error, facts)
}

function byStatus(error: unknown, status: number, facts: CallFacts): Fault {
  const { client } = facts
  const text = providerText(error, facts)
  const refusal = refusalOf(error, status, text)
  if (status === 401 || status === 403) return new Fault('llm/auth', { client, host: hostOf(facts.url), status })
  if (status === 404) return notFound(error, text, facts)
  if (status === 429) return new Fault('llm/rate-limited', { client, retryAt: null }, { cause: refusal })
  if (status === 408 || status === 409 || status >= 500) return new Fault('llm/overloaded', { client, status }, { cause: refusal })
  const length = tooLong(text, codesOf(errorBody(error)))
  if (length) return new Fault('llm/too-long', { client, model: facts.model, ...length }, { cause: refusal })
  return new Fault('llm/refused-payload', { client, status, found: text || 'It gave no reason', messages: [] }, { cause: refusal })
}

/** A wrong address gives 404 too; only an error of the protocol's own form speaks of the model. */
function notFound(error: unknown, text: string, facts: CallFacts): Fault<'llm/model-not-found' | 'llm/protocol'> {
  const isOwnError = typeof field(errorBody(error), 'message') === 'string' && !/invalid url|unknown (url|request|route|endpoint)/i.test(text)
  if (isOwnError) return new Fault('llm/model-not-found', { client: facts.client, model: facts.model })
  return new Fault('llm/protocol', { client: facts.client, found: `nothing is found at ${facts.url} (404)` })
}

/** An error that came as an event, after the answer had begun with 200. */
function byEvent(error: unknown, facts: CallFacts): Fault {
  const { client } = facts
  const body = errorBody(error)
  const type = codesOf(body)
  const refusal = new Refusal({ status: 0, retryAfterMs: null, isFinal: false })
  if (/authentication|permission/.test(type)) return new Fault('llm/auth', { client, host: hostOf(facts.url), status: 401 })
  if (/rate_limit/.test(type)) return new Fault('llm/rate-limited', { client, retryAt: null }, { cause: refusal })
  if (/invalid_request|context_length|exceed_context/.test(type)) {
    const length = tooLong(providerText(error, facts), type)
    if (length) return new Fault('llm/too-long', { client, model: facts.model, ...length })
    return new Fault('llm/refused-payload', { client, status: 400, found: providerText(error, facts) || 'It gave no reason', messages: [] })
  }
  return new Fault('llm/overloaded', { client, status: null }, { cause: refusal })
}

function whileReading(error: unknown, facts: CallFacts): Fault<'llm/protocol' | 'llm/incomplete'> {
  const { client } = facts
  if (causes(error).some((cause) => cause instanceof SyntaxError)) return new Fault('llm/protocol', { client, found: 'a piece of it is not valid JSON' })
  return new Fault('llm/incomplete', { client, found: 'the connection was cut' })
}

function beforeAnswer(error: unknown, facts: CallFacts): Fault<'llm/protocol' | 'llm/unreachable'> {
  const { client, url } = facts
  const chain = causes(error)
  if (chain.some((cause) => cause instanceof Error && /unexpected redirect/i.test(cause.message))) {
    return new Fault('llm/protocol', { client, found: 'it sends on to another address, which is not followed so that no key goes astray' })
  }
  if (chain.some((cause) => cause instanceof SyntaxError)) return new Fault('llm/protocol', { client, found: 'it is not valid JSON' })
  const isOffline = chain.some((cause) => offline.has(textOf(cause, 'code')))
  return new Fault('llm/unreachable', { client, url, reason: connectionReason(chain, facts), ...(isOffline && { isOffline }) })
}

/** No name can be looked up, or nothing leads out of this machine. */
const offline: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ENETUNREACH'])

const reasons: { readonly [code: string]: (host: string) => string } = {
  ECONNREFUSED: () => 'The connection was refused',
  ENOTFOUND: (host) => `There is no host called ${host}`,
  EAI_AGAIN: (host) => `The name ${host} can't be looked up: is this machine online?`,
  ECONNRESET: () => 'The connection was closed',
  UND_ERR_SOCKET: () => 'The connection was closed',
  EHOSTUNREACH: () => 'There is no way to that host',
  ENETUNREACH: () => 'There is no network',
  ETIMEDOUT: () => 'It did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: () => 'It did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: () => 'It did not answer in time',
}

function connectionReason(chain: readonly unknown[], facts: CallFacts): string {
  const host = hostOf(facts.url)
  const codes = chain.map((cause) => field(cause, 'code')).filter((code) => typeof code === 'string')
  const known = codes.map((code) => reasons[code]).find((reason) => reason !== undefined)
  if (known) return known(host)
  if (chain.some((cause) => /timed? ?out/i.test(`${textOf(cause, 'name')} ${textOf(cause, 'message')}`))) return 'It did not answer in time'
  const certificate = codes.find((code) => /CERT|SIGNED|TLS|SSL|VERIFY/.test(code))
  if (certificate) return `Its certificate is not accepted (${certificate})`
  return 'The connection failed'
}

function refusalOf(error: unknown, status: number, text: string): Refusal {
  const headers = field(error, 'headers')
  const header = (name: string) => (headers instanceof Headers ? headers.get(name) : null)
  const words = `${text} ${codesOf(errorBody(error))}`
  const isSpent = status === 429 && /quota|billing|credit/i.test(words)
  return new Refusal({ status, retryAfterMs: retryAfterMs(header), isFinal: isSpent || header('x-should-retry') === 'false' })
}

/** Milliseconds, seconds, or a date, which is read against the server's own clock. */
function retryAfterMs(header: (name: string) => string | null): number | null {
  const exact = Number.parseFloat(header('retry-after-ms') ?? '')
  if (exact >= 0) return Math.ceil(exact)
  const text = header('retry-after') ?? ''
  if (/^\s*\d+(\.\d+)?\s*$/.test(text)) return Math.ceil(Number(text) * 1000)
  const wait = Date.parse(text) - Date.parse(header('date') ?? '')
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}

/** The sentence of the provider's own error, fit to be shown; empty where there is none. */
function providerText(error: unknown, facts: CallFacts): string {
  const body = errorBody(error)
  const message = typeof body === 'string' ? body : textOf(body, 'message') || textOf(body, 'detail')
  return shownText(message, facts.redact)
}

/** The words by which an error names itself, beside its sentence. */
const codesOf = (body: unknown): string => `${textOf(body, 'type')} ${textOf(body, 'code')}`

/** OpenAI's SDK keeps the inner error object, Anthropic's the whole body. */
function errorBody(error: unknown): unknown {
  const body = field(error, 'error')
  const inner = field(body, 'error')
  return typeof inner === 'object' && inner !== null ? inner : body
}

const isErrorEvent = (error: unknown): boolean => (field(error, 'error') ?? null) !== null

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = []
  for (let cause = error; cause !== undefined && cause !== null && chain.length < 8; cause = field(cause, 'cause')) chain.push(cause)
  return chain
}

function textOf(value: unknown, name: string): string {
  const text = field(value, name)
  return typeof text === 'string' ? text : ''
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
