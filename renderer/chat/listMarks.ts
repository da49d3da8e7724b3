import type { TranscriptMessage } from '../../core/model/context.ts'
import type { EpochMs, MessageId } from '../../core/model/ids.ts'
import { day } from '../words/times.ts'
import { itemOf } from './chatFocus.ts'
import type { ChatItem } from './chatItems.ts'

/** What stands above an item: the day that begins with it, and where what one hasn't seen begins. */
export type ItemMark = { readonly day: string | null; readonly isNew: boolean }
const plain: ItemMark = { day: null, isNew: false }

/** The marks of a list, one an item. Days are told only where there are several; `newFrom` is the first message one hasn't seen. */
export function listMarks(items: readonly ChatItem[], newFrom: MessageId | null, now: EpochMs): readonly ItemMark[] {
  const days = items.map((item) => (timeOf(item) === null ? null : day(timeOf(item) ?? 0, now)))
  const hasSeveral = new Set(days.filter((one) => one !== null)).size > 1
  const newAt = newFrom === null ? -1 : itemOf(items, newFrom)
  let before: string | null = null
  return items.map((_item, at) => {
    const own = days[at] ?? null
    const begins = hasSeveral && own !== null && own !== before
    before = own ?? before
    return begins || at === newAt ? { day: begins ? own : null, isNew: at === newAt } : plain
  })
}

/** The day one reads in, for the place at the top of the list. */
export const dayAt = (marks: readonly ItemMark[], index: number): string | null => marks.slice(0, index + 1).findLast(({ day: own }) => own !== null)?.day ?? null

const timeOf = (item: ChatItem): EpochMs | null => (item.kind === 'message' ? item.message.createdAt : item.kind === 'hiddenRun' ? (item.messages[0]?.createdAt ?? null) : null)

/** The first message behind the last one that was seen; null where nothing is, or nobody knows. */
export function firstAfter(messages: readonly TranscriptMessage[], seen: MessageId | null): MessageId | null {
  const at = seen === null ? -1 : messages.findIndex(({ messageId }) => messageId === seen)
  return at < 0 ? null : (messages[at + 1]?.messageId ?? null)
}
