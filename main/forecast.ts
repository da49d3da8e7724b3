import { modelFacts } from '../core/llm/modelFacts.ts'
import { Fault, toReport } from '../core/model/fault.ts'
import type { FaultReport } from '../core/model/fault.ts'
import type { Tract } from '../core/tract.ts'
import type { App } from './app.ts'
import { askingFor, connectFor } from './asking.ts'
import type { Asking } from './asking.ts'
import type { Forecast, OnceSettings } from './contract/chat.ts'
import { priceAt } from './prices.ts'
import { silentClient } from './providers.ts'

/** What sending would use now. What stands in the way of it is told, not thrown. Faults: `provider/not-found`, `config/bad-value`. */
export async function forecast(app: App, tract: Tract, settings?: OnceSettings): Promise<Forecast> {
  const asking = await askingFor(app, tract, settings)
  const { provider, lasting, config } = asking
  const { model = '' } = config.values
  const { contextTokens, maxOutputTokens } = modelFacts(model)
  const silent = silentClient(provider, app.clock)
  return {
    provider: provider.id,
    client: provider.name,
    isDemo: provider.kind === 'demo',
    config,
    lasting,
    notSent: silent.unsupported?.(config.values) ?? [],
    contextTokens: provider.contextTokens ?? contextTokens,
    maxOutputTokens: silent.usualMaxTokens?.(config.values) ?? maxOutputTokens,
    price: priceAt(app.settings.get(), provider, model).price,
    fault: await obstacle(app, asking),
  }
}

/** Why the provider can't be asked as things stand. */
async function obstacle(app: App, asking: Asking): Promise<FaultReport | null> {
  try {
    await connectFor(app, asking)
    return null
  } catch (error) {
    if (!Fault.is(error)) throw error
    return app.secrets.redactAll(toReport(error))
  }
}
