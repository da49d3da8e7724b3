import { type } from '@orpc/contract'
import { z } from 'zod'
import { procedure, providerId } from './base.ts'
import type { FoundServer, ProviderCheck, Settings } from './settingsView.ts'

const baseUrl = z.string().max(500)
export const modelName = z.string().min(1).max(200)

export const providers = {
  /** Adds a provider that speaks OpenAI's protocol at an address of its own. */
  addProvider: procedure.input(z.strictObject({ name: z.string().min(1).max(60), baseUrl, model: modelName })).output(type<Settings>()),
  updateProvider: procedure
    .input(
      z.strictObject({
        provider: providerId,
        name: z.string().min(1).max(60).optional(),
        baseUrl: baseUrl.optional(),
        models: z.array(modelName).min(1).max(500).optional(),
        contextTokens: z.number().int().min(256).max(100_000_000).nullable().optional(),
      }),
    )
    .output(type<Settings>()),
  removeProvider: procedure.input(z.strictObject({ provider: providerId })).output(type<Settings>()),
  /** Write-only: a key goes in and never comes out. It is bound to the host of the provider's address. */
  setKey: procedure.input(z.strictObject({ provider: providerId, key: z.string().min(1).max(500) })).output(type<Settings>()),
  deleteKey: procedure.input(z.strictObject({ provider: providerId })).output(type<Settings>()),
  /** Sends a header with every request to this provider; null no longer. One that looks secret is write-only and bound to the host, like a key. */
  setHeader: procedure.input(z.strictObject({ provider: providerId, name: z.string().min(1).max(100), value: z.string().min(1).max(2000).nullable() })).output(type<Settings>()),
  /** Asks the provider for its models, and one of them for one word: shows whether address and key are right, and how fast it is. */
  check: procedure.input(z.strictObject({ provider: providerId })).output(type<ProviderCheck>()),
  /** Looks on this machine, and nowhere else, for model servers at their usual ports. Sends no key. */
  found: procedure.output(type<readonly FoundServer[]>()),
  /** Takes a found server as a provider, with the models it has. */
  useFound: procedure.input(z.strictObject({ server: z.enum(['ollama', 'lmStudio', 'llamaCpp', 'vllm']) })).output(type<Settings>()),
}
