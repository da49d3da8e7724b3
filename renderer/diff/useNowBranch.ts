import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '../queries/tracts.ts'
import { branchOf } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'

/** The branch that is open now, also while a moment of the past is shown. */
export function useNowBranch({ tract, branch }: Current): string {
  const { data } = useQuery(overviewQuery(tract))
  return data === undefined ? branch : branchOf(data)
}
