import type { MessageId } from '../../core/model/ids.ts'
import { startEditing } from '../state/selection.ts'
import { showTalk, useView } from '../state/view.ts'

/** Opens the text of a step to be corrected. That is done in the chat: from another layout it comes first. */
export function correct(message: MessageId, into?: 'place' | 'branch'): void {
  if (useView.getState().page.kind !== 'talk') showTalk()
  startEditing(message, into)
}
