import type { LLMConfig, LLMTask, TractConfig } from '../core/model/config.ts'
import type { Json, JsonObject } from '../core/model/json.ts'
import { configFrom, fields, resolveConfig } from '../core/model/llmConfig.ts'
import type { OperationRow, OperationsView, Settings } from './contract/settings.ts'
import { getProvider, listProviders, modelsOf } from './providers.ts'
import { nameOf } from './resolution.ts'
import type { StoredProvider, StoredSettings } from './settings.ts'

export const tasks: readonly LLMTask[] = ['chat', 'compress', 'merge', 'orchestrate', 'plan', 'title']

/** Every kind of call: where it goes, what the tract sets for it, and what it inherits. */
export function viewOperations(settings: StoredSettings, chat: Settings['chat'], config: Required<TractConfig>): OperationsView {
  const rows = tasks.map((task): OperationRow => {
    const provider = providerOf(settings, chat, task)
    const own = config.operations[task] ?? {}
    const client = { provider: provider.id, name: provider.name, isOwn: task === 'chat' || provider.id === ownClient(settings, task) }
    return { task, client, config: own, resolved: resolveConfig({ operation: own, default: config.defaultConfig, clientModel: modelsOf(provider)[0] }) }
  })
  return { rows, defaultConfig: config.defaultConfig }
}

/** Where a kind of call goes; where the chat goes, if nobody said or the provider is gone. */
export function providerOf(settings: StoredSettings, chat: Pick<Settings['chat'], 'provider'>, task: LLMTask): StoredProvider {
  return listProviders(settings).find(({ id }) => id === ownClient(settings, task)) ?? getProvider(settings, chat.provider)
}

const ownClient = (settings: StoredSettings, task: LLMTask): string | undefined => (task === 'chat' ? undefined : settings.clients[task])

/**
 * A config with some of its settings changed; null takes one back. A name may be ours, an alias, or a provider's own. Faults: `config/bad-value`.
 */
export function changedConfig(now: LLMConfig, changes: JsonObject): LLMConfig {
  const set = configFrom(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null)))
  const gone = Object.entries(changes).flatMap(([name, value]) => (value === null ? [name] : []))
  const { extra, ...rest } = { ...now, ...set, extra: { ...now.extra, ...set.extra } }
  const kept = without(rest, gone) as LLMConfig
  const more = without(extra, gone)
  return Object.keys(more).length === 0 ? kept : { ...kept, extra: more }
}

const without = (config: object, gone: readonly string[]): { readonly [name: string]: Json } => {
  const known = new Set<string>(gone.flatMap((name) => fields.filter((field) => field === name || nameOf(field) === name)))
  return Object.fromEntries(Object.entries(config).filter(([name]) => !known.has(name) && !gone.includes(name)))
}
