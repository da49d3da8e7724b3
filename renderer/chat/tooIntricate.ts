/** Nested deeper than this nobody reads, and the formatter calls itself once a level. */
const mostDepth = 40
/** Columns: as deep as a list could be by its indent alone. */
const mostIndent = 120
/** Steps that the formatter takes, roughly: about half a second. */
const mostCost = 4_000_000

/**
 * Whether formatting a text would hold up the window. The formatter's time grows with the square of the signs it has to pair within a paragraph
 * (`*`, `_`, `[`, …) and of the cells of a line, with backticks times length, and with depth; all of it is seen here in one pass over the lines.
 */
export function isTooIntricate(text: string): boolean {
  let cost = 0
  let paragraph = empty
  let fence: string | null = null
  for (const line of text.split('\n')) {
    const mark = fenceOf(line)
    if (fence !== null) {
      if (mark !== null && mark.startsWith(fence) && line.trim() === mark) fence = null
      continue
    }
    if (isTooDeep(line)) return true
    if (mark !== null) fence = mark
    const counts = mark === null ? countsIn(line) : empty
    cost += counts.pipes ** 2
    if (mark !== null || startsBlock.test(line)) {
      cost += costOf(paragraph)
      paragraph = empty
    }
    paragraph = { signs: paragraph.signs + counts.signs, ticks: paragraph.ticks + counts.ticks, pipes: 0, length: paragraph.length + line.length }
    if (cost + costOf(paragraph) > mostCost) return true
  }
  return false
}

type Counts = { readonly signs: number; readonly ticks: number; readonly pipes: number; readonly length: number }
const empty: Counts = { signs: 0, ticks: 0, pipes: 0, length: 0 }
const costOf = ({ signs, ticks, length }: Counts): number => signs ** 2 + (ticks * length) / 2

/** An empty line, a list item, a heading or a row of a table: no pair of signs reaches over its beginning. */
const startsBlock = /^\s*(?:$|[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\|)/
const fenceOf = (line: string): string | null => /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null

function isTooDeep(line: string): boolean {
  const [lead = ''] = /^(?:[ \t]*(?:>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)))*/.exec(line) ?? []
  if (lead === '') return false
  const markers = lead.match(/>|[-*+]|\d{1,9}[.)]/g)?.length ?? 0
  return markers > mostDepth || lead.length - lead.trimStart().length > mostIndent
}

function countsIn(line: string): Counts {
  let [signs, ticks, pipes] = [0, 0, 0]
  let before = ''
  for (const sign of line) {
    if (sign === '|') pipes += 1
    else if (sign === '`' && before !== '`') ticks += 1
    else if (pairing.has(sign) && (sign !== before || sign === '[' || sign === ']')) signs += 1
    before = sign
  }
  return { signs, ticks, pipes, length: line.length }
}

const pairing: ReadonlySet<string> = new Set(['*', '_', '~', '[', ']', '<'])
