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
  if (queryClient.getQueryData(overviewQuery(tract).queryKey)?.detached || asOfFor(tract) !== null) throw new LookingBack()
}
