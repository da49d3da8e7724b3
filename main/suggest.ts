import type { ConflictId } from '../core/model/ids.ts'
import type { SuggestedResolution } from '../core/model/merge.ts'
import type { Tract } from '../core/tract.ts'
import type { App } from './app.ts'
import { providerOf } from './operations.ts'
import { viewSettings } from './providers.ts'

/** Asks the model that merges are asked of, as the settings of operations tell it. It is connected first, so that a missing key leaves no trace. */
export async function suggest(app: App, tract: Tract, conflict: ConflictId, signal: AbortSignal | undefined): Promise<SuggestedResolution> {
  const stored = app.settings.get()
  const { chat } = await viewSettings(stored, app.keys)
  tract.configureClients({ merge: await app.connections.connect(providerOf(stored, chat, 'merge')) })
  return await tract.suggestResolution(conflict, signal === undefined ? {} : { signal })
}
