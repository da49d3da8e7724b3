import { type } from '@orpc/contract'
import { z } from 'zod'
import type { FaultReport } from '../../core/model/fault.ts'
import { procedure, providerId } from './base.ts'

export type ProviderKind = 'openai' | 'anthropic' | 'demo'
/** All the page learns of a key: that there is one, its last four characters, where it is kept, and for which host it was entered. */
export type KeyStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly last4: string; readonly origin: string; readonly where: 'keyring' | 'file' | 'session' }
  /** From the environment; can't be changed here. */
  | { readonly kind: 'environment'; readonly variable: string; readonly last4: string; readonly origin: string }
  /** There is one, but for another host than the address now names: it is not sent. */
  | { readonly kind: 'otherHost'; readonly last4: string; readonly origin: string }

export type Provider = {
  readonly id: string
  readonly kind: ProviderKind
  readonly name: string
  /** Empty: the provider's own address. */
  readonly baseUrl: string
  /** Models to choose from, the first as default. */
  readonly models: readonly string[]
  readonly key: KeyStatus
  /** Built-in ones can't be removed. */
  readonly isBuiltIn: boolean
}
export type Theme = 'system' | 'light' | 'dark'
export type Settings = {
  readonly theme: Theme
  /** Whether Enter sends (else Mod+Enter does). */
  readonly enterSends: boolean
  readonly providers: readonly Provider[]
  /** Where a message goes. With no key set this is the demo model. */
  readonly chat: { readonly provider: string; readonly model: string; readonly temperature: number | null }
}
export type ProviderCheck = { readonly kind: 'ok'; readonly models: readonly string[] } | { readonly kind: 'failed'; readonly fault: FaultReport }

const baseUrl = z.string().max(500)
const modelName = z.string().min(1).max(200)

export const settings = {
  get: procedure.output(type<Settings>()),
  update: procedure
    .input(z.strictObject({ theme: z.enum(['system', 'light', 'dark']).optional(), enterSends: z.boolean().optional() }))
    .output(type<Settings>()),
  chooseModel: procedure
    .input(z.strictObject({ provider: providerId, model: modelName, temperature: z.number().min(0).max(2).nullable().optional() }))
    .output(type<Settings>()),
  /** Adds a provider that speaks OpenAI's protocol at an address of its own. */
  addProvider: procedure.input(z.strictObject({ name: z.string().min(1).max(60), baseUrl, model: modelName })).output(type<Settings>()),
  updateProvider: procedure
    .input(z.strictObject({ provider: providerId, name: z.string().min(1).max(60).optional(), baseUrl: baseUrl.optional(), models: z.array(modelName).min(1).max(500).optional() }))
    .output(type<Settings>()),
  removeProvider: procedure.input(z.strictObject({ provider: providerId })).output(type<Settings>()),
  /** Write-only: a key goes in and never comes out. It is bound to the host of the provider's address. */
  setKey: procedure.input(z.strictObject({ provider: providerId, key: z.string().min(1).max(500) })).output(type<Settings>()),
  deleteKey: procedure.input(z.strictObject({ provider: providerId })).output(type<Settings>()),
  /** Asks the provider for its models: shows whether address and key are right. */
  check: procedure.input(z.strictObject({ provider: providerId })).output(type<ProviderCheck>()),
}
