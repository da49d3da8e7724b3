import { keepPreviousData } from '@tanstack/react-query'
import type { JoinAct } from '../../main/contract/joins.ts'
import type { Commit } from '../../core/model/commit.ts'
import type { ConflictId, TractId } from '../../core/model/ids.ts'
import type { MergeResult, PendingMerge, PickResult, RebaseResult, Resolution, SuggestedResolution } from '../../core/model/merge.ts'
import type { Head } from '../../core/model/refs.ts'
import { api } from '../connect.ts'
import { query } from './client.ts'
import { refuseWhileLooking } from './refuseWhileLooking.ts'

type Options<Kind extends JoinAct['kind']> = Omit<Extract<JoinAct, { kind: Kind }>, 'kind'>

/** What an act would give and do, before it is done. */
export const joinPreviewQuery = (tract: TractId, branch: string, act: JoinAct) => query.joins.preview.queryOptions({ input: { tract, branch, act }, placeholderData: keepPreviousData })
/** The merges of a tract that wait, into whatever branch. */
export const waitingMergesQuery = (tract: TractId) => query.joins.waiting.queryOptions({ input: { tract } })
/** The merge into a branch that waits for decisions, or null. */
export const pendingMergeQuery = (tract: TractId, branch: string) => query.joins.pending.queryOptions({ input: { tract, branch } })

export async function merge(tract: TractId, branch: string, options: Options<'merge'>): Promise<MergeResult> {
  refuseWhileLooking(tract)
  return await api.joins.merge({ tract, branch, ...options })
}
export async function pick(tract: TractId, branch: string, options: Options<'pick'>): Promise<PickResult> {
  refuseWhileLooking(tract)
  return await api.joins.pick({ tract, branch, ...options })
}
export async function rebase(tract: TractId, branch: string, options: Options<'rebase'>): Promise<RebaseResult> {
  refuseWhileLooking(tract)
  return await api.joins.rebase({ tract, branch, ...options })
}
export async function resetTo(tract: TractId, branch: string, { to, keep }: Options<'reset'>): Promise<Head> {
  refuseWhileLooking(tract)
  return await api.branches.reset({ tract, branch, to, ...(keep !== undefined && { keep }) })
}

export async function resolveConflict(tract: TractId, branch: string, conflict: ConflictId, resolution: Resolution): Promise<PendingMerge> {
  refuseWhileLooking(tract)
  return await api.joins.resolve({ tract, branch, conflict, resolution })
}
/** Asks a model for the words of a conflict; leaving the call stops it. */
export async function suggestResolution(tract: TractId, branch: string, conflict: ConflictId, signal: AbortSignal): Promise<SuggestedResolution> {
  refuseWhileLooking(tract)
  return await api.joins.suggest({ tract, branch, conflict }, { signal })
}
export async function commitMerge(tract: TractId, branch: string): Promise<Commit> {
  refuseWhileLooking(tract)
  return await api.joins.commit({ tract, branch })
}
export async function refreshMerge(tract: TractId, branch: string): Promise<PendingMerge | null> {
  refuseWhileLooking(tract)
  return await api.joins.refresh({ tract, branch })
}
export async function abortMerge(tract: TractId, branch: string): Promise<void> {
  refuseWhileLooking(tract)
  return await api.joins.abort({ tract, branch })
}
