import type { ProviderKind } from './contract/settings.ts'
import type { EnvironmentKey } from './keys.ts'

export type BuiltInProvider = {
  readonly id: string
  readonly kind: ProviderKind
  readonly name: string
  /** Its own address; null for one that runs in this process. */
  readonly address: string | null
  /** The environment variable many tools keep its key in. */
  readonly variable: string | null
  readonly models: readonly string[]
}

/** In the order in which one is taken when nobody chose: the first with a key. Ollama and the demo model need none. */
export const builtInProviders: readonly BuiltInProvider[] = [
  {
    id: 'openai',
    kind: 'openai',
    name: 'OpenAI',
    address: 'https://api.openai.com/v1',
    variable: 'OPENAI_API_KEY',
    models: ['gpt-5.4-mini', 'gpt-5.5', 'gpt-5.4', 'gpt-5-mini', 'gpt-4.1', 'gpt-4o', 'gpt-4o-mini'],
  },
  {
    id: 'anthropic',
    kind: 'anthropic',
    name: 'Anthropic',
    address: 'https://api.anthropic.com',
    variable: 'ANTHROPIC_API_KEY',
    models: ['claude-sonnet-5-5', 'claude-opus-5-5', 'claude-haiku-5-5', 'claude-haiku-4-5'],
  },
  { id: 'ollama', kind: 'ollama', name: 'Ollama, local', address: 'http://localhost:11434', variable: null, models: [] },
  { id: 'demo', kind: 'demo', name: 'Demo model', address: null, variable: null, models: ['demo'] },
]

export const findBuiltIn = (id: string): BuiltInProvider | undefined => builtInProviders.find((provider) => provider.id === id)

/** The keys that came with the environment, each for its provider's own address and no other. */
export function environmentKeys(env: { readonly [name: string]: string | undefined }): ReadonlyMap<string, EnvironmentKey> {
  const keys = new Map<string, EnvironmentKey>()
  for (const { id, address, variable } of builtInProviders) {
    const key = variable === null ? undefined : env[variable]?.trim()
    if (variable !== null && address !== null && key) keys.set(id, { key, variable, origin: new URL(address).origin })
  }
  return keys
}
