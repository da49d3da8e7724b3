import type { GraphRow } from '../../core/model/commit.ts'
import type { AsOf } from '../state/asOf.ts'
import { commitThen } from '../queries/overviewThen.ts'

/** The rows there were at a moment: what its branches and bookmarks lead to, under the names they had. All of them where it is now. */
export function rowsThen(rows: readonly GraphRow[], asOf: Pick<AsOf, 'view' | 'branch'> | null): readonly GraphRow[] {
  if (asOf === null) return rows
  const { view, branch } = asOf
  const [head, byHash] = [commitThen(view, branch), new Map<string, GraphRow>(rows.map((row) => [row.hash, row]))]
  const held = reachedFrom([head, ...view.branches.map(({ commit }) => commit), ...view.tags.map(({ commit }) => commit)], byHash)
  return rows.filter(({ hash }) => held.has(hash)).map((row) => ({
    ...row,
    branches: view.branches.filter(({ commit }) => commit === row.hash).map(({ name }) => name),
    tags: view.tags.filter(({ commit }) => commit === row.hash).map(({ name }) => name),
    isHead: row.hash === head,
  }))
}

function reachedFrom(ends: readonly (string | null)[], byHash: ReadonlyMap<string, GraphRow>): ReadonlySet<string> {
  const met = new Set<string>()
  const open = ends.filter((end) => end !== null)
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (met.has(hash)) continue
    met.add(hash)
    open.push(...(byHash.get(hash)?.parents ?? []))
  }
  return met
}
