import type { ContentType, Role } from '../../core/model/content.ts'
import type { ExcludedBecause, ExcludedMessage, IncludedBecause } from '../../core/model/context.ts'
import type { Author } from '../../core/model/author.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { XrayLine, XrayView } from '../../main/contract/history.ts'
import { plainPreview } from '../chat/plainPreview.ts'

/** One line of what the model sees, or of what is left out. */
export type XrayRow = {
  readonly messageId: MessageId
  readonly role: Role
  readonly contentType: ContentType
  readonly tokens: number
  /** 0–1, of the largest line. */
  readonly share: number
  readonly state: 'in' | 'pinned' | 'out'
  readonly isCorrected: boolean
  /** Why it is in or out; where that needs no saying, its first words. */
  readonly words: string
}

export type XrayRows = { readonly shown: readonly XrayRow[]; readonly leftOut: readonly XrayRow[] }

/** The lines of the X-ray, in the order the model gets them; then what it doesn't get. */
export function xrayRows(view: Pick<XrayView, 'messages' | 'excluded'>): XrayRows {
  const largest = Math.max(1, ...view.messages.map((line) => line.tokens))
  return { shown: view.messages.map((line) => shownRow(line, largest)), leftOut: view.excluded.map(leftOutRow) }
}

function shownRow(line: XrayLine, largest: number): XrayRow {
  const { messageId, role, contentType, tokens } = line
  const isPinned = line.why.kind === 'pinned'
  return { messageId, role, contentType, tokens, share: tokens / largest, state: isPinned ? 'pinned' : 'in', isCorrected: line.edited, words: reason(line) }
}

function reason(line: XrayLine): string {
  const why = [whyIn(line.why), line.edited ? 'corrected' : ''].filter((words) => words !== '')
  return why.length > 0 ? why.join(', ') : plainPreview(line.preview, line.contentType)
}

function whyIn(why: IncludedBecause): string {
  switch (why.kind) {
    case 'appended':
      return ''
    case 'pinned':
      return `always, ${byWhom(why.by)}`
    case 'summary':
      return `stands for ${why.of.length === 1 ? '1 step' : `${why.of.length} steps`}`
    case 'expanded':
      return 'from an opened summary'
    case 'merged':
      return 'from a merge'
  }
}

const leftOutRow = ({ messageId, role, contentType, tokens, why }: ExcludedMessage): XrayRow => ({
  messageId, role, contentType, tokens, share: 0, state: 'out', isCorrected: false,
  words: whyOut(why),
})

function whyOut(why: ExcludedBecause): string {
  switch (why.kind) {
    case 'skipped':
      return `hidden ${byWhom(why.by)}${why.reason === null ? '' : `: ${why.reason}`}`
    case 'compressed':
      return why.all.length > 1 ? `${why.all.length} summaries stand for it` : 'a summary stands for it'
    case 'expanded':
      return `summary opened ${byWhom(why.by)}`
    case 'resolved':
      return 'left out by a merge'
  }
}

function byWhom({ kind, id }: Author): string {
  if (kind === 'user') return 'by you'
  return kind === 'policy' ? `by rule ${id}` : `by ${id}`
}
