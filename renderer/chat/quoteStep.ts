import type { MessageId } from '../../core/model/ids.ts'
import { currentContext } from '../commands/context.ts'
import { focusComposer } from '../commands/focus.ts'
import { setDraft } from '../state/drafts.ts'
import { quoteSign } from './quotes.ts'

/** Puts the sign of a step at the end of what is being written; its words go along when that is sent. */
export function quoteStep(message: MessageId): void {
  const { tract, branch, draft, messages } = currentContext()
  const quoted = messages.find(({ messageId }) => messageId === message)
  if (tract === null || branch === null || quoted === undefined) return
  const before = draft.text === '' || /\s$/.test(draft.text) ? draft.text : `${draft.text} `
  setDraft(tract, branch, { text: `${before}${quoteSign(quoted, messages)} `, as: 'user' })
  focusComposer()
}
