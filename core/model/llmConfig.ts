import { canonicalJson } from './canonicalJson.ts'
import type { ConfigLevel, LLMConfig, ResolvedConfig } from './config.ts'
import { Fault } from './fault.ts'
import type { Json, JsonObject } from './json.ts'

type Field = keyof LLMConfig
type ConfigSource = { readonly [key: string]: unknown }

/**
 * Reads settings written for any framework: `stop`, `max_completion_tokens`, snake_case. The name of ours wins over its aliases. Transport keys
 * (messages, stream, tools, keys) are dropped, unknown ones go to `extra`; null and undefined are not set. Faults: `config/bad-value`.
 * @example
 * LLMConfig.from({ model: 'gpt-4o', top_p: 0.9, stop: ['END'], stream: true }) // → { model: 'gpt-4o', topP: 0.9, stopSequences: ['END'] }
 */
export function configFrom(object: ConfigSource): LLMConfig {
  const known: Record<string, unknown> = {}
  for (const field of fields) {
    const name = [field, ...aliases[field]].find((key) => isSet(own(object, key)))
    if (name !== undefined) known[field] = readers[field](own(object, name), name)
  }
  const unknown = Object.entries(object).filter(([key, value]) => isSet(value) && !isKnown(key) && !isTransport(key))
  const extra = Object.fromEntries([...unknown.map(([key, value]) => [key, asJson(value, key)] as const), ...Object.entries(known['extra'] ?? {})])
  if (Object.keys(extra).length > 0) known['extra'] = extra
  return Object.freeze(known)
}

/**
 * What a call uses, field by field: the first of sugar, llmConfig, operation, default that sets it (0 and '' are set), and for the model at last
 * the client's own. `extra` is merged key by key in the same order. `sugar` may be the whole options object: only fields of LLMConfig are read.
 * Faults: `config/bad-value`.
 */
export function resolveConfig(levels: ConfigSources): ResolvedConfig {
  const sources: readonly (readonly [ConfigLevel, LLMConfig | null | undefined])[] = [
    ['sugar', levels.sugar],
    ['llmConfig', levels.llmConfig],
    ['operation', levels.operation],
    ['default', levels.default],
    ['client', typeof levels.clientModel === 'string' ? { model: levels.clientModel } : null],
  ]
  const values: Record<string, unknown> = {}
  const won: Record<string, ConfigLevel> = {}
  for (const field of fields) {
    const setting = sources.filter(([, config]) => isSet(config?.[field]))
    const first = setting[0]
    if (first === undefined) continue
    values[field] = field === 'extra' ? mergeExtras(setting.map(([, config]) => config?.extra ?? {})) : readers[field](first[1]?.[field], field)
    won[field] = first[0]
  }
  return { values, levels: won }
}

export type ConfigSources = {
  readonly sugar?: LLMConfig | null | undefined
  readonly llmConfig?: LLMConfig | null | undefined
  readonly operation?: LLMConfig | null | undefined
  readonly default?: LLMConfig | null | undefined
  readonly clientModel?: string | null | undefined
}

const aliases: { readonly [F in Field]-?: readonly string[] } = {
  model: ['model_name', 'modelName', 'model_id'],
  temperature: [],
  topP: ['top_p'],
  maxTokens: ['max_tokens', 'max_completion_tokens', 'maxCompletionTokens', 'max_output_tokens', 'maxOutputTokens', 'max_new_tokens', 'num_predict'],
  stopSequences: ['stop_sequences', 'stop', 'stopSequence'],
  frequencyPenalty: ['frequency_penalty'],
  presencePenalty: ['presence_penalty'],
  topK: ['top_k'],
  seed: ['random_seed'],
  extra: ['extra_body'],
}
export const fields = Object.keys(aliases) as readonly Field[]
const knownKeys: ReadonlySet<string> = new Set(fields.flatMap((field) => [field, ...aliases[field]]))

/** What says where and how to send, not how to answer. `n` goes too: one answer is asked for. */
const transportKeys: ReadonlySet<string> = new Set([
  'messages', 'prompt', 'input', 'system', 'stream', 'stream_options', 'tools', 'tool_choice', 'functions', 'function_call', 'n', 'signal',
  'base_url', 'api_base', 'api_version', 'endpoint', 'url', 'headers', 'extra_headers', 'default_headers', 'extra_query', 'timeout', 'timeout_ms',
  'max_retries', 'organization', 'project', 'token', 'bearer',
])
const secretKey = /(^|_)(api_?key|key|auth|authorization|secret|password|credentials?|(access|auth|api|bearer)_token)$/

const isKnown = (key: string): boolean => knownKeys.has(key)
const isSet = (value: unknown): boolean => value !== undefined && value !== null
const own = (object: ConfigSource, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined)

function isTransport(key: string): boolean {
  const snake = key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('-', '_').toLowerCase()
  return transportKeys.has(snake) || secretKey.test(snake)
}

type Reader = (value: unknown, field: string) => unknown
const readers: { readonly [F in Field]-?: Reader } = {
  model: (value, field) => (typeof value === 'string' ? value : bad(field, value)),
  temperature: numberFrom(0, Infinity),
  topP: numberFrom(0, 1),
  maxTokens: integerFrom(1),
  stopSequences: readStops,
  frequencyPenalty: numberFrom(-Infinity, Infinity),
  presencePenalty: numberFrom(-Infinity, Infinity),
  topK: integerFrom(-1),
  seed: integerFrom(Number.MIN_SAFE_INTEGER),
  extra: readExtra,
}

function numberFrom(min: number, max: number): Reader {
  return (value, field) => (typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max ? value : bad(field, value))
}

function integerFrom(min: number): Reader {
  return (value, field) => (Number.isSafeInteger(value) && (value as number) >= min ? value : bad(field, value))
}

function readStops(value: unknown, field: string): readonly string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.every((item) => typeof item === 'string') ? list : bad(field, value)
}

function readExtra(value: unknown, field: string): JsonObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (asJson(value, field) as JsonObject) : bad(field, value)
}

function asJson(value: unknown, field: string): Json {
  try {
    canonicalJson(value)
    return value as Json
  } catch (error) {
    if (Fault.is(error, 'value/not-json')) throw new Fault('config/bad-value', { field, found: error.data.found })
    throw error
  }
}

/** The first to name a key wins. */
function mergeExtras(extras: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(extras.toReversed().flatMap((extra) => Object.entries(extra)))
}

function bad(field: string, value: unknown): never {
  const found = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value)
  throw new Fault('config/bad-value', { field, found: found.length > 60 ? `${found.slice(0, 60)}…` : found })
}
