import type { Json } from '../../core/model/json.ts'

/** One line of a JSON text as it is shown. `path` tells it from all others. */
export type JsonRow = {
  readonly path: string
  readonly depth: number
  /** The name before the colon; null in a list and for what goes on from the line above. */
  readonly name: string | null
  readonly text: string
  readonly kind: 'bracket' | 'string' | 'literal'
  /** Of a long string: how many of its letters aren't shown, 0 when it is open. null: it is short. */
  readonly folded: number | null
}

/**
 * JSON line by line, as `JSON.stringify` indents it. A string with more letters than two lines of `lineLength` is folded until its path is in
 * `opened`; then it stands on as many lines as it needs.
 */
export function jsonRows(value: Json, opened: ReadonlySet<string>, lineLength: number): readonly JsonRow[] {
  const rows: JsonRow[] = []
  add({ rows, opened, lineLength }, value, { path: '$', depth: 0, name: null, comma: '' })
  return rows
}

type Into = { readonly rows: JsonRow[]; readonly opened: ReadonlySet<string>; readonly lineLength: number }
type Place = { readonly path: string; readonly depth: number; readonly name: string | null; readonly comma: string }

function add(into: Into, value: Json, place: Place): void {
  if (typeof value === 'string') return addString(into, value, place)
  if (typeof value !== 'object' || value === null) return void into.rows.push({ ...rowAt(place), text: `${JSON.stringify(value)}${place.comma}`, kind: 'literal' })
  const isList = Array.isArray(value)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const entries = Object.entries(value as { readonly [name: string]: Json })
  if (entries.length === 0) return void into.rows.push({ ...rowAt(place), text: `${open}${close}${place.comma}`, kind: 'bracket' })
  into.rows.push({ ...rowAt(place), text: open, kind: 'bracket' })
  entries.forEach(([name, one], at) => {
    add(into, one, { path: `${place.path}.${name}`, depth: place.depth + 1, name: isList ? null : name, comma: at < entries.length - 1 ? ',' : '' })
  })
  into.rows.push({ ...rowAt(place), path: `${place.path} end`, name: null, text: `${close}${place.comma}`, kind: 'bracket' })
}

function addString({ rows, opened, lineLength }: Into, value: string, place: Place): void {
  const row = rowAt(place)
  if (value.length <= lineLength) return void rows.push({ ...row, text: `${JSON.stringify(value)}${place.comma}`, kind: 'string' })
  const isShort = value.length <= 2 * lineLength
  if (!isShort && !opened.has(place.path)) return void rows.push({ ...row, text: `${JSON.stringify(value.slice(0, lineLength)).slice(0, -1)}…`, kind: 'string', folded: value.length - lineLength })
  linesOf(value, lineLength).forEach((line, at, lines) => {
    const text = JSON.stringify(line)
    const isLast = at === lines.length - 1
    const inner = `${at === 0 ? '"' : ''}${text.slice(1, -1)}${isLast ? `"${place.comma}` : ''}`
    rows.push({ ...row, path: at === 0 ? row.path : `${row.path} ${at}`, name: at === 0 ? row.name : null, text: inner, kind: 'string', folded: at === 0 && !isShort ? 0 : null })
  })
}

/** A long string in pieces that fit a line, cut where it has lines of its own, else behind a word. */
function linesOf(text: string, lineLength: number): readonly string[] {
  return text.split(/(?<=\n)/).flatMap((line) => {
    const letters = Array.from(line)
    const pieces: string[] = []
    for (let [from, to] = [0, 0]; from < letters.length; from = to) {
      to = cutAfter(letters, from, lineLength)
      pieces.push(letters.slice(from, to).join(''))
    }
    return pieces
  })
}

/** Behind the last space of a line, unless that would leave half of it blank. */
function cutAfter(letters: readonly string[], from: number, lineLength: number): number {
  const end = from + lineLength
  if (end >= letters.length) return letters.length
  const space = letters.lastIndexOf(' ', end - 1)
  return space >= from + lineLength / 2 ? space + 1 : end
}

const rowAt = ({ path, depth, name }: Place): Omit<JsonRow, 'text' | 'kind'> => ({ path, depth, name, folded: null })
