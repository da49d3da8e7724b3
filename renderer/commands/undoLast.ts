import type { OperationId, TractId } from '../../core/model/ids.ts'
import type { UndoResult } from '../../core/model/operation.ts'
import { attempt } from '../faults/attempt.ts'
import { redo, undo } from '../queries/acts.ts'
import { queryClient } from '../queries/client.ts'
import { overviewQuery } from '../queries/tracts.ts'
import { assertNever } from '../state/assertNever.ts'
import { showToast } from '../state/toasts.ts'
import { operationName } from '../words/operations.ts'

/** Tells what was just done and offers to take it back. The offer holds for this act only, not for whatever came after it. */
export async function offerUndo(tract: TractId, text: string): Promise<void> {
  const act = await lastAct(tract)
  showToast({ tone: 'done', text, ...(act !== null && { action: { label: 'Undo', run: () => void undoIfLast(tract, act) } }) })
}

async function undoIfLast(tract: TractId, act: OperationId): Promise<void> {
  if ((await lastAct(tract)) === act) return await undoLast(tract)
  showToast({ tone: 'fault', text: 'Something else was done since', hint: 'Undo goes back one act at a time, from the newest.' })
}

const lastAct = async (tract: TractId): Promise<OperationId | null> => (await attempt(() => queryClient.fetchQuery({ ...overviewQuery(tract), staleTime: 0 })))?.undo.undo?.id ?? null

/** Takes back the last act on a tract and says which it was. */
export async function undoLast(tract: TractId): Promise<void> {
  const result = await attempt(() => undo(tract))
  if (result !== undefined) tell(result, 'Undone', { label: 'Redo', run: () => void redoLast(tract) })
}

export async function redoLast(tract: TractId): Promise<void> {
  const result = await attempt(() => redo(tract))
  if (result !== undefined) tell(result, 'Done again', { label: 'Undo', run: () => void undoLast(tract) })
}

function tell(result: UndoResult, verb: string, action: { readonly label: string; readonly run: () => void }): void {
  switch (result.kind) {
    case 'done':
      return showToast({ tone: 'done', text: `${verb}: ${result.reverted.map(operationName).join(', ')}`, action })
    case 'nothing':
      return showToast({ tone: 'done', text: 'There is nothing more to take back or bring again' })
    case 'conflict':
      return showToast({ tone: 'fault', text: 'Something was done since that depends on it', hint: `First undo: ${result.with.map(operationName).join(', ')}` })
    default:
      return assertNever(result)
  }
}
