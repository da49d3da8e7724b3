import type { CompressRangeInput, CompressRow } from '../../main/contract/compress.ts'
import type { CompressionDraft } from '../../core/model/compress.ts'
import type { MessageId, TractId } from '../../core/model/ids.ts'

/** What is looked at: from one message to another, without those that were unticked. `again`: what this summary stands for, and nothing else. */
export type Range = { readonly from: MessageId; readonly to: MessageId; readonly preserve: readonly MessageId[]; readonly again?: MessageId }

export const inputOf = ({ from, to, preserve, again }: Range): CompressRangeInput => ({ from, to, ...(again !== undefined && { again }), ...(preserve.length > 0 && { preserve: [...preserve] }) })

/** Names the words that are typed for it before they are a draft. */
export const placeOfRange = (tract: TractId, branch: string, { from, to, again }: Range): string => `${tract}/${branch}/${again ?? `${from}-${to}`}`

/** Rows and the heads of runs, in order, from the first row of the range to its last. */
export type Line = { readonly kind: 'run'; readonly run: number; readonly tokens: number } | { readonly kind: 'row'; readonly row: CompressRow }

/** What stands in the list of originals: with several runs, each begins with its head. */
export function linesOf(rows: readonly CompressRow[], { from, to }: Pick<Range, 'from' | 'to'>, runTokens: readonly number[]): readonly Line[] {
  const [first, last] = boundsOf(rows, { from, to })
  let open = -1
  return rows.slice(first, last + 1).flatMap((row): Line[] => {
    const begins = row.mark === 'taken' && row.run !== open && runTokens.length > 1
    if (row.mark === 'taken') open = row.run
    return [...(begins && row.mark === 'taken' ? [{ kind: 'run' as const, run: row.run, tokens: runTokens[row.run] ?? 0 }] : []), { kind: 'row', row }]
  })
}

/** The places of both ends among the rows. */
export function boundsOf(rows: readonly CompressRow[], { from, to }: Pick<Range, 'from' | 'to'>): readonly [number, number] {
  const [a, b] = [from, to].map((id) => rows.findIndex(({ messageId }) => messageId === id)) as [number, number]
  return [Math.max(0, Math.min(a, b)), Math.max(a, b)]
}

/** One end moved to another row; it stops at the other end. */
export function withEnd(rows: readonly CompressRow[], range: Range, end: 'from' | 'to', to: number): Range {
  const [first, last] = boundsOf(rows, range)
  const place = end === 'from' ? Math.min(Math.max(0, to), last) : Math.max(Math.min(rows.length - 1, to), first)
  const row = rows[place]
  if (row === undefined) return range
  const next = { ...range, from: rows[first]?.messageId ?? range.from, to: rows[last]?.messageId ?? range.to, [end]: row.messageId }
  return { ...next, preserve: range.preserve.filter((id) => isBetween(rows, next, id)) }
}

function isBetween(rows: readonly CompressRow[], range: Range, id: MessageId): boolean {
  const [first, last] = boundsOf(rows, range)
  const at = rows.findIndex(({ messageId }) => messageId === id)
  return at >= first && at <= last
}

/** Left out of the range, or taken into it again. */
export const toggled = (range: Range, id: MessageId): Range => ({ ...range, preserve: range.preserve.includes(id) ? range.preserve.filter((one) => one !== id) : [...range.preserve, id] })

/** The range that a draft stands for: what lies between its messages and isn't one of them was left out. */
export function rangeOfDraft(rows: readonly CompressRow[], { runs, again }: Pick<CompressionDraft, 'runs' | 'again'>): Range | null {
  const own = new Set(runs.flatMap(({ originals }) => originals.map(({ messageId }) => messageId)))
  const inside = rows.filter(({ messageId }) => own.has(messageId))
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined || inside.length < own.size) return null
  const [from, to] = [rows.indexOf(first), rows.indexOf(last)]
  const preserve = rows.slice(from, to + 1).filter(({ messageId, mark, priority }) => !own.has(messageId) && mark !== 'hidden' && priority !== 'pinned')
  return { from: first.messageId, to: last.messageId, preserve: preserve.map(({ messageId }) => messageId), ...(again !== null && { again }) }
}

/** From the first of these messages to the last, without those between that aren't among them. */
export function rangeAround(messages: readonly { readonly messageId: MessageId; readonly shown: boolean }[], chosen: readonly MessageId[]): Range | null {
  const wanted = new Set(chosen)
  const from = messages.findIndex(({ messageId }) => wanted.has(messageId))
  const to = messages.findLastIndex(({ messageId }) => wanted.has(messageId))
  const [first, last] = [messages[from], messages[to]]
  if (first === undefined || last === undefined) return null
  return { from: first.messageId, to: last.messageId, preserve: messages.slice(from, to + 1).filter(({ messageId, shown }) => shown && !wanted.has(messageId)).map(({ messageId }) => messageId) }
}
