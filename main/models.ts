import { modelFacts } from '../core/llm/modelFacts.ts'
import type { ModelFacts } from '../core/llm/modelFacts.ts'
import type { ModelsView, Provider } from './contract/settings.ts'
import { priceAt, pricesAsOf, tablePrice } from './prices.ts'
import type { StoredSettings } from './settings.ts'

/** Every model of every provider that could be asked now, with its size and its price. */
export function viewModels(settings: StoredSettings, providers: readonly Provider[]): ModelsView {
  const rows = providers
    .filter(({ isReady }) => isReady)
    .flatMap((provider) => provider.models.map((model) => ({ provider: provider.id, model, ...sizeOf(provider, model), ...priceAt(settings, provider, model), tablePrice: tablePrice(model) })))
  return { pricesAsOf, rows }
}

/** Ollama reads no more than it is told to. */
function sizeOf({ contextTokens }: Provider, model: string): ModelFacts {
  const facts = modelFacts(model)
  return { ...facts, contextTokens: contextTokens ?? facts.contextTokens }
}
