import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'
import { withNewest } from './withNewest.ts'

type Visited = { readonly byTract: Readonly<Record<string, readonly string[]>> }

/** The branches one has looked at, the last one first: a fork leads back to where one was on its other side. */
export const useVisited = create<Visited>()(persist((): Visited => ({ byTract: {} }), { name: 'visited', version: 1, storage: inBrowser() }))

export const visitedIn = (tract: TractId): readonly string[] => useVisited.getState().byTract[tract] ?? []

export function noteVisit(tract: TractId, branch: string): void {
  const before = visitedIn(tract)
  if (before[0] === branch) return
  const branches = [branch, ...before.filter((one) => one !== branch)].slice(0, mostBranches)
  useVisited.setState(({ byTract }) => ({ byTract: withNewest(byTract, tract, branches, mostTracts) }))
}

const mostTracts = 50
const mostBranches = 100
