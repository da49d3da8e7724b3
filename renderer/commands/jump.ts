import type { Jump } from '../../main/contract/acts.ts'
import type { DryRun } from '../../core/model/effect.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { UndoResult } from '../../core/model/operation.ts'
import { attempt } from '../faults/attempt.ts'
import { redo, undo } from '../queries/acts.ts'
import { previewJump, restore, revert } from '../queries/operations.ts'
import { assertNever } from '../state/assertNever.ts'
import { openDialog } from '../state/view.ts'
import { tellJump } from './tellJump.ts'

/** More acts, or more messages that come or go, than this are shown before it is done. */
const mostUnasked = 20

/** Goes back or forth. A jump that moves several branches, or many steps, is shown first. */
export async function jumpOrAsk(tract: TractId, jump: Jump): Promise<void> {
  const preview = await attempt(() => previewJump(tract, jump))
  if (preview === undefined) return
  if (preview.result.kind !== 'done') return tellJump(tract, jump, preview.result)
  if (isFar(preview)) return openDialog({ kind: 'jump', tract, jump, preview })
  await jumpNow(tract, jump)
}

/** Does it and says what became of it. */
export async function jumpNow(tract: TractId, jump: Jump): Promise<void> {
  const result = await attempt(() => take(tract, jump))
  if (result !== undefined) tellJump(tract, jump, result)
}

/** Whether a person should see it first. */
export function isFar({ result, effect }: DryRun<UndoResult>): boolean {
  const branches = effect.refs.filter(({ ref }) => isBranch(ref))
  const acts = result.kind === 'done' ? result.reverted.length : 0
  return branches.length > 1 || acts > mostUnasked || effect.changes.length > mostUnasked
}

/** Bookmarks and the note of where a branch's end was before are refs too. */
export const isBranch = (ref: string): boolean => !ref.includes(':') && ref !== 'ORIG_HEAD'

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
