import type { TractId } from '../../core/model/ids.ts'
import { LookingBack } from '../faults/faultOf.ts'
import { asOfFor } from '../state/asOf.ts'
import { queryClient } from './client.ts'
import { overviewQuery } from './tracts.ts'

/**
 * Refuses to write on the branch while the page shows an old step: what a person sees is not what would change. Commands say so beforehand; this
 * holds for whatever else writes.
 */
export function refuseWhileLooking(tract: TractId): void {
  refuseInThePast(tract)
  if (queryClient.getQueryData(overviewQuery(tract).queryKey)?.detached) throw new LookingBack('step')
}

/** Refuses while all panes show a moment of the past: not even another branch can be opened or begun then. */
export function refuseInThePast(tract: TractId): void {
  if (asOfFor(tract) !== null) throw new LookingBack('past')
}
