import type { MessageId } from '../../core/model/ids.ts'
import type { ChatItem } from './chatItems.ts'

/** Where a message stands in the list, alone or in a folded run; -1: nowhere. */
export const itemOf = (items: readonly ChatItem[], id: MessageId): number =>
  items.findIndex((item) => (item.kind === 'message' ? item.message.messageId === id : item.kind === 'hiddenRun' && item.messages.some((one) => one.messageId === id)))

type Press = { readonly key: string; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly target: EventTarget }

/** Which item a key press moves to: `j`, `k` and the arrows by one, Home and End to the ends. null: it means something else. */
export function nextFocus(items: readonly ChatItem[], from: number, press: Press): number | null {
  if (press.altKey || press.ctrlKey || press.metaKey || items.length === 0 || isBusy(press.target)) return null
  const targets: { readonly [Key in string]?: number } = { j: from + 1, ArrowDown: from + 1, k: from - 1, ArrowUp: from - 1, Home: 0, End: items.length - 1, G: items.length - 1 }
  const target = targets[press.key]
  return target === undefined ? null : Math.min(items.length - 1, Math.max(0, target))
}

/** Fields and menus have their own arrows. */
const isBusy = (target: EventTarget): boolean => target instanceof Element && target.closest('textarea, input, [role="menu"], [role="radiogroup"], [role="dialog"]') !== null
