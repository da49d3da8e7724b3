import type { RailRow } from './rows.ts'
import { oncePerMessage } from './siblings.ts'

export type Way = 'parent' | 'child' | 'siblingBefore' | 'siblingAfter' | 'forkBefore' | 'forkAfter' | 'first' | 'head'

/** The step one comes to, going one way from another; null: there is none. Rows newest first. Merges are passed over: nothing is said in them. */
export function walk(rows: readonly RailRow[], from: RailRow | null, way: Way): RailRow | null {
  if (way === 'first') return rows.findLast((row) => isOwnStep(row)) ?? null
  if (way === 'head') return rows.find((row) => isOwnStep(row)) ?? null
  if (from === null) return null
  switch (way) {
    case 'parent':
      return stepBefore(rows, from)
    case 'child':
      return stepAfter(rows, from)
    case 'siblingBefore':
      return beside(siblings(rows, from), from, -1)
    case 'siblingAfter':
      return beside(siblings(rows, from), from, 1)
    default:
      return acrossFork(rows, from, way === 'forkBefore' ? -1 : 1)
  }
}

const isOwnStep = (row: RailRow): boolean => !row.isMerge && row.state !== 'out'

/** Along first parents. */
function stepBefore(rows: readonly RailRow[], from: RailRow): RailRow | null {
  let at = parentOf(rows, from)
  while (at?.isMerge === true) at = parentOf(rows, at)
  return at
}

const parentOf = (rows: readonly RailRow[], { parents: [first] }: RailRow): RailRow | null => (first === undefined ? null : (indexOf(rows).byHash.get(first) ?? null))

/** On along the line of the open branch; else along what was said first; else to what a merge made of it. */
function stepAfter(rows: readonly RailRow[], from: RailRow): RailRow | null {
  const { line } = indexOf(rows)
  const steps = stepsAfter(rows, from, 'next')
  return steps.find(({ hash }) => line.has(hash)) ?? steps[0] ?? stepsAfter(rows, from, 'merged')[0] ?? null
}

/** What was said next, on every branch, the oldest first; `merged`: behind merges that brought it elsewhere. */
function stepsAfter(rows: readonly RailRow[], from: RailRow, by: 'next' | 'merged'): readonly RailRow[] {
  const after = indexOf(rows)[by].get(from.hash) ?? []
  return [...new Set(after.flatMap((row) => (row.isMerge ? stepsAfter(rows, row, 'next') : [row])))]
}

/** The steps that follow the same one or the same merge, itself among them, as `siblingsOf` counts them; of a first step, all first ones. */
function siblings(rows: readonly RailRow[], from: RailRow): readonly RailRow[] {
  const [parent] = from.parents
  const after = parent === undefined ? rows.filter(({ parents }) => parents.length === 0).toReversed() : (indexOf(rows).next.get(parent) ?? [])
  return oncePerMessage(after.filter(({ isMerge }) => !isMerge), from)
}

function beside(all: readonly RailRow[], from: RailRow, by: 1 | -1): RailRow | null {
  return all[all.indexOf(from) + by] ?? null
}

/** The step on the other branch of the nearest fork before it, round and round. */
function acrossFork(rows: readonly RailRow[], from: RailRow, by: 1 | -1): RailRow | null {
  for (let at: RailRow | null = from; at !== null; at = stepBefore(rows, at)) {
    const all = siblings(rows, at)
    if (all.length > 1) return all[(all.indexOf(at) + by + all.length) % all.length] ?? null
  }
  return null
}

type Index = {
  readonly byHash: ReadonlyMap<string, RailRow>
  /** What follows each along first parents, the oldest first. */
  readonly next: ReadonlyMap<string, readonly RailRow[]>
  /** The merges that brought each elsewhere. */
  readonly merged: ReadonlyMap<string, readonly RailRow[]>
  /** The first parents of where you are. */
  readonly line: ReadonlySet<string>
}
const indexes = new WeakMap<readonly RailRow[], Index>()

function indexOf(rows: readonly RailRow[]): Index {
  const known = indexes.get(rows)
  if (known !== undefined) return known
  const byHash = new Map(rows.map((row) => [row.hash as string, row]))
  const [next, merged] = [new Map<string, RailRow[]>(), new Map<string, RailRow[]>()]
  for (const row of rows.toReversed()) row.parents.forEach((parent, nth) => add(nth === 0 ? next : merged, parent, row))
  const line = new Set<string>()
  for (let at = rows.find(({ isTip }) => isTip); at !== undefined; at = byHash.get(at.parents[0] ?? '')) line.add(at.hash)
  const index = { byHash, next, merged, line }
  indexes.set(rows, index)
  return index
}

const add = (into: Map<string, RailRow[]>, key: string, row: RailRow): void => void into.set(key, [...(into.get(key) ?? []), row])
