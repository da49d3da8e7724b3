import type { LLMClient } from '../core/llm/client.ts'
import { anthropic } from '../core/llm/providers/anthropic.ts'
import { demo } from '../core/llm/providers/demo.ts'
import { ollama } from '../core/llm/providers/ollama.ts'
import { openai } from '../core/llm/providers/openai.ts'
import { assertNever } from '../core/model/assertNever.ts'
import { Fault } from '../core/model/fault.ts'
import { builtInProviders, findBuiltIn } from './builtIn.ts'
import type { Provider, ProviderKind, Settings } from './contract/settings.ts'
import { headersOf, viewHeaders } from './headers.ts'
import type { Keys } from './keys.ts'
import type { Clock } from './ports.ts'
import { ownPrice } from './prices.ts'
import { sampleAnswer } from './sample/script.ts'
import type { StoredProvider, StoredSettings } from './settings.ts'

/** The built-in providers, as changed, and those a person added. */
export function listProviders(settings: StoredSettings): readonly StoredProvider[] {
  const asTheyCome = builtInProviders.map(({ id, kind, name }): StoredProvider => settings.providers.find((own) => own.id === id) ?? { id, kind, name, baseUrl: '', models: [] })
  return [...asTheyCome, ...settings.providers.filter((own) => !findBuiltIn(own.id))]
}

/** Faults: `provider/not-found`. */
export function getProvider(settings: StoredSettings, id: string): StoredProvider {
  const found = listProviders(settings).find((provider) => provider.id === id)
  if (!found) throw new Fault('provider/not-found', { id })
  return found
}

/** What the page learns of the settings: everything but the keys themselves. */
export async function viewSettings(settings: StoredSettings, keys: Keys): Promise<Settings> {
  const providers = await Promise.all(listProviders(settings).map((provider) => viewProvider(provider, keys)))
  return { theme: settings.theme, enterSends: settings.enterSends, keys: settings.keys, appearance: settings.appearance, tips: settings.tips, providers, chat: chosen(settings, providers), clients: settings.clients }
}

async function viewProvider(provider: StoredProvider, keys: Keys): Promise<Provider> {
  const origin = originOf(provider)
  const { id, kind, name, baseUrl, contextTokens = null } = provider
  const models = modelsOf(provider)
  const key: Provider['key'] = origin === null || !takesKey(kind) ? { kind: 'none' } : await keys.status(id, origin)
  const headers = origin === null ? [] : await viewHeaders(provider, origin, keys)
  const isBuiltIn = findBuiltIn(id) !== undefined
  const needsKey = isBuiltIn && takesKey(kind) && baseUrl === ''
  const isReady = models.length > 0 && key.kind !== 'otherHost' && (!needsKey || key.kind === 'kept' || key.kind === 'environment')
  return { id, kind, name, baseUrl, models, key, headers, contextTokens, isBuiltIn, isReady }
}

/** Whether a key is part of its protocol. */
export const takesKey = (kind: ProviderKind): boolean => kind === 'openai' || kind === 'anthropic'

/** What was chosen; before that the first built-in provider with a key, and the demo model when there is none. */
function chosen(settings: StoredSettings, providers: readonly Provider[]): Settings['chat'] {
  const choice = settings.chat
  const chosenProvider = providers.find(({ id }) => id === choice?.provider)
  if (choice && chosenProvider) return { provider: choice.provider, model: choice.model ?? chosenProvider.models[0] ?? '', temperature: choice.temperature }
  const first = providers.find(({ key, isBuiltIn }) => isBuiltIn && (key.kind === 'kept' || key.kind === 'environment')) ?? providers.find(({ kind }) => kind === 'demo')
  return { provider: first?.id ?? 'demo', model: first?.models[0] ?? 'demo', temperature: null }
}

/** The models to choose from, the first as default. */
export const modelsOf = ({ id, models }: StoredProvider): readonly string[] => (models.length > 0 ? models : (findBuiltIn(id)?.models ?? []))

/** The host a provider's key goes to, as scheme, name and port; null for one that needs none. */
export function originOf({ id, baseUrl }: StoredProvider): string | null {
  const address = baseUrl === '' ? findBuiltIn(id)?.address : baseUrl
  return address == null ? null : new URL(address).origin
}

export type Connections = {
  /** The connection to a provider, with its key if there is one for exactly this host. Faults: `llm/no-key`, `llm/key-for-other-host`. */
  connect(provider: StoredProvider): Promise<LLMClient>
}

/** Keeps one client per provider, address and key: what a client learns of a failing provider holds for the next message too. */
export function openConnections({ keys, clock, settings }: { readonly keys: Keys; readonly clock: Clock; readonly settings: () => StoredSettings }): Connections {
  const open = new Map<string, { readonly made: string; readonly client: LLMClient }>()
  return {
    async connect(provider) {
      const key = takesKey(provider.kind) ? await keyOf(provider, keys) : noKey
      const headers = await headersOf(provider, originOf(provider) ?? '', keys)
      const isPriced = modelsOf(provider).some((model) => ownPrice(settings(), model) !== null)
      const made = JSON.stringify([provider.baseUrl, provider.name, key, modelsOf(provider)[0], headers, provider.contextTokens, isPriced])
      const found = open.get(provider.id)
      if (found?.made === made) return found.client
      const plain = makeClient(provider, { apiKey: key, headers, clock })
      const client = isPriced ? { ...plain, isFree: false } : plain // a gateway on this machine, of which somebody says what it costs
      open.set(provider.id, { made, client })
      return client
    },
  }
}

type Making = { readonly apiKey: string; readonly headers: { readonly [name: string]: string }; readonly clock: Clock }

function makeClient(provider: StoredProvider, { apiKey, headers, clock }: Making): LLMClient {
  const { kind, name, baseUrl } = provider
  const [model] = modelsOf(provider) // answers where no level of the settings names one
  const options = { name, baseUrl, headers, ...(model !== undefined && { model }) }
  switch (kind) {
    case 'demo':
      return demo({ clock, script: sampleAnswer })
    case 'openai':
      return openai({ ...options, apiKey })
    case 'anthropic':
      return anthropic({ ...options, apiKey })
    case 'ollama':
      return ollama({ ...options, ...(provider.contextTokens != null && { contextTokens: provider.contextTokens }) })
    default:
      return assertNever(kind)
  }
}

/** A client that is asked what it would do, not to do it: it has no key and sends nothing. */
export const silentClient = (provider: StoredProvider, clock: Clock): LLMClient => makeClient(provider, { apiKey: noKey, headers: {}, clock })

/** For servers of one's own that want none. */
const noKey = ''

async function keyOf(provider: StoredProvider, keys: Keys): Promise<string> {
  const origin = originOf(provider) ?? ''
  const key = await keys.find(provider.id, origin)
  if (key !== undefined) return key
  const status = await keys.status(provider.id, origin)
  if (status.kind === 'otherHost') throw new Fault('llm/key-for-other-host', { client: provider.name, host: new URL(origin).host, boundTo: new URL(status.origin).host })
  if (provider.baseUrl === '') throw new Fault('llm/no-key', { client: provider.name })
  return noKey
}
