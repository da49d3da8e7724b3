import type { ProviderCheck, Settings, Theme } from '../../main/contract/settings.ts'
import { api } from '../connect.ts'
import { query, queryClient } from './client.ts'

export const settingsQuery = () => query.settings.get.queryOptions()

/** Every change answers with all settings as they are now; they replace what is shown. */
const show = (settings: Settings): Settings => {
  queryClient.setQueryData(settingsQuery().queryKey, settings)
  return settings
}

export const updateSettings = (change: { readonly theme?: Theme; readonly enterSends?: boolean }): Promise<Settings> => api.settings.update(change).then(show)
export const chooseModel = (provider: string, model: string): Promise<Settings> => api.settings.chooseModel({ provider, model }).then(show)
/** null: the provider's own default. */
export const chooseTemperature = (chat: Settings['chat'], temperature: number | null): Promise<Settings> =>
  api.settings.chooseModel({ provider: chat.provider, model: chat.model, temperature }).then(show)
export const addProvider = (name: string, baseUrl: string, model: string): Promise<Settings> => api.settings.addProvider({ name, baseUrl, model }).then(show)
export const updateProvider = (provider: string, change: { readonly name?: string; readonly baseUrl?: string; readonly models?: readonly string[] }): Promise<Settings> =>
  api.settings.updateProvider({ provider, ...change, ...(change.models !== undefined && { models: [...change.models] }) } as Parameters<typeof api.settings.updateProvider>[0]).then(show)
export const removeProvider = (provider: string): Promise<Settings> => api.settings.removeProvider({ provider }).then(show)
/** Write-only: the key never comes back. */
export const setKey = (provider: string, key: string): Promise<Settings> => api.settings.setKey({ provider, key }).then(show)
export const deleteKey = (provider: string): Promise<Settings> => api.settings.deleteKey({ provider }).then(show)
export const checkProvider = (provider: string): Promise<ProviderCheck> => api.settings.check({ provider })
