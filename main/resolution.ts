import { promptOf } from '../core/context/prompt.ts'
import type { LLMClient } from '../core/llm/client.ts'
import type { ConfigLevel, LLMConfig } from '../core/model/config.ts'
import type { Json, JsonObject } from '../core/model/json.ts'
import { resolveConfig } from '../core/model/llmConfig.ts'
import type { ConfigSources } from '../core/model/llmConfig.ts'
import type { Resolution, ResolutionRow } from './contract/settings.ts'

/**
 * Says, setting by setting, what each level has, which one wins, and what becomes of it at the provider. The client is asked what it would send and
 * what it has no place for, never to send. Faults: `config/bad-value`.
 */
export function resolutionOf(sources: ConfigSources, client: LLMClient): Resolution {
  const { values, levels } = resolveConfig(sources)
  const unsupported = new Set(client.unsupported?.(values) ?? [])
  const own = usualFields.map((field): ResolutionRow => {
    const value = values[field] as Json | undefined
    const from = levels[field]
    const used = value === undefined || from === undefined ? null : { value, from }
    const name = nameOf(field)
    const isLeftOut = used !== null && unsupported.has(field)
    return { name, field, set: setAt(sources, (config) => config[field]), used, sentAs: used && !isLeftOut ? sentAs(client, values, field) : null, notSent: isLeftOut ? `${client.name} has no ${name}` : null }
  })
  return { client: client.name, rows: [...own, ...extraRows(sources, values.extra ?? {})] }
}

const usualFields = ['model', 'temperature', 'maxTokens', 'stopSequences', 'topP', 'seed', 'topK', 'frequencyPenalty', 'presencePenalty'] as const satisfies readonly (keyof LLMConfig)[]

/** `maxTokens` as JSON has it: `max_tokens`. */
export const nameOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A provider's own settings are merged key by key, and sent as they stand. */
function extraRows(sources: ConfigSources, extra: JsonObject): readonly ResolutionRow[] {
  return Object.entries(extra).map(([name, value]) => {
    const set = setAt(sources, (config) => config.extra?.[name])
    const from = order.find((level) => set[level] !== undefined) ?? 'default'
    return { name, field: 'extra', set, used: { value, from }, sentAs: null, notSent: null }
  })
}

const order: readonly ConfigLevel[] = ['sugar', 'llmConfig', 'operation', 'default', 'client']

function setAt(sources: ConfigSources, read: (config: LLMConfig) => Json | undefined): ResolutionRow['set'] {
  const { sugar, llmConfig, operation, clientModel } = sources
  const client = clientModel == null ? null : { model: clientModel }
  const configs: { readonly [Level in ConfigLevel]: LLMConfig | null | undefined } = { sugar, llmConfig, operation, default: sources.default, client }
  const found = order.map((level) => [level, read(configs[level] ?? {}) ?? undefined] as const)
  return Object.fromEntries(found.filter(([, value]) => value !== undefined))
}

/** What the provider calls a setting: the name that a request has only with it. null where that is the name we know, or where it can't be told. */
function sentAs(client: LLMClient, values: LLMConfig, field: keyof LLMConfig): string | null {
  if (client.preview === undefined || field === 'model') return null
  const model = values.model ?? ''
  const ask = (config: LLMConfig) => flat(client.preview?.({ prompt: promptOf([]), config, tools: [] }) ?? {})
  const without = ask({ model })
  const [name] = Object.entries(ask({ model, [field]: values[field] })).find(([key, value]) => without[key] !== value) ?? []
  return name === undefined || name === nameOf(field) ? null : name
}

/** The values of a body by their names, one level down as `options.num_predict`. */
function flat(body: JsonObject): { readonly [name: string]: string } {
  const entries = Object.entries(body).flatMap(([key, value]) =>
    isObject(value) ? Object.entries(value).map(([inner, of]) => [`${key}.${inner}`, JSON.stringify(of)] as const) : [[key, JSON.stringify(value)] as const],
  )
  return Object.fromEntries(entries)
}

const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
