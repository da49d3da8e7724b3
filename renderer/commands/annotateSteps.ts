import type { Priority } from '../../core/model/content.ts'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { attempt } from '../faults/attempt.ts'
import { annotate } from '../queries/acts.ts'
import { counted, signed } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { offerUndo } from './undoLast.ts'

const done: Record<Priority, string> = { pinned: 'Kept always', skip: 'Hidden from the model', normal: 'Back to normal' }

/** Keeps steps always, hides them or brings them back to normal, tells what that did to the context, and offers to take it back. false: it couldn't be done. */
export async function annotateSteps(tract: TractId, branch: string, messages: readonly MessageId[], to: Priority): Promise<boolean> {
  const effect = await attempt(() => annotate(tract, branch, messages, to))
  if (effect === undefined) return false
  const change = effect.tokensAfter - effect.tokensBefore
  await offerUndo(tract, `${done[to]}${messages.length > 1 ? `: ${counted(messages.length, words().step, words().steps)}` : ''}${change === 0 ? '' : `, ${signed(change)}`}`)
  return true
}
