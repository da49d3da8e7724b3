import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'
import { withNewest } from './withNewest.ts'

type LastBranch = { readonly byTract: Readonly<Record<TractId, string>> }

/** The branch that was open when one left it to look at an old step. Kept in the browser: the file only knows the step. */
export const useLastBranch = create<LastBranch>()(persist((): LastBranch => ({ byTract: {} }), { name: 'lastBranch', version: 1, storage: inBrowser() }))

export const lastBranchOf = (tract: TractId): string | undefined => useLastBranch.getState().byTract[tract]

export function rememberBranch(tract: TractId, branch: string): void {
  useLastBranch.setState(({ byTract }) => ({ byTract: withNewest(byTract, tract, branch, mostTracts) }))
}

const mostTracts = 200
