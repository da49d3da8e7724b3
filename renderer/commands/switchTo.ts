import type { TractId } from '../../core/model/ids.ts'
import { attempt } from '../faults/attempt.ts'
import { switchBranch } from '../queries/acts.ts'
import { clearSelection } from '../state/selection.ts'
import { showTract } from '../state/view.ts'

/** Opens a branch of a tract and shows it. */
export async function switchTo(tract: TractId, branch: string): Promise<void> {
  const opened = await attempt(() => switchBranch(tract, branch))
  if (opened === undefined) return
  clearSelection()
  showTract(tract)
}
