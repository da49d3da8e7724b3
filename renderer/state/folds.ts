import { create } from 'zustand'
import type { TractId } from '../../core/model/ids.ts'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'

type Folds = {
  /** Tracts whose graph is shown folded. */
  readonly folded: readonly TractId[]
  /** Tracts whose canvas shows every step: it begins folded. */
  readonly spread: readonly TractId[]
  /** Runs that were opened one by one, by their oldest step; forgotten with the page. */
  readonly opened: ReadonlySet<string>
}

/** What of the graph is folded. Belongs to the viewer, not to the file. */
export const useFolds = create<Folds>()(
  persist((): Folds => ({ folded: [], spread: [], opened: new Set() }), { name: 'folds', version: 1, storage: inBrowser(), partialize: ({ folded, spread }) => ({ folded, spread }) }),
)

/** The two pictures of a history: rows beside the chat, cards on a surface. */
export type GraphView = 'rail' | 'canvas'

export const isFolded = (tract: TractId, view: GraphView, folds = useFolds.getState()): boolean => (view === 'rail' ? folds.folded.includes(tract) : !folds.spread.includes(tract))
/** Folds all runs of a tract, or shows every step. */
export function toggleFolds(tract: TractId, view: GraphView): void {
  useFolds.setState(({ folded, spread }) => ({ ...(view === 'rail' ? { folded: toggled(folded, tract) } : { spread: toggled(spread, tract) }), opened: new Set() }))
}
export function openFold(oldest: string): void {
  useFolds.setState(({ opened }) => ({ opened: new Set(opened).add(oldest) }))
}
export function closeFold(oldest: string): void {
  useFolds.setState(({ opened }) => ({ opened: new Set([...opened].filter((one) => one !== oldest)) }))
}

const toggled = (tracts: readonly TractId[], tract: TractId): readonly TractId[] => (tracts.includes(tract) ? tracts.filter((one) => one !== tract) : [...tracts, tract].slice(-most))

/** Tracts remembered; the oldest choice goes. */
const most = 200
