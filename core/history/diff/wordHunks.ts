import type { WordHunk } from '../../model/diff.ts'
import { shortestEdit, type Step } from './shortestEdit.ts'
import { isBlankCode, linesOf, wordsOf } from './textPieces.ts'

/**
 * What changed between two texts, word by word; line by line where that would take too long, and as one block where even that would. What is
 * removed stands before what is added in its place; kept and removed together are the old text, kept and added the new one.
 */
export function wordHunks(before: string, after: string): readonly WordHunk[] {
  const head = commonHead(before, after)
  const tail = commonTail(before, after, head)
  const [removed, added] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const runs = byPieces(removed, added, wordsOf) ?? byPieces(removed, added, linesOf) ?? [{ isKept: false, removed, added }]
  const [start, end] = [before.slice(0, head), before.slice(before.length - tail)]
  return toHunks([{ isKept: true, removed: start, added: start }, ...runs, { isKept: true, removed: end, added: end }])
}

/** A stretch that both texts have, or that one has in place of the other's. */
type Run = { readonly isKept: boolean; readonly removed: string; readonly added: string }

/** null: too much changed to be worth the search. */
function byPieces(before: string, after: string, piecesOf: (text: string) => readonly string[]): readonly Run[] | null {
  const [a, b] = [piecesOf(before), piecesOf(after)]
  const steps = shortestEdit(a, b)
  return steps && runsOf(a, b, steps)
}

/** How much of the beginning is the same, up to the last blank in it: no word is cut. */
function commonHead(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  let at = 0
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  if (at === a.length && at === b.length) return at
  while (at > 0 && !isBlankCode(a.charCodeAt(at - 1))) at -= 1
  return at
}

/** The same of the end, from the first blank on. */
function commonTail(a: string, b: string, head: number): number {
  const end = Math.min(a.length, b.length) - head
  let count = 0
  while (count < end && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count += 1
  while (count > 0 && !isBlankCode(a.charCodeAt(a.length - count))) count -= 1
  return count
}

/** Neighbouring steps together; a lone blank between two changes goes with them, so a changed phrase reads as one. */
function runsOf(a: readonly string[], b: readonly string[], steps: readonly Step[]): readonly Run[] {
  const runs: Run[] = []
  for (const { isKept, a: [fromA, toA], b: [fromB, toB] } of steps) {
    const run = { isKept, removed: a.slice(fromA, toA).join(''), added: b.slice(fromB, toB).join('') }
    const [change, blank] = runs.slice(-2)
    if (!isKept && change && blank?.isKept && !change.isKept && /^\s+$/.test(blank.removed)) runs.splice(-2, 2, joined([change, blank, run]))
    else runs.push(run)
  }
  return runs
}

const joined = (runs: readonly Run[]): Run => ({ isKept: false, removed: runs.map(({ removed }) => removed).join(''), added: runs.map(({ added }) => added).join('') })

function toHunks(runs: readonly Run[]): readonly WordHunk[] {
  const hunks: WordHunk[] = []
  const add = (kind: WordHunk['kind'], text: string): void => {
    const last = hunks.at(-1)
    if (text === '') return
    if (last?.kind === kind) hunks[hunks.length - 1] = { kind, text: last.text + text }
    else hunks.push({ kind, text })
  }
  for (const { isKept, removed, added } of runs) {
    if (isKept) add('same', removed)
    else {
      add('removed', removed)
      add('added', added)
    }
  }
  return hunks
}
