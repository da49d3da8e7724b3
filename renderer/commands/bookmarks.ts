import type { MessageId, TractId } from '../../core/model/ids.ts'
import type { Tag } from '../../core/model/refs.ts'
import { attempt } from '../faults/attempt.ts'
import { deleteBookmark } from '../queries/branches.ts'
import { queryClient } from '../queries/client.ts'
import { stepQuery } from '../queries/history.ts'
import { overviewQuery } from '../queries/tracts.ts'
import { branchOf } from '../queries/useCurrent.ts'
import { clearSelection, focusMessage } from '../state/selection.ts'
import { showTract } from '../state/view.ts'
import { currentContext } from './context.ts'
import { offerUndo } from './undoLast.ts'

/** Points at the step a bookmark names, in its tract; one that names a pin or a correction, at the message that is about. */
export async function goToBookmark(tract: TractId, { commit }: Tag): Promise<void> {
  const overview = await attempt(() => queryClient.fetchQuery(overviewQuery(tract)))
  const view = overview && (await attempt(() => queryClient.fetchQuery(stepQuery(tract, branchOf(overview), commit))))
  if (view === undefined) return
  if (currentContext().tract !== tract) {
    clearSelection()
    showTract(tract)
  }
  focusMessage(view.message?.messageId ?? (commit as string as MessageId), 'command')
}

export async function removeBookmark(tract: TractId, name: string): Promise<void> {
  if ((await attempt(() => deleteBookmark(tract, name).then(() => true))) === true) await offerUndo(tract, `Removed the bookmark ${name}`)
}
