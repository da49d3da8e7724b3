import { useQuery } from '@tanstack/react-query'
import type { GcReport } from '../../core/model/cleanUp.ts'
import type { TractId } from '../../core/model/ids.ts'
import { useThrottled } from '../chat/useThrottled.ts'
import { faultOf } from '../faults/faultOf.ts'
import type { ShownFault } from '../faults/faultOf.ts'
import { cleanUpQuery } from '../queries/storage.ts'
import { useRetention } from '../state/retention.ts'

/** What a clean-up would do with the ages that are chosen. `isOld`: while it is worked out anew; each look checks the whole file. */
export type CleanUpLook = { readonly report: GcReport | null; readonly fault: ShownFault | null; readonly isOld: boolean }

export function useCleanUp(tract: TractId): CleanUpLook {
  const chosen = useRetention()
  const settled = useThrottled(chosen, restMs)
  const { data, error, isFetching } = useQuery(cleanUpQuery(tract, settled))
  return { report: error === null ? (data ?? null) : null, fault: error === null ? null : faultOf(error), isOld: isFetching || settled !== chosen }
}

const restMs = 250
