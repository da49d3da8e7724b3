import type { CommitHash, TractId } from '../../core/model/ids.ts'
import type { Operation } from '../../core/model/operation.ts'
import { attempt } from '../faults/attempt.ts'
import { asOfFor, showAsOf, showBranchThen } from '../state/asOf.ts'
import { queryClient } from './client.ts'
import { contextAtQuery } from './finding.ts'
import { viewAtQuery } from './operations.ts'
import { branchThen, commitThen } from './overviewThen.ts'

/** Which moment was asked for last: an answer to an earlier one comes too late. */
let asked = 0

/** Shows all panes of a tract as they were right after an operation, the `number`th `of` so many. */
export async function lookAsOf(tract: TractId, { id, seq }: Operation, number: number, of: number): Promise<void> {
  asked += 1
  const own = asked
  const view = await attempt(() => queryClient.fetchQuery(viewAtQuery(tract, seq)))
  if (view === undefined || own !== asked) return
  const chosen = asOfFor(tract)?.chosen ?? null
  const branch = branchThen(view, chosen)
  const tokens = await tokensAt(tract, commitThen(view, branch))
  if (own === asked) showAsOf({ tract, operation: id, number, of, view, branch, chosen, tokens })
}

/** Shows another branch of the moment that is shown. */
export async function lookAtBranchThen(tract: TractId, branch: string): Promise<void> {
  const asOf = asOfFor(tract)
  if (asOf !== null) showBranchThen(branch, await tokensAt(tract, commitThen(asOf.view, branch)))
}

/** Drops what is still on its way: now is shown. */
export function stopLooking(): void {
  asked += 1
}

async function tokensAt(tract: TractId, commit: CommitHash | null): Promise<number> {
  if (commit === null) return 0
  return (await attempt(() => queryClient.fetchQuery(contextAtQuery(tract, commit))))?.tokenCount ?? 0
}
