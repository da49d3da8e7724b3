import { assertNever } from '../core/model/assertNever.ts'
import type { LLMTask } from '../core/model/config.ts'
import type { Tract } from '../core/tract.ts'
import type { App } from './app.ts'
import { askingAs } from './asking.ts'
import type { OnceSettings } from './contract/chat.ts'
import type { RequestForm, RequestView } from './contract/history.ts'
import { type Moment, momentOf } from './moment.ts'
import { silentClient } from './providers.ts'
import type { StoredProvider } from './settings.ts'

export type RequestAsked = Moment & { readonly form?: RequestForm | undefined; readonly task?: LLMTask | undefined; readonly settings?: OnceSettings | undefined }

/**
 * The request that a branch would send now, or would with the context of a moment, in the protocol of the chosen provider or in another one. Made by the very client that would send it,
 * without its key. Faults: `provider/not-found`, `config/bad-value`.
 */
export async function requestView(app: App, tract: Tract, { form, task = 'chat', settings, ...moment }: RequestAsked): Promise<RequestView> {
  const { provider, config } = await askingAs(app, tract, task, settings)
  const own = formOf(provider)
  const shown = form ?? own ?? 'openai'
  const client = silentClient(shown === own ? provider : { ...provider, kind: shown, baseUrl: '' }, app.clock)
  const prompt = tract.compile(momentOf(moment))
  return {
    form: shown,
    isSent: shown === own && task === 'chat' && moment.at === undefined && moment.asOf === undefined,
    client: provider.name,
    model: config.values.model ?? '',
    url: client.url ?? null,
    body: client.preview?.({ prompt, config: config.values, tools: [] }) ?? {},
    notSent: client.unsupported?.(config.values) ?? [],
    repairs: prompt.repairs(shown === 'anthropic' ? 'anthropic' : 'openai'),
  }
}

/** null: the demo model is asked without a request. */
export function formOf({ kind }: Pick<StoredProvider, 'kind'>): RequestForm | null {
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
