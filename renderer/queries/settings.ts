import { keepPreviousData } from '@tanstack/react-query'
import type { LLMTask } from '../../core/model/config.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { Json } from '../../core/model/json.ts'
import type { ModelPrice } from '../../core/model/price.ts'
import type { OnceSettings } from '../../main/contract/chat.ts'
import type { FoundServer, LocalServerName, ModelsView, OperationsView, ProviderCheck, Settings } from '../../main/contract/settings.ts'
import { api } from '../connect.ts'
import { query, queryClient } from './client.ts'

export const settingsQuery = () => query.settings.get.queryOptions()

/** Every change answers with all settings as they are now; they replace what is shown. */
const show = (settings: Settings): Settings => {
  queryClient.setQueryData(settingsQuery().queryKey, settings)
  return settings
}

export type SettingsChange = Parameters<typeof api.settings.update>[0]
export const updateSettings = (change: SettingsChange): Promise<Settings> => api.settings.update(change).then(show)
/** Takes the last change back; gives the names of what it was about, none where nothing is left to take back. */
export const undoSettings = (): Promise<readonly string[]> => api.settings.undo().then(({ settings, undone }) => (show(settings), undone))
export const chooseModel = (provider: string, model: string): Promise<Settings> => api.settings.chooseModel({ provider, model }).then(show)
/** null: the provider's own default. */
export const chooseTemperature = (chat: Settings['chat'], temperature: number | null): Promise<Settings> =>
  api.settings.chooseModel({ provider: chat.provider, model: chat.model, temperature }).then(show)
export const addProvider = (name: string, baseUrl: string, model: string): Promise<Settings> => api.settings.addProvider({ name, baseUrl, model }).then(show)
export const updateProvider = (provider: string, change: { readonly name?: string; readonly baseUrl?: string; readonly models?: readonly string[]; readonly contextTokens?: number | null }): Promise<Settings> =>
  api.settings.updateProvider({ provider, ...change, ...(change.models !== undefined && { models: [...change.models] }) } as Parameters<typeof api.settings.updateProvider>[0]).then(show)
export const removeProvider = (provider: string): Promise<Settings> => api.settings.removeProvider({ provider }).then(show)
/** Write-only: the key never comes back. */
export const setKey = (provider: string, key: string): Promise<Settings> => api.settings.setKey({ provider, key }).then(show)
export const deleteKey = (provider: string): Promise<Settings> => api.settings.deleteKey({ provider }).then(show)
export const checkProvider = (provider: string): Promise<ProviderCheck> => api.settings.check({ provider })
/** null takes the header away. The value of one that looks secret never comes back. */
export const setHeader = (provider: string, name: string, value: string | null): Promise<Settings> => api.settings.setHeader({ provider, name, value }).then(show)
/** Model servers on this machine, asked for anew whenever the page opens. */
export const foundQuery = () => query.settings.found.queryOptions({ staleTime: 0, gcTime: 0 })
export const takeFound = (server: LocalServerName): Promise<Settings> => api.settings.useFound({ server }).then(show)
export type { FoundServer }

/** Every model that could be asked now, with its size and its price. */
export const modelsQuery = () => query.settings.models.queryOptions()
/** In US dollars per million tokens; null goes back to the table. */
export const setPrice = async (model: string, price: ModelPrice | null): Promise<ModelsView> => {
  const models = await api.settings.setPrice({ model, price })
  queryClient.setQueryData(modelsQuery().queryKey, models)
  return models
}

/** Each kind of call of a tract: where it goes and how it is made. */
export const operationsQuery = (tract: TractId) => query.settings.operations.queryOptions({ input: { tract } })
/** null: where the chat goes. */
export const setClient = (task: LLMTask, provider: string | null): Promise<Settings> => api.settings.setClient({ task, provider }).then(show)
export type EditableLevel = 'llmConfig' | 'operation' | 'default'
export type ConfigChanges = { readonly [name: string]: Json }
/** Changes settings at one level; null takes one back, what isn't named stays. */
export const configure = async (tract: TractId, task: LLMTask, level: EditableLevel, changes: ConfigChanges): Promise<OperationsView> => {
  const operations = await api.settings.configure({ tract, task, level, changes: changes as { [name: string]: never } })
  queryClient.setQueryData(operationsQuery(tract).queryKey, operations)
  return operations
}
/** What the next call would use, level by level; `once` is set for it alone. */
export const resolutionQuery = (tract: TractId, task: LLMTask, once: OnceSettings = {}) => {
  const { provider, ...sugar } = once
  return query.settings.resolution.queryOptions({ input: { tract, task, ...(Object.keys(sugar).length > 0 && { sugar: sugar as { [name: string]: never } }), ...(provider !== undefined && { provider }) }, placeholderData: keepPreviousData })
}
/** What becomes of settings written for any framework. */
export const readConfigQuery = (json: string) => query.settings.readConfig.queryOptions({ input: { json }, enabled: json.trim() !== '', placeholderData: keepPreviousData })
