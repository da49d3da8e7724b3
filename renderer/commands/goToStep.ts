import type { CommitHash, Ref, TractId } from '../../core/model/ids.ts'
import type { TractOverview } from '../../main/contract/tracts.ts'
import { attempt } from '../faults/attempt.ts'
import { holdsStep } from '../graph/focusedStep.ts'
import { goTo } from '../queries/acts.ts'
import { queryClient } from '../queries/client.ts'
import { overviewQuery } from '../queries/tracts.ts'
import { branchOf } from '../queries/useCurrent.ts'
import { rememberBranch } from '../state/lastBranch.ts'
import { dropChosen, stopEditing } from '../state/selection.ts'
import { showToast } from '../state/toasts.ts'
import { offerUndo } from './undoLast.ts'
import { switchTo } from './switchTo.ts'

/**
 * Goes to a step to look around: a hash or the beginning of one, a branch or a bookmark. Where the step is the end of the branch that is open, or of
 * another one and the open one doesn't lead there, that branch is opened instead. Resolves to whether it went.
 */
export async function goToStep(tract: TractId, ref: Ref): Promise<boolean> {
  const overview = await attempt(() => queryClient.fetchQuery({ ...overviewQuery(tract), staleTime: 0 }))
  if (overview === undefined) return false
  const left = branchOf(overview)
  const end = branchEndingAt(tract, overview, ref, left)
  if (end !== null) {
    await switchTo(tract, end)
    return true
  }
  rememberBranch(tract, left)
  stopEditing()
  dropChosen()
  const head = await attempt(() => goTo(tract, ref))
  if (head === undefined) return false
  await offerUndo(tract, head.kind === 'attached' ? `Opened ${head.branch}` : `Looking at ${head.commit.slice(0, 4)} of ${left}; nothing was changed`)
  return true
}

/** Back to the branch that was left. */
export async function returnToBranch(tract: TractId): Promise<void> {
  const overview = queryClient.getQueryData(overviewQuery(tract).queryKey)
  if (overview === undefined || overview.detached === null) return
  const branch = branchOf(overview)
  await switchTo(tract, branch)
  showToast({ tone: 'done', text: `Back at the end of ${branch}` })
}

function branchEndingAt(tract: TractId, { branches }: TractOverview, ref: Ref, open: string): string | null {
  const ending = branches.filter(({ name, commit }) => commit === ref || name === ref).map(({ name }) => name)
  if (ending.includes(open)) return open
  if (ending.includes(ref)) return ref
  return holdsStep(tract, open, ref as CommitHash) ? null : (ending[0] ?? null)
}
