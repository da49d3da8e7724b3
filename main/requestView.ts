import { assertNever } from '../core/model/assertNever.ts'
import type { Tract } from '../core/tract.ts'
import type { App } from './app.ts'
import { askingFor } from './asking.ts'
import type { OnceSettings } from './contract/chat.ts'
import type { RequestForm, RequestView } from './contract/history.ts'
import { silentClient } from './providers.ts'
import type { StoredProvider } from './settings.ts'

export type RequestAsked = { readonly form?: RequestForm | undefined; readonly settings?: OnceSettings | undefined; readonly at?: string | Date }

/**
 * The request that a branch would send now, or would have sent at a moment, in the protocol of the chosen provider or in another one. Made by the very client that would send it,
 * without its key. Faults: `provider/not-found`, `config/bad-value`.
 */
export async function requestView(app: App, tract: Tract, { form, settings, at }: RequestAsked): Promise<RequestView> {
  const { provider, config } = await askingFor(app, tract, settings)
  const own = formOf(provider)
  const shown = form ?? own ?? 'openai'
  const client = silentClient(shown === own ? provider : { ...provider, kind: shown, baseUrl: '' }, app.clock)
  const prompt = tract.compile(at === undefined ? {} : { at })
  return {
    form: shown,
    isSent: shown === own,
    client: provider.name,
    model: config.values.model ?? '',
    url: client.url ?? null,
    body: client.preview?.({ prompt, config: config.values, tools: [] }) ?? {},
    notSent: client.unsupported?.(config.values) ?? [],
    repairs: prompt.repairs(shown === 'anthropic' ? 'anthropic' : 'openai'),
  }
}

/** null: the demo model is asked without a request. */
function formOf({ kind }: StoredProvider): RequestForm | null {
  switch (kind) {
    case 'openai':
    case 'anthropic':
    case 'ollama':
      return kind
    case 'demo':
      return null
    default:
      return assertNever(kind)
  }
}
