import type { LLMClient } from '../core/llm/client.ts'
import type { LLMConfig, LLMTask, ResolvedConfig } from '../core/model/config.ts'
import { configFrom, resolveConfig } from '../core/model/llmConfig.ts'
import type { Tract } from '../core/tract.ts'
import type { App } from './app.ts'
import type { OnceSettings } from './contract/chat.ts'
import { providerOf } from './operations.ts'
import { getProvider, modelsOf, viewSettings } from './providers.ts'
import type { StoredProvider, StoredSettings } from './settings.ts'

/** Where the next message goes and with which settings, level by level; nothing is connected yet. */
export type Asking = {
  readonly provider: StoredProvider
  /** What was set for this message alone. */
  readonly once: LLMConfig
  /** What the composer sets for every message. */
  readonly lasting: LLMConfig
  readonly config: ResolvedConfig
}

/** Faults: `provider/not-found`, `config/bad-value`. */
export async function askingFor(app: App, tract: Tract, settings: OnceSettings = {}): Promise<Asking> {
  const { provider: onceProvider, ...once } = settings
  const stored = app.settings.get()
  const { chat } = await viewSettings(stored, app.keys)
  const provider = getProvider(stored, onceProvider ?? chat.provider)
  const lasting = lastingConfig(stored, provider.id)
  const { operations, defaultConfig } = tract.config
  const own = configFrom(once)
  const config = resolveConfig({ sugar: own, llmConfig: lasting, operation: operations.chat, default: defaultConfig, clientModel: modelsOf(provider)[0] })
  return { provider, once: own, lasting, config }
}

/** The same for any kind of call: one beside the chat has a provider and settings of its own. Faults: those of `askingFor`. */
export async function askingAs(app: App, tract: Tract, task: LLMTask, settings?: OnceSettings): Promise<Asking> {
  if (task === 'chat') return askingFor(app, tract, settings)
  const stored = app.settings.get()
  const { chat } = await viewSettings(stored, app.keys)
  const provider = providerOf(stored, chat, task)
  const { operations, defaultConfig } = tract.config
  return { provider, once: {}, lasting: {}, config: resolveConfig({ operation: operations[task], default: defaultConfig, clientModel: modelsOf(provider)[0] }) }
}

/** Connects first, so that a missing key leaves no trace. Faults: `llm/no-key`, `llm/key-for-other-host`. */
export const connectFor = (app: App, { provider }: Asking): Promise<LLMClient> => app.connections.connect(provider)

/** What a person chose in the composer. Nothing that nobody chose is in it, so that a tract's own settings hold where the composer sets nothing. */
export function lastingConfig({ chat }: Pick<StoredSettings, 'chat'>, provider: string): LLMConfig {
  if (chat === null) return {}
  const { model, temperature, more = {} } = chat
  return configFrom({ ...more, temperature, model: chat.provider === provider ? model : null })
}
