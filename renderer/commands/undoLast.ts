import type { OperationId, TractId } from '../../core/model/ids.ts'
import { attempt } from '../faults/attempt.ts'
import { queryClient } from '../queries/client.ts'
import { overviewQuery } from '../queries/tracts.ts'
import { showToast } from '../state/toasts.ts'
import { jumpOrAsk } from './jump.ts'

/** Tells what was just done and offers to take it back. The offer holds for this act only, not for whatever came after it. */
export async function offerUndo(tract: TractId, text: string): Promise<void> {
  const act = await lastAct(tract)
  showToast({ tone: 'done', text, ...(act !== null && { about: { tract, act }, action: { label: 'Undo', run: () => void undoIfLast(tract, act) } }) })
}

async function undoIfLast(tract: TractId, act: OperationId): Promise<void> {
  if ((await lastAct(tract)) === act) return await undoLast(tract)
  showToast({ tone: 'fault', text: 'Something else was done since', hint: 'Undo goes back one act at a time, from the newest.' })
}

const lastAct = async (tract: TractId): Promise<OperationId | null> => (await attempt(() => queryClient.fetchQuery({ ...overviewQuery(tract), staleTime: 0 })))?.undo.undo?.id ?? null

/** Takes back the last act on a tract and says which it was. What reaches far is shown first. */
export const undoLast = (tract: TractId): Promise<void> => inTurn(() => jumpOrAsk(tract, { kind: 'undo' }))
export const redoLast = (tract: TractId): Promise<void> => inTurn(() => jumpOrAsk(tract, { kind: 'redo' }))

let before: Promise<unknown> = Promise.resolve()
/** One after the other, however fast the key is pressed: each is looked at where the one before has led. */
function inTurn(act: () => Promise<void>): Promise<void> {
  const done = before.then(act)
  before = done.catch(() => {})
  return done
}
