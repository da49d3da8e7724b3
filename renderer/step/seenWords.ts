import type { TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { XrayLine } from '../../main/contract/history.ts'
import { counted } from '../words/numbers.ts'
import { authorName } from '../words/authors.ts'
import { words } from '../words/words.ts'
import { assertNever } from '../state/assertNever.ts'

type Seen = Pick<TranscriptMessage, 'shown' | 'why' | 'versions'>

/** Whether the model sees a message where it stands, and why: `yes, corrected text`, `no, hidden by you`. */
export function seenWords({ shown, why, versions }: Seen): string {
  const reasons = [whyWords(why), shown && versions > 1 ? 'corrected text' : ''].filter((reason) => reason !== '')
  return [shown ? 'yes' : 'no', ...reasons].join(', ')
}

function whyWords(why: TranscriptMessage['why']): string {
  switch (why.kind) {
    case 'appended':
      return ''
    case 'pinned':
      return `kept always by ${authorName(why.by)}${because(why.reason)}`
    case 'summary':
      return `in place of ${counted(why.of.length, 'step')}`
    case 'expanded':
      return 'from' in why ? 'from an opened summary' : `summary opened by ${authorName(why.by)}`
    case 'merged':
      return words().byMerge
    case 'skipped':
      return `hidden by ${authorName(why.by)}${because(why.reason)}`
    case 'compressed':
      return why.all.length > 1 ? `${why.all.length} summaries stand for it` : 'a summary stands for it'
    case 'resolved':
      return words().leftByMerge
    case 'erased':
      return 'its text was removed for good'
    default:
      return assertNever(why)
  }
}

const because = (reason: string | null): string => (reason === null ? '' : `: ${reason}`)

/** `14 of 17`: which of the messages that the model gets; null when it gets it not. */
export function positionWords({ messages }: { readonly messages: readonly Pick<XrayLine, 'messageId'>[] }, step: MessageId): string | null {
  const at = messages.findIndex(({ messageId }) => messageId === step)
  return at < 0 ? null : `${at + 1} of ${messages.length}`
}
