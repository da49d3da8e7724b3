import type { TractId } from '../../core/model/ids.ts'
import { attempt } from '../faults/attempt.ts'
import { switchBranch } from '../queries/acts.ts'
import { lookAtBranchThen } from '../queries/lookAsOf.ts'
import { asOfFor } from '../state/asOf.ts'
import { clearSelection } from '../state/selection.ts'
import { showTract } from '../state/view.ts'

/** Opens a branch of a tract and shows it; while a moment of the past is shown, as it was then. */
export async function switchTo(tract: TractId, branch: string): Promise<void> {
  if (!(await openBranch(tract, branch)) || asOfFor(tract) !== null) return
  clearSelection()
  showTract(tract)
}

/** The same, and what is chosen and shown stays. Resolves to whether it is open. */
export async function openBranch(tract: TractId, branch: string): Promise<boolean> {
  if (asOfFor(tract) === null) return (await attempt(() => switchBranch(tract, branch))) !== undefined
  await lookAtBranchThen(tract, branch)
  return true
}
