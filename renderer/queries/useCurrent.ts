import { useQuery } from '@tanstack/react-query'
import type { TractOverview } from '../../main/contract/tracts.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { useView } from '../state/view.ts'
import { overviewQuery, tractsQuery } from './tracts.ts'

export type Current = { readonly tract: TractId; readonly branch: string; readonly overview: TractOverview }

/** The tract and branch on the screen; null while they are on their way. */
export function useCurrent(): Current | null {
  const tract = useCurrentTract()
  const { data: overview } = useQuery({ ...overviewQuery(tract ?? ('' as TractId)), enabled: tract !== null })
  return tract === null || overview === undefined ? null : { tract, branch: branchOf(overview), overview }
}

/** The tract that was chosen, if the open file has it; else the one used last. */
export function useCurrentTract(): TractId | null {
  const chosen = useView((view) => view.tract)
  const { data: tracts } = useQuery(tractsQuery())
  return tracts === undefined ? null : pickTract(chosen, tracts)
}

export const pickTract = (chosen: TractId | null, tracts: readonly TractSummary[]): TractId | null =>
  tracts.find(({ id }) => id === chosen)?.id ?? tracts[0]?.id ?? null

/** The branch HEAD is on; where a script left HEAD on a bare step, the branch last written to. */
export function branchOf({ status, branches }: TractOverview): string {
  if (status.head.kind === 'attached') return status.head.branch
  return branches.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]?.name ?? 'main'
}
