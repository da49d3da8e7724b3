/** A stretch of pieces that both lists have, or that one has in place of the other's: [from, to) in each. */
export type Step = { readonly isKept: boolean; readonly a: readonly [number, number]; readonly b: readonly [number, number] }

/** Where more than this changed, what is left in common is chance. */
const mostEdits = (pieces: number): number => Math.min(1000, 16 + pieces * 0.3)
const maxSteps = 2_000_000

/**
 * The shortest way from one list to another, as kept and changed stretches in turn; null where nearly everything changed, or when it takes too long.
 * Source: E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
 */
export function shortestEdit(a: readonly string[], b: readonly string[]): readonly Step[] | null {
  const numbers = new Map<string, number>()
  const [left, right] = [numbered(a, numbers), numbered(b, numbers)]
  const trace = search(left, right)
  return trace && steps(left.length, right.length, trace)
}

/** Equal pieces get equal numbers: numbers compare faster. */
function numbered(pieces: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(pieces, (piece) => {
    const known = numbers.get(piece) ?? numbers.size
    numbers.set(piece, known)
    return known
  })
}

/** For each number of edits, how far each diagonal (x − y, from −edits on in steps of two) can be followed. */
function search(a: Int32Array, b: Int32Array): readonly Int32Array[] | null {
  const trace: Int32Array[] = []
  let before = new Int32Array(0)
  let left = maxSteps
  for (let edits = 0; edits <= mostEdits(a.length + b.length) && left > 0; edits++) {
    const reach = new Int32Array(edits + 1)
    trace.push(reach)
    for (let i = 0; i <= edits; i++) {
      const start = startOf(before, i, edits)
      const end = follow(a, b, start, start + edits - 2 * i)
      reach[i] = end
      left -= 1 + end - start
      if (end >= a.length && end + edits - 2 * i >= b.length) return trace
    }
    before = reach
  }
  return null
}

/** Where a diagonal is entered: from the one above by taking a piece of `b`, or from the one below by leaving out one of `a`. */
function startOf(before: Int32Array, i: number, edits: number): number {
  if (edits === 0) return 0
  return isDown(before, i, edits) ? (before[i] as number) : (before[i - 1] as number) + 1
}

function follow(a: Int32Array, b: Int32Array, fromA: number, fromB: number): number {
  let [x, y] = [fromA, fromB]
  while (x < a.length && y < b.length && a[x] === b[y]) {
    x += 1
    y += 1
  }
  return x
}

const isDown = (before: Int32Array, i: number, edits: number): boolean => i === 0 || (i !== edits && (before[i - 1] as number) < (before[i] as number))

/** Walks the way found, from its end. */
function steps(lengthA: number, lengthB: number, trace: readonly Int32Array[]): readonly Step[] {
  const backwards: Step[] = []
  let [x, y] = [lengthA, lengthB]
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const i = (x - y + edits) / 2
    const before = trace[edits - 1] ?? new Int32Array(0)
    const start = startOf(before, i, edits)
    const startB = start + y - x
    if (x > start) backwards.push({ isKept: true, a: [start, x], b: [startB, y] })
    if (edits === 0) break
    ;[x, y] = isDown(before, i, edits) ? [start, startB - 1] : [start - 1, startB]
    addChange(backwards, [x, start], [y, startB])
  }
  return backwards.reverse()
}

/** Changes next to each other are one. */
function addChange(backwards: Step[], a: readonly [number, number], b: readonly [number, number]): void {
  const last = backwards.at(-1)
  if (last && !last.isKept) backwards[backwards.length - 1] = { isKept: false, a: [a[0], last.a[1]], b: [b[0], last.b[1]] }
  else backwards.push({ isKept: false, a, b })
}
