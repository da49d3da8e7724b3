import type { Jump } from '../../main/contract/acts.ts'
import type { DryRun } from '../../core/model/effect.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { UndoResult } from '../../core/model/operation.ts'
import { attempt } from '../faults/attempt.ts'
import { redo, undo } from '../queries/acts.ts'
import { previewJump, restore, revert } from '../queries/operations.ts'
import { assertNever } from '../state/assertNever.ts'
import { flash } from '../state/flash.ts'
import { focusMessage } from '../state/selection.ts'
import { openDialog } from '../state/view.ts'
import { branchesMoved } from './branchesMoved.ts'
import { currentContext } from './context.ts'
import { tellJump } from './tellJump.ts'
import { touchedBy } from './touchedBy.ts'

/** More acts, or more messages that come or go, than this are shown before it is done. */
const mostUnasked = 20

/** Goes back or forth. A jump that moves several branches, or many steps, is shown first. */
export async function jumpOrAsk(tract: TractId, jump: Jump): Promise<void> {
  const preview = await attempt(() => previewJump(tract, jump))
  if (preview === undefined) return
  if (preview.result.kind !== 'done') return tellJump(jump, preview.result, () => {})
  if (isFar(preview)) return openDialog({ kind: 'jump', tract, jump, preview })
  await jumpNow(tract, jump, preview)
}

/** Does it, says what became of it, and goes where that is to be seen. */
export async function jumpNow(tract: TractId, jump: Jump, { effect }: DryRun<UndoResult>): Promise<void> {
  const { branch, messages } = currentContext()
  const result = await attempt(() => take(tract, jump))
  if (result === undefined) return
  const elsewhere = branchesMoved(effect.refs).flatMap(({ ref }) => (ref === branch ? [] : [ref]))
  tellJump(jump, result, () => void jumpOrAsk(tract, { kind: jump.kind === 'undo' ? 'redo' : 'undo' }), elsewhere)
  const touched = touchedBy(effect, messages.map(({ messageId }) => messageId))
  if (touched === null) return
  focusMessage(touched, 'command')
  flash(touched)
}

/** Whether a person should see it first. */
export function isFar({ result, effect }: DryRun<UndoResult>): boolean {
  const branches = branchesMoved(effect.refs)
  const acts = result.kind === 'done' ? result.reverted.length : 0
  const steps = branches.some(({ before, after }) => before !== null && after !== null) ? effect.changes.length : 0 // else only what is open changes
  return branches.length > 1 || acts > mostUnasked || steps > mostUnasked
}

function take(tract: TractId, jump: Jump): Promise<UndoResult> {
  switch (jump.kind) {
    case 'undo':
      return undo(tract)
    case 'redo':
      return redo(tract)
    case 'restore':
      return restore(tract, jump.operation as never)
    case 'revert':
      return revert(tract, jump.operation as never)
    default:
      return assertNever(jump)
  }
}
