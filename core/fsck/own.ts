import type { RawCommit } from '../store/fsckRows.ts'

/**
 * What a merge brings in: the commits its second parent reaches and its first doesn't, parents before children and first parents first. By the
 * definition, from the rows alone: what a damaged file says of segments plays no part. Rows that name later ones as parents are left out.
 */
export function ownOf(byId: ReadonlyMap<number, RawCommit>, { parent, parent2 }: RawCommit): readonly RawCommit[] {
  if (parent === null || parent2 === null) return []
  const own = onlyReachedBy(byId, parent2, parent)
  const ordered: RawCommit[] = []
  const met = new Set<number>()
  const path: { readonly row: RawCommit; readonly parents: (number | null)[] }[] = []
  const enter = (key: number | null): void => {
    const row = key === null || met.has(key) || !own.has(key) ? undefined : byId.get(key)
    if (!row) return
    met.add(row.id)
    path.push({ row, parents: [row.parent2, row.parent] })
  }
  enter(parent2)
  for (let at = path.at(-1); at; at = path.at(-1)) {
    const next = at.parents.pop()
    if (next === undefined) ordered.push(path.pop()?.row ?? at.row)
    else enter(next)
  }
  return ordered
}

const theirs = 1
const ours = 2

/** Paints both histories, newest row first, until everything that waits is reached from `other`: an older row is never the child of a newer one. */
function onlyReachedBy(byId: ReadonlyMap<number, RawCommit>, tip: number, other: number): ReadonlySet<number> {
  const flags = new Map<number, number>()
  const waiting: number[] = []
  let fresh = 0
  const paint = (key: number, flag: number): void => {
    const before = flags.get(key) ?? 0
    if ((before | flag) === before) return
    flags.set(key, before | flag)
    if (before === 0) insert(waiting, key)
    fresh += (before | flag) === theirs ? 1 : before === theirs ? -1 : 0
  }
  paint(tip, theirs)
  paint(other, ours)
  const own = new Set<number>()
  while (fresh > 0) {
    const key = waiting.pop() as number
    const flag = flags.get(key) ?? 0
    if (flag === theirs) {
      own.add(key)
      fresh -= 1
    }
    const row = byId.get(key)
    for (const parent of [row?.parent, row?.parent2]) if (typeof parent === 'number' && parent < key) paint(parent, flag)
  }
  return own
}

/** Keeps the list in order, the largest last. */
function insert(list: number[], key: number): void {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) <= key) low = middle + 1
    else high = middle
  }
  list.splice(low, 0, key)
}
