import { create } from 'zustand'
import type { OperationId, TractId } from '../../core/model/ids.ts'
import type { TractView } from '../../core/model/operation.ts'

/** The moment that all panes show: a tract as it was right after an operation. */
export type AsOf = { readonly tract: TractId; readonly operation: OperationId; /** 1 is the oldest. */ readonly number: number; readonly of: number; readonly view: TractView; /** The branch that is shown of it: the one that was open then, or the one that was chosen to be looked at. */ readonly branch: string; readonly chosen: string | null; /** What the model saw there, in tokens. */ readonly tokens: number }

/** null: now. Forgotten with the page. */
export const useAsOf = create<{ readonly asOf: AsOf | null }>()(() => ({ asOf: null }))

export const showAsOf = (asOf: AsOf): void => useAsOf.setState({ asOf })
/** Another branch of the same moment. */
export const showBranchThen = (branch: string, tokens: number): void => useAsOf.setState(({ asOf }) => ({ asOf: asOf && { ...asOf, branch, chosen: branch, tokens } }))
export const showNow = (): void => useAsOf.setState({ asOf: null })
/** The moment a tract is shown at, where it isn't now. */
export const asOfFor = (tract: TractId | null): AsOf | null => matching(useAsOf.getState().asOf, tract)
export const useAsOfFor = (tract: TractId | null): AsOf | null => useAsOf(({ asOf }) => matching(asOf, tract))

const matching = (asOf: AsOf | null, tract: TractId | null): AsOf | null => (asOf !== null && asOf.tract === tract ? asOf : null)
