import type { LLMTask } from '../../core/model/config.ts'
import type { FaultReport } from '../../core/model/fault.ts'
import type { Appearance } from './appearance.ts'

export type { Appearance }

export type ProviderKind = 'openai' | 'anthropic' | 'ollama' | 'demo'
/** All the page learns of a key: that there is one, its last four characters, where it is kept, and for which host it was entered. */
export type KeyStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly last4: string; readonly origin: string; readonly where: 'keyring' | 'file' | 'session' }
  /** From the environment; can't be changed here. */
  | { readonly kind: 'environment'; readonly variable: string; readonly last4: string; readonly origin: string }
  /** There is one, but for another host than the address now names: it is not sent. */
  | { readonly kind: 'otherHost'; readonly last4: string; readonly origin: string }

/** A header sent with every request. One whose name looks like a secret's is kept as keys are: its value never comes back. */
export type ProviderHeader =
  | { readonly kind: 'open'; readonly name: string; readonly value: string }
  | { readonly kind: 'secret'; readonly name: string; readonly status: KeyStatus }

export type Provider = {
  readonly id: string
  readonly kind: ProviderKind
  readonly name: string
  /** Empty: the provider's own address. */
  readonly baseUrl: string
  /** Models to choose from, the first as default. */
  readonly models: readonly string[]
  readonly key: KeyStatus
  readonly headers: readonly ProviderHeader[]
  /** How many tokens Ollama is told to read; null for the model's own, and for providers that aren't told. */
  readonly contextTokens: number | null
  /** Built-in ones can't be removed. */
  readonly isBuiltIn: boolean
  /** Whether it could be asked now: it has the key it needs, and a model. */
  readonly isReady: boolean
}
export type Theme = 'system' | 'light' | 'dark'
export type Settings = {
  readonly theme: Theme
  /** Whether Enter sends (else Mod+Enter does). */
  readonly enterSends: boolean
  readonly appearance: Appearance
  /** What is taught in passing: whether it is, and what was told already on this machine. */
  readonly tips: { readonly areOn: boolean; readonly told: readonly string[] }
  /** The keys somebody chose for a command, by its name; none of them takes away the ones it comes with. A command that isn't named has its own. */
  readonly keys: { readonly [command: string]: readonly string[] }
  readonly providers: readonly Provider[]
  /** Where a message goes. With no key set this is the demo model. */
  readonly chat: { readonly provider: string; readonly model: string; readonly temperature: number | null }
  /** The provider of each other kind of call; one that isn't named goes where the chat goes. */
  readonly clients: { readonly [Task in Exclude<LLMTask, 'chat'>]?: string }
}

export type ProviderCheck =
  /** `answer` is null where there is no model to ask. Times in ms. */
  | { readonly kind: 'ok'; readonly models: readonly string[]; readonly listMs: number | null; readonly answer: { readonly model: string; readonly ms: number } | null }
  /** `models` is what it told before it failed. */
  | { readonly kind: 'failed'; readonly fault: FaultReport; readonly models: readonly string[] }

export type LocalServerName = 'ollama' | 'lmStudio' | 'llamaCpp' | 'vllm'
/** A model server that answers on this machine. */
export type FoundServer = {
  readonly server: LocalServerName
  readonly name: string
  readonly baseUrl: string
  readonly models: readonly string[]
  /** The provider that has this address already; null where there is none yet. */
  readonly provider: string | null
}
