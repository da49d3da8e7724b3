import type { LLMClient } from '../core/llm/client.ts'
import { thinksLong } from '../core/llm/models.ts'
import { promptOf } from '../core/context/prompt.ts'
import { asFault, Fault, toReport } from '../core/model/fault.ts'
import type { FaultReport } from '../core/model/fault.ts'
import type { App } from './app.ts'
import type { ProviderCheck } from './contract/settings.ts'
import { getProvider, modelsOf } from './providers.ts'

/**
 * Asks a provider what a message would ask of it: which models it has, and one word of the first in the list. What stands in the way is told, not
 * thrown. Faults: `provider/not-found`.
 */
export async function checkConnection(app: App, id: string, stopped: AbortSignal | undefined): Promise<ProviderCheck> {
  const provider = getProvider(app.settings.get(), id)
  const signal = AbortSignal.any([AbortSignal.timeout(waitMs), ...(stopped ? [stopped] : [])])
  let models: readonly string[] = []
  try {
    const client = await app.connections.connect(provider)
    const list = await timed(app, () => listOf(client, signal))
    models = list.value ?? []
    const listMs = list.value === null ? null : list.ms
    const model = modelsOf(provider)[0]
    if (model === undefined) return { kind: 'ok', models, listMs, answer: null }
    const { ms } = await timed(app, () => oneWord(client, model, signal))
    return { kind: 'ok', models, listMs, answer: { model, ms } }
  } catch (error) {
    const fault = signal.aborted && !stopped?.aborted ? new Fault('llm/stalled', { client: provider.name, waitMs }) : asFault(error)
    return { kind: 'failed', fault: app.secrets.redactAll(toReport(fault)) as unknown as FaultReport, models }
  }
}

/** A model that has to be loaded first takes its time. */
const waitMs = 60_000

async function timed<T>(app: App, act: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const from = app.clock.now()
  const value = await act()
  return { value, ms: Math.round(app.clock.now() - from) }
}

/** null where it has no list: many compatible servers don't, and answer all the same. */
async function listOf(client: LLMClient, signal: AbortSignal): Promise<readonly string[] | null> {
  try {
    return (await client.listModels?.(signal)) ?? null
  } catch (error) {
    const isSilent = Fault.is(error) && ['llm/protocol', 'llm/model-not-found', 'llm/refused-payload'].includes(error.code)
    if (!isSilent) throw error
    return null
  }
}

/** The cheapest question there is. A model that thinks before it speaks gets a little room to do so. */
async function oneWord(client: LLMClient, model: string, signal: AbortSignal): Promise<void> {
  await client.complete({ prompt: promptOf([{ type: 'dialogue', role: 'user', text: 'Say OK.' }]), config: { model, maxTokens: thinksLong(model) ? 64 : 1 }, tools: [] }, signal)
}
