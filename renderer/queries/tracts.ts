import type { OpenedSample, TractOverview } from '../../main/contract/tracts.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { api } from '../connect.ts'
import { query, queryClient } from './client.ts'

/** Most recently used first; never empty. */
export const tractsQuery = () => query.tracts.list.queryOptions()
/** Summary, status with budget, branches, config, undo names of one tract. */
export const overviewQuery = (tract: TractId) => query.tracts.overview.queryOptions({ input: { tract } })

/** Resolves when the page can show it: in between there would be nothing to write in, and the keyboard would be nowhere. */
export async function createTract(name?: string): Promise<TractSummary> {
  const made = await api.tracts.create(name === undefined ? {} : { name })
  await Promise.all([queryClient.invalidateQueries({ queryKey: query.tracts.list.key() }), queryClient.prefetchQuery(overviewQuery(made.id))])
  return made
}

/** A conversation to learn on. Resolves when the page can show it. */
export async function openSample(): Promise<OpenedSample> {
  const opened = await api.tracts.openSample()
  await Promise.all([queryClient.invalidateQueries({ queryKey: query.tracts.list.key() }), queryClient.prefetchQuery(overviewQuery(opened.summary.id))])
  return opened
}

export const renameTract = (tract: TractId, name: string): Promise<TractSummary> => api.tracts.rename({ tract, name })

/** Sets the token budget, or removes it with null. */
export async function setBudget(tract: TractId, maxTokens: number | null): Promise<TractOverview> {
  const overview = await api.tracts.setBudget({ tract, maxTokens })
  queryClient.setQueryData(overviewQuery(tract).queryKey, overview)
  return overview
}
