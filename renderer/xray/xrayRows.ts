import type { ContentType, Role } from '../../core/model/content.ts'
import type { ExcludedMessage, Repair } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { XrayLine, XrayView } from '../../main/contract/history.ts'
import type { ReplacedVersion } from '../../main/contract/xray.ts'
import { plainPreview } from '../chat/plainPreview.ts'
import type { XrayFilter, XraySort } from '../state/xray.ts'
import { byWhom, repairWords, whyIn, whyOut } from './reasons.ts'

/** One line of what the model sees, or of what is left out. */
export type XrayRow = {
  /** Tells it from all others: older texts of a message have its id too. */
  readonly key: string
  readonly messageId: MessageId
  readonly role: Role
  readonly contentType: ContentType
  readonly tokens: number
  /** 0–1, of the largest line. */
  readonly share: number
  /** `hidden`: by hand or by a rule. `out`: for any other reason. `replaced`: an older text of a message that is in. */
  readonly state: 'in' | 'pinned' | 'hidden' | 'out' | 'replaced'
  readonly isCorrected: boolean
  /** Why it is in or out; where that needs no saying, its first words. */
  readonly words: string
  /** More of it, for the tooltip: its first words, and what a protocol makes of it. */
  readonly more: string
  /** The messages it is made of: those a summary stands for, else itself. */
  readonly sources: readonly MessageId[]
}

export type XrayRows = { readonly shown: readonly XrayRow[]; readonly leftOut: readonly XrayRow[] }
export type XrayFacts = Pick<XrayView, 'messages' | 'excluded'> & { readonly replaced?: readonly ReplacedVersion[]; readonly repairs?: readonly Repair[] }

/** The lines of the X-ray, in the order the model gets them; then what it doesn't get. */
export function xrayRows({ messages, excluded, replaced = [], repairs = [] }: XrayFacts): XrayRows {
  const largest = Math.max(1, ...messages.map((line) => line.tokens))
  const mended = new Map<MessageId, Repair[]>()
  for (const repair of repairs) if (repair.messageId !== null) mended.set(repair.messageId, [...(mended.get(repair.messageId) ?? []), repair])
  return { shown: messages.map((line) => shownRow(line, largest, mended.get(line.messageId) ?? [])), leftOut: [...excluded.map(leftOutRow), ...replaced.map(replacedRow)] }
}

function shownRow(line: XrayLine, largest: number, repairs: readonly Repair[]): XrayRow {
  const { messageId, role, contentType, tokens, why } = line
  return {
    key: messageId, messageId, role, contentType, tokens,
    share: tokens / largest,
    state: why.kind === 'pinned' ? 'pinned' : 'in',
    isCorrected: line.edited,
    words: reason(line, repairs),
    more: [plainPreview(line.preview, contentType), ...repairs.map(({ text }) => text)].join('\n'),
    sources: why.kind === 'summary' ? why.of : [messageId],
  }
}

function reason(line: XrayLine, repairs: readonly Repair[]): string {
  const why = [whyIn(line.why), line.edited ? 'corrected' : '', ...new Set(repairs.map(repairWords))].filter((words) => words !== '')
  return why.length > 0 ? why.join(', ') : plainPreview(line.preview, line.contentType)
}

const leftOutRow = ({ messageId, role, contentType, tokens, why }: ExcludedMessage): XrayRow => ({
  key: messageId, messageId, role, contentType, tokens,
  share: 0,
  state: why.kind === 'skipped' ? 'hidden' : 'out',
  isCorrected: false,
  words: whyOut(why),
  more: whyOut(why),
  sources: [messageId],
})

const replacedRow = ({ messageId, commit, role, contentType, tokens, preview, by }: ReplacedVersion): XrayRow => ({
  key: `${messageId}/${commit}`, messageId, role, contentType, tokens,
  share: 0,
  state: 'replaced',
  isCorrected: false,
  words: by.kind === 'user' ? 'replaced by correction' : `replaced by correction, ${byWhom(by)}`,
  more: plainPreview(preview, contentType),
  sources: [messageId],
})

/** Some of the rows, or the largest of them first: to find what a context is full of. */
export function arranged({ shown, leftOut }: XrayRows, sort: XraySort, filter: XrayFilter): XrayRows {
  const arrange = (rows: readonly XrayRow[]): readonly XrayRow[] => {
    const kept = filter === 'all' ? rows : rows.filter((row) => fits(row, filter))
    return sort === 'order' ? kept : kept.toSorted((a, b) => b.tokens - a.tokens)
  }
  return { shown: arrange(shown), leftOut: arrange(leftOut) }
}

function fits({ role, contentType, state, isCorrected }: XrayRow, filter: Exclude<XrayFilter, 'all'>): boolean {
  switch (filter) {
    case 'pinned':
      return state === 'pinned'
    case 'corrected':
      return isCorrected || state === 'replaced'
    case 'summary':
      return contentType === 'summary'
    case 'tool':
      return role === 'tool' || contentType === 'tool_call'
    default:
      return role === filter && contentType !== 'summary' && contentType !== 'tool_call'
  }
}
