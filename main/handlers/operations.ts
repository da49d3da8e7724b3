import type { LLMTask } from '../../core/model/config.ts'
import type { JsonObject } from '../../core/model/json.ts'
import { configFrom } from '../../core/model/llmConfig.ts'
import type { Tract } from '../../core/tract.ts'
import type { App } from '../app.ts'
import { lastingConfig } from '../asking.ts'
import type { OperationsView, Resolution } from '../contract/settings.ts'
import { choose } from '../lastingSettings.ts'
import { changedConfig, providerOf, viewOperations } from '../operations.ts'
import { getProvider, modelsOf, silentClient, viewSettings } from '../providers.ts'
import { readConfig } from '../readConfig.ts'
import { resolutionOf } from '../resolution.ts'
import type { StoredSettings } from '../settings.ts'
import { procedures } from './base.ts'
import { change } from './changeSettings.ts'

export const operations = {
  operations: procedures.settings.operations.handler(({ context: { app }, input }) => operationsOf(app, app.workspace().get(input.tract))),
  setClient: procedures.settings.setClient.handler(async ({ context: { app }, input: { task, provider } }) => {
    if (provider !== null) getProvider(app.settings.get(), provider)
    if (task !== 'chat') return change(app, (now) => ({ ...now, clients: clientsWith(now.clients, task, provider) }))
    if (provider === null) return change(app, (now) => ({ ...now, chat: null }))
    await choose(app, { provider, config: {} })
    return viewSettings(app.settings.get(), app.keys)
  }),
  configure: procedures.settings.configure.handler(async ({ context: { app }, input }) => {
    const tract = app.workspace().get(input.tract)
    const changes = input.changes as JsonObject
    if (input.level === 'llmConfig') await configureChat(app, changes)
    if (input.level === 'default') tract.configure({ defaultConfig: changedConfig(tract.config.defaultConfig, changes) })
    if (input.level === 'operation') configureOperation(tract, input.task, changes)
    return operationsOf(app, tract)
  }),
  resolution: procedures.settings.resolution.handler(({ context: { app }, input }) => resolved(app, app.workspace().get(input.tract), input as Asked)),
  readConfig: procedures.settings.readConfig.handler(({ input }) => readConfig(input.json)),
}

function clientsWith(now: StoredSettings['clients'], task: Exclude<LLMTask, 'chat'>, provider: string | null): StoredSettings['clients'] {
  const { [task]: _before, ...others } = now
  return provider === null ? others : { ...others, [task]: provider }
}

async function operationsOf(app: App, tract: Tract): Promise<OperationsView> {
  const stored = app.settings.get()
  const { chat } = await viewSettings(stored, app.keys)
  return viewOperations(stored, chat, tract.config)
}

function configureOperation(tract: Tract, task: LLMTask, changes: JsonObject): void {
  tract.configureOperations({ [task]: changedConfig(tract.config.operations[task] ?? {}, changes) })
}

/** What the composer sets for every message is the app's own: it goes with the person, not with the file. */
async function configureChat(app: App, changes: JsonObject): Promise<void> {
  const stored = app.settings.get()
  const { provider } = (await viewSettings(stored, app.keys)).chat
  const { model = null, temperature = null, ...more } = changedConfig(lastingConfig(stored, provider), changes)
  app.changeSettings((now) => ({ ...now, chat: { provider, model, temperature, more } }))
}

type Asked = { readonly task: LLMTask; readonly sugar?: JsonObject; readonly provider?: string }

async function resolved(app: App, tract: Tract, { task, sugar = {}, provider: once }: Asked): Promise<Resolution> {
  const stored = app.settings.get()
  const { chat } = await viewSettings(stored, app.keys)
  const provider = once === undefined ? providerOf(stored, chat, task) : getProvider(stored, once)
  const { operations: jobs, defaultConfig } = tract.config
  const sources = { sugar: configFrom(sugar), llmConfig: task === 'chat' ? lastingConfig(stored, provider.id) : {}, operation: jobs[task], default: defaultConfig, clientModel: modelsOf(provider)[0] }
  return resolutionOf(sources, silentClient(provider, app.clock))
}
