import type { GraphRow } from '../../core/model/commit.ts'
import { historyOf } from './rows.ts'

const reachByRows = new WeakMap<readonly GraphRow[], Map<string, ReadonlySet<string>>>()

/** Every loaded commit a branch reaches, worked out once for a list of rows. */
export function reachOf(rows: readonly GraphRow[], branch: string): ReadonlySet<string> {
  const known = reachByRows.get(rows) ?? new Map<string, ReadonlySet<string>>()
  reachByRows.set(rows, known)
  const reach = known.get(branch) ?? historyOf(rows, branch)
  known.set(branch, reach)
  return reach
}
