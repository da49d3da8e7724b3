import type { JoinAct } from '../../main/contract/joins.ts'
import { switchTo } from '../commands/switchTo.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { attempt } from '../faults/attempt.ts'
import { merge, pick, rebase, resetTo } from '../queries/joins.ts'
import { branchOf } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { assertNever } from '../state/assertNever.ts'
import { dropTaken, useClipboard } from '../state/clipboard.ts'
import { closeDialog, openDialog } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { shownRef } from './joinWords.ts'

/** Does what the dialog showed; `asksModel`: a model drafts the decisions that are left. What can't be done is told, and the dialog stays. */
export async function doJoin(current: Current, act: JoinAct, asksModel = false): Promise<void> {
  const told = await attempt(() => joined(current, act))
  if (told === undefined) return
  closeDialog()
  if (told === null) return await decideConflicts(current, asksModel)
  await offerUndo(current.tract, told)
}

/** The decisions are made on the branch they are for. */
async function decideConflicts({ tract, branch, overview }: Current, asksModel: boolean): Promise<void> {
  if (branchOf(overview) !== branch) await switchTo(tract, branch)
  openDialog({ kind: 'mergeEditor', asksModel })
}

/** What was done, in words; null where there are conflicts to decide first. */
async function joined({ tract, branch }: Current, act: JoinAct): Promise<string | null> {
  switch (act.kind) {
    case 'merge': {
      const { kind: _kind, ...options } = act
      const result = await merge(tract, branch, options)
      return result.kind === 'conflict' ? null : `Brought ${act.from} into ${branch}`
    }
    case 'pick': {
      const { kind: _kind, ...options } = act
      const result = await pick(tract, branch, options)
      if (useClipboard.getState().taken?.steps.join() === act.refs.join()) dropTaken()
      return result.kind === 'picked' ? `Copied ${counted(result.commits.length, words().step, words().steps)} to ${branch}` : 'Nothing was copied'
    }
    case 'rebase': {
      const { kind: _kind, ...options } = act
      await rebase(tract, branch, options)
      return `${branch} stands on top of ${shownRef(act.onto)}`
    }
    case 'reset':
      await resetTo(tract, branch, act)
      return `Moved the end of ${branch}${act.keep === undefined ? '' : `; the old one is bookmarked ${act.keep}`}`
    default:
      return assertNever(act)
  }
}
