import type { MessageId } from '../../core/model/ids.ts'
import type { XrayRow, XrayRows } from './xrayRows.ts'

/** What stands in the list: a line, what is being written, the head of what is left out, or an answer that stopped halfway. */
export type Entry = XrayRow | 'draft' | 'divider' | 'partial'

/** What the model gets, the draft behind it, and below what it doesn't get. */
export function entriesOf({ shown, leftOut }: XrayRows, hasDraft: boolean, hasPartial: boolean): readonly Entry[] {
  const out: readonly Entry[] = hasPartial ? ['partial', ...leftOut] : leftOut
  return [...shown, ...(hasDraft ? (['draft'] as const) : []), ...(out.length > 0 ? (['divider'] as const) : []), ...out]
}

export const kindOf = (entry: Entry | undefined): 'row' | 'draft' | 'divider' | 'partial' => (typeof entry === 'string' ? entry : 'row')
export const rowsIn = (entries: readonly Entry[]): readonly XrayRow[] => entries.filter((entry) => typeof entry === 'object')
export const idsIn = (entries: readonly Entry[]): readonly MessageId[] => rowsIn(entries).map(({ messageId }) => messageId)

export function rowAt(entries: readonly Entry[], at: number): XrayRow | null {
  const entry = entries[at]
  return typeof entry === 'object' ? entry : null
}

/** Of the lines that the focused step has, the one the keyboard is on. */
export function placeOf(entries: readonly Entry[], focused: MessageId | null, cursor: string | null): number {
  if (focused === null) return -1
  const exact = entries.findIndex((entry) => typeof entry === 'object' && entry.key === cursor && entry.messageId === focused)
  return exact >= 0 ? exact : entries.findIndex((entry) => typeof entry === 'object' && entry.messageId === focused)
}

/** The line that a key leads to; null where it leads nowhere. */
export function neighbour(entries: readonly Entry[], current: XrayRow | null, key: string): XrayRow | null {
  const rows = rowsIn(entries)
  const from = current === null ? -1 : rows.indexOf(current)
  const targets: { readonly [Key in string]?: number } = { j: from + 1, ArrowDown: from + 1, k: from - 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1, G: rows.length - 1, PageDown: from + 12, PageUp: from - 12 }
  const target = targets[key]
  return target === undefined ? null : (rows[Math.min(rows.length - 1, Math.max(0, target))] ?? null)
}
