/** A piece of a text that changed: kept, taken out or put in. */
export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

const maxCells = 4_000_000

/** What changed between two texts, word by word; line by line where that would take too long, and as one block where even that would. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const words = diffBy(before, after, /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu)
  return words ?? diffBy(before, after, /[^\n]*\n|[^\n]+/gu) ?? joined([{ kind: 'removed', text: before }, { kind: 'added', text: after }])
}

/** What is marked of a changed piece: its words, not the blanks around them. A piece that is only blanks is marked as it is. */
export function insideBlanks(text: string): readonly [before: string, text: string, after: string] {
  const words = text.trim()
  if (words === '') return ['', text, '']
  const from = text.indexOf(words)
  return [text.slice(0, from), words, text.slice(from + words.length)]
}

/** null: too many pieces. */
function diffBy(before: string, after: string, pieces: RegExp): DiffPart[] | null {
  const [a, b] = [before.match(pieces) ?? [], after.match(pieces) ?? []]
  const head = commonHead(a, b)
  const tail = commonTail(a, b, head)
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  if (left.length * right.length > maxCells) return null
  const same = (text: string): DiffPart => ({ kind: 'same', text })
  return joined([same(a.slice(0, head).join('')), ...walk(left, right, longestCommon(left, right)), same(a.slice(a.length - tail).join(''))])
}

function commonHead(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

function commonTail(a: readonly string[], b: readonly string[], head: number): number {
  let count = 0
  while (count < Math.min(a.length, b.length) - head && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1
  return count
}

/** Row-major table: how many pieces `a` from i and `b` from j have in common, in order. */
function longestCommon(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = a[i] === b[j] ? cell(table, (i + 1) * width + j + 1) + 1 : Math.max(cell(table, (i + 1) * width + j), cell(table, i * width + j + 1))
    }
  }
  return table
}

const cell = (table: Uint32Array, at: number): number => table[at] ?? 0

function walk(a: readonly string[], b: readonly string[], table: Uint32Array): DiffPart[] {
  const width = b.length + 1
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    const isSame = left !== undefined && left === right
    const isRemoved = left !== undefined && (right === undefined || cell(table, (i + 1) * width + j) >= cell(table, i * width + j + 1))
    if (isSame) parts.push({ kind: 'same', text: left })
    else parts.push(isRemoved ? { kind: 'removed', text: left } : { kind: 'added', text: right ?? '' })
    if (isSame || isRemoved) i += 1
    if (isSame || !isRemoved) j += 1
  }
  return parts
}

/** Neighbours of one kind become one; a lone blank between two changes goes with them, so a changed phrase reads as one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = []
  for (const run of runs(parts)) {
    if (run.kind === 'same') out.push({ kind: 'same', text: run.removed })
    else for (const kind of ['removed', 'added'] as const) if (run[kind] !== '') out.push({ kind, text: run[kind] })
  }
  return out
}

type Run = { readonly kind: 'same' | 'changed'; readonly removed: string; readonly added: string }

function runs(parts: readonly DiffPart[]): Run[] {
  const out: Run[] = []
  parts.forEach((part, at) => {
    if (part.text === '') return
    const bridge = part.kind === 'same' && /^\s+$/.test(part.text) && isChange(parts[at - 1]) && isChange(parts[at + 1])
    const kind = part.kind === 'same' && !bridge ? 'same' : 'changed'
    const last = out.at(-1)
    const base = last?.kind === kind ? (out.pop(), last) : { removed: '', added: '' }
    out.push({ kind, removed: base.removed + (part.kind === 'added' ? '' : part.text), added: base.added + (part.kind === 'removed' || kind === 'same' ? '' : part.text) })
  })
  return out
}

const isChange = (part: DiffPart | undefined): boolean => part !== undefined && part.kind !== 'same' && part.text !== ''
