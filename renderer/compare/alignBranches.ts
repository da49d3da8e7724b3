import type { TranscriptMessage } from '../../core/model/context.ts'
import { textOf } from '../words/contents.ts'

/** One row of a comparison: a cell a branch, null where it has nothing there. */
export type AlignedRow = { readonly cells: readonly (TranscriptMessage | null)[] }
export type Alignment = {
  /** How many of the first rows are the same message with the same text on every branch. */
  readonly shared: number
  readonly rows: readonly AlignedRow[]
}

/**
 * Puts the messages of several branches side by side. The same message stands in one row, wherever its branch has it; between two such rows the
 * same words do, and what stands between those is paired by kind, an answer with an answer and a tool call with a tool call, in order. Each branch's own order is kept but for messages that two branches have in opposite order: those stand alone.
 */
export function alignBranches(branches: readonly (readonly TranscriptMessage[])[]): Alignment {
  const [first = [], ...others] = branches
  let rows: readonly AlignedRow[] = first.map((message) => ({ cells: [message] }))
  others.forEach((messages, nth) => (rows = joined(rows, messages, nth + 1, sameness)))
  const firstOther = rows.findIndex((row) => !isSame(row))
  return { rows, shared: firstOther < 0 ? rows.length : firstOther }
}

/** The first beside the first, the second beside the second, whatever they are. */
export function alignByPlace(branches: readonly (readonly TranscriptMessage[])[]): Alignment {
  const rows = Array.from({ length: Math.max(0, ...branches.map(({ length }) => length)) }, (_, at): AlignedRow => ({ cells: branches.map((messages) => messages[at] ?? null) }))
  const firstOther = rows.findIndex((row) => !isSame(row))
  return { rows, shared: firstOther < 0 ? rows.length : firstOther }
}

/** The same message with the same text on every branch. */
export function isSame({ cells }: AlignedRow): boolean {
  const [first] = cells
  return first !== null && first !== undefined && cells.every((cell) => cell !== null && cell.messageId === first.messageId && cell.commit === first.commit && cell.shown === first.shown)
}

/** When two messages belong in one row, the surest first. */
type Key = (message: TranscriptMessage) => string
const sameness: readonly Key[] = [({ messageId }) => messageId, ({ role, content }) => `${role} ${textOf(content)}`]

/** Adds a branch: rows that hold one of its messages are fixed points, what lies between them is joined gap by gap. */
function joined(rows: readonly AlignedRow[], messages: readonly TranscriptMessage[], width: number, [key, ...weaker]: readonly Key[]): readonly AlignedRow[] {
  if (key === undefined) return paired(rows, messages, width)
  const out: AlignedRow[] = []
  let [atRow, atMessage] = [0, 0]
  for (const [row, message] of [...fixedPoints(rows, messages, key), [rows.length, messages.length] as const]) {
    out.push(...joined(rows.slice(atRow, row), messages.slice(atMessage, message), width, weaker))
    const [before, cell] = [rows[row], messages[message]]
    if (before && cell) out.push({ cells: [...before.cells, cell] })
    ;[atRow, atMessage] = [row + 1, message + 1]
  }
  return out
}

/** Pairs of places that hold the same message, ascending on both sides; as many as go together. */
function fixedPoints(rows: readonly AlignedRow[], messages: readonly TranscriptMessage[], key: Key): readonly (readonly [row: number, message: number])[] {
  const rowOf = new Map(rows.flatMap(({ cells }, at) => cells.flatMap((cell) => (cell === null ? [] : [[key(cell), at] as const]))))
  const pairs = messages.flatMap((message, at) => {
    const row = rowOf.get(key(message))
    return row === undefined ? [] : [[row, at] as const]
  })
  return ascending(pairs)
}

/** The longest choice of pairs whose first numbers ascend, in n log n. */
function ascending(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = []
  const before: number[] = []
  pairs.forEach(([row], at) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[0] ?? 0) < row) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (tails[low - 1] ?? -1)
    tails[low] = at
  })
  const chosen: (readonly [number, number])[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair) chosen.push(pair)
  }
  return chosen.toReversed()
}

/** Where nothing is the same: each row takes the next message of its kind, and what stands before that one stands alone. */
function paired(rows: readonly AlignedRow[], messages: readonly TranscriptMessage[], width: number): readonly AlignedRow[] {
  const out: AlignedRow[] = []
  let next = 0
  const takeUpTo = (end: number): void => {
    out.push(...messages.slice(next, end).map((message) => alone(message, width)))
    next = end
  }
  for (const row of rows) {
    const first = row.cells.find((cell) => cell !== null)
    const pair = messages.findIndex((message, at) => at >= next && message.role === first?.role && message.content.type === first.content.type)
    if (pair >= 0) takeUpTo(pair)
    out.push({ cells: [...row.cells, messages[pair] ?? null] })
    if (pair >= 0) next = pair + 1
  }
  takeUpTo(messages.length)
  return out
}

const alone = (message: TranscriptMessage, width: number): AlignedRow => ({ cells: [...Array.from({ length: width }, () => null), message] })
