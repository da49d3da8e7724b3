import type { TractId } from '../../core/model/ids.ts'
import { attempt } from '../faults/attempt.ts'
import { switchBranch } from '../queries/acts.ts'
import { lookAtBranchThen } from '../queries/lookAsOf.ts'
import { asOfFor } from '../state/asOf.ts'
import { clearSelection } from '../state/selection.ts'
import { showTract } from '../state/view.ts'

/** Opens a branch of a tract and shows it; while a moment of the past is shown, as it was then. */
export async function switchTo(tract: TractId, branch: string): Promise<void> {
  if (asOfFor(tract) !== null) return await lookAtBranchThen(tract, branch)
  const opened = await attempt(() => switchBranch(tract, branch))
  if (opened === undefined) return
  clearSelection()
  showTract(tract)
}
