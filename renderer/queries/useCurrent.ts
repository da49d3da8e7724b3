import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TractOverview } from '../../main/contract/tracts.ts'
import type { CommitHash, TractId } from '../../core/model/ids.ts'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { useAsOfFor } from '../state/asOf.ts'
import type { AsOf } from '../state/asOf.ts'
import { lastBranchOf, useLastBranch } from '../state/lastBranch.ts'
import { useView } from '../state/view.ts'
import type { Moment } from './history.ts'
import { overviewThen } from './overviewThen.ts'
import { overviewQuery, tractsQuery } from './tracts.ts'

/** `at`: the old step that is looked at; null on a branch. `branch` is then the one that was left. */
export type Current = { readonly tract: TractId; readonly branch: string; readonly at: CommitHash | null; readonly overview: TractOverview }

/** The tract and branch on the screen; null while they are on their way. */
export function useCurrent(): Current | null {
  const tract = useCurrentTract()
  const { data: overview } = useQuery({ ...overviewQuery(tract ?? ('' as TractId)), enabled: tract !== null })
  const left = useLastBranch(({ byTract }) => (tract === null ? undefined : byTract[tract]))
  const asOf = useAsOfFor(tract)
  return useMemo(() => (tract === null || overview === undefined ? null : { tract, ...shownOf(overview, asOf, left) }), [tract, overview, asOf, left])
}

/** What is shown of a tract: how it is now, or how it was at the moment that is looked at. */
export function shownOf(now: TractOverview, asOf: AsOf | null, left?: string): Omit<Current, 'tract'> {
  if (asOf === null) return { branch: branchOf(now, left), at: now.detached?.at ?? null, overview: now }
  const overview = overviewThen(now, asOf)
  return { branch: asOf.branch, at: overview.detached?.at ?? null, overview }
}

/** The tract that was chosen, if the open file has it; else the one used last. */
export function useCurrentTract(): TractId | null {
  const chosen = useView((view) => view.tract)
  const { data: tracts } = useQuery(tractsQuery())
  return tracts === undefined ? null : pickTract(chosen, tracts)
}

export const pickTract = (chosen: TractId | null, tracts: readonly TractSummary[]): TractId | null =>
  tracts.find(({ id }) => id === chosen)?.id ?? tracts[0]?.id ?? null

/**
 * The branch HEAD is on. While an old step is looked at: the branch that was left for it, where that leads to the step; else, as after a script, the
 * one that does and was moved last.
 */
export function branchOf({ summary, status, branches, detached }: TractOverview, left = lastBranchOf(summary.id)): string {
  if (status.head.kind === 'attached') return status.head.branch
  const holders = detached?.branches ?? []
  const isThere = branches.some(({ name }) => name === left)
  const newest = branches.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]?.name
  return holders.find(({ name }) => name === left)?.name ?? holders[0]?.name ?? (isThere ? left : undefined) ?? newest ?? 'main'
}

/** What panes ask for to show `at`: that step, or now. */
export const momentOf = (at: CommitHash | null): Moment => (at === null ? {} : { at })
