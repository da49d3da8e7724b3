import type { App } from './app.ts'
import type { LastingChange } from './contract/chat.ts'
import { getProvider, viewSettings } from './providers.ts'
import type { StoredSettings } from './settings.ts'

export type Choice = { readonly provider?: string | undefined; readonly config: LastingChange }

/** Keeps what the composer sends with every message from now on. Faults: `provider/not-found`. */
export async function choose(app: App, { provider, config }: Choice): Promise<void> {
  const stored = app.settings.get()
  const chosen = getProvider(stored, provider ?? (await viewSettings(stored, app.keys)).chat.provider).id
  app.changeSettings((now) => ({ ...now, chat: changed(now.chat, chosen, config) }))
}

function changed(chat: StoredSettings['chat'], provider: string, { model, temperature, ...rest }: LastingChange): StoredSettings['chat'] {
  const own = chat?.provider === provider ? chat.model : null // another provider doesn't have its model
  return {
    provider,
    model: model === undefined ? own : model,
    temperature: temperature === undefined ? (chat?.temperature ?? null) : temperature,
    more: without(null, { ...chat?.more, ...without(undefined, rest) }),
  }
}

type Fields = { [name: string]: unknown }

const without = (value: null | undefined, fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, found]) => found !== value))
