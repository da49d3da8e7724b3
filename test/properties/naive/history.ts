import { naiveContext, type NaiveContext } from './context.ts'
import type { NaiveCommit } from './rows.ts'

/** Commits of one tract, read slowly. What is asked twice of the same commit is the same: a commit never changes. */
export type NaiveHistory = {
  readonly keys: readonly number[]
  add(commits: readonly NaiveCommit[]): void
  get(key: number): NaiveCommit
  /** lin(c) = lin(p1) ++ (lin(p2) without what p1 reaches) ++ c */
  linear(tip: number | null): readonly NaiveCommit[]
  /** Everything in the history of `tip`, itself too. */
  reached(tip: number | null): ReadonlySet<number>
  /** What is in the history of `tip` and not of `other`, in linear order. */
  own(tip: number, other: number | null): readonly NaiveCommit[]
  /** All maximal common ancestors. */
  bases(a: number, b: number): readonly number[]
  context(tip: number | null): NaiveContext
  /** The merge on the line of first parents that brought a message; of one said on the line, null. */
  broughtBy(tip: number, message: number): number | null
  /** What a summary stands for, wherever it was made or copied to. */
  summarised(summary: number): ReadonlySet<number>
}

export function naiveHistory(): NaiveHistory {
  const commits = new Map<number, NaiveCommit>()
  const keys: number[] = []
  const summaries = new Map<number, Set<number>>()
  const get = (key: number): NaiveCommit => {
    const commit = commits.get(key)
    if (!commit) throw new Error(`no commit ${key}`)
    return commit
  }
  const linear = remembered((tip): readonly NaiveCommit[] => {
    const [first, second] = get(tip).parents
    const before = first === undefined ? [] : linear(first)
    if (second === undefined) return [...before, get(tip)]
    return [...before, ...own(second, first ?? null), get(tip)]
  })
  const reached = remembered((tip): ReadonlySet<number> => new Set(linear(tip).map(({ key }) => key)))
  const context = remembered((tip) => naiveContext(linear(tip)))
  const arrivals = remembered((tip): ReadonlyMap<number, number | null> => {
    const [first, second] = get(tip).parents
    const before = first === undefined ? new Map<number, number | null>() : arrivals(first)
    const news = second === undefined ? [get(tip)] : own(second, first ?? null)
    const come = news.filter(({ kind, change }) => (kind === 'append' || kind === 'compress') && !before.has(change))
    return come.length === 0 ? before : new Map([...before, ...come.map(({ change }) => [change, second === undefined ? null : tip] as const)])
  })
  const reachedOf = (tip: number | null): ReadonlySet<number> => (tip === null ? new Set() : reached(tip))
  const own = (tip: number, other: number | null): readonly NaiveCommit[] => {
    const known = reachedOf(other)
    return linear(tip).filter(({ key }) => !known.has(key))
  }

  return {
    keys, get, own,
    reached: reachedOf,
    broughtBy: (tip, message) => arrivals(tip).get(message) ?? null,
    summarised: (summary) => summaries.get(summary) ?? new Set(),
    add(rows) {
      for (const row of rows) {
        commits.set(row.key, row)
        keys.push(row.key)
        if (row.kind === 'compress') summaries.set(row.change, new Set([...(summaries.get(row.change) ?? []), ...row.replaces]))
      }
    },
    linear: (tip) => (tip === null ? [] : linear(tip)),
    context: (tip) => (tip === null ? naiveContext([]) : context(tip)),
    bases(a, b) {
      const common = [...reached(a)].filter((key) => reached(b).has(key))
      return common.filter((key) => !common.some((other) => other !== key && reached(other).has(key)))
    },
  }
}

function remembered<T>(compute: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = compute(key)))
    return value
  }
}
