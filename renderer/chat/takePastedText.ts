import { attach, attachmentsAt, detach, maxAttachments } from '../state/attachments.ts'
import { draftAt, placeOf, setDraft } from '../state/drafts.ts'
import { showToast } from '../state/toasts.ts'
import { spaced } from '../words/numbers.ts'
import { roughTokens } from './answerFacts.ts'
import type { Place } from './place.ts'

/** Tokens: longer than this nobody reads a message, so it becomes a file. */
const mostInText = 2000
/** As one attachment takes. */
const mostCharacters = 1_048_576

/** Attaches a long pasted text as a file of its own, and offers to put it into the message instead. False: it is short, and belongs in the text. */
export function takePastedText({ tract, branch }: Place, text: string): boolean {
  const tokens = text.length < mostInText ? 0 : roughTokens(text)
  const files = attachmentsAt(tract, branch)
  if (tokens <= mostInText || text.length > mostCharacters || files.length >= maxAttachments) return false
  const name = freeName(files.map((file) => file.name))
  attach(tract, branch, [{ name, content: text }])
  const put = (): void => {
    const made = attachmentsAt(tract, branch).find((file) => file.name === name)
    if (made === undefined) return
    detach(tract, branch, [made.id])
    setDraft(tract, branch, { text: draftAt(placeOf(tract, branch)).text + text })
  }
  showToast({ tone: 'done', text: `Attached the pasted text, ~${spaced(tokens)} tokens`, action: { label: 'Put it into the message', run: put } })
  return true
}

function freeName(taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'pasted.txt' : `pasted-${number}.txt`
    if (!taken.includes(name)) return name
  }
}
