import { create } from 'zustand'
import type { TractId } from '../../core/model/ids.ts'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'

type Folds = {
  /** Tracts whose graph is shown folded. */
  readonly folded: readonly TractId[]
  /** Runs that were opened one by one, by their oldest step; forgotten with the page. */
  readonly opened: ReadonlySet<string>
}

/** What of the graph is folded. Belongs to the viewer, not to the file. */
export const useFolds = create<Folds>()(
  persist((): Folds => ({ folded: [], opened: new Set() }), { name: 'folds', version: 1, storage: inBrowser(), partialize: ({ folded }) => ({ folded }) }),
)

export const isFolded = (tract: TractId): boolean => useFolds.getState().folded.includes(tract)
/** Folds all runs of a tract, or shows every step. */
export function toggleFolds(tract: TractId): void {
  useFolds.setState(({ folded }) => ({ folded: folded.includes(tract) ? folded.filter((one) => one !== tract) : [...folded, tract].slice(-most), opened: new Set() }))
}
export function openFold(oldest: string): void {
  useFolds.setState(({ opened }) => ({ opened: new Set(opened).add(oldest) }))
}

/** Tracts remembered; the oldest choice goes. */
const most = 200
