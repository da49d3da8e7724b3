import type { GraphRow } from '../../core/model/commit.ts'
import type { CommitHash, TractId } from '../../core/model/ids.ts'
import { rowsOf } from './readRows.ts'
import { toRailRows } from './rows.ts'
import type { RailRow } from './rows.ts'

const known = new WeakMap<readonly GraphRow[], Map<string, readonly RailRow[]>>()

/** The rows of the rail, none of them folded, as far as the graph has been read; the same list until it is read anew. `at`: the old step that is looked at. */
export const knownRailRows = (tract: TractId, branch: string, at: CommitHash | null = null): readonly RailRow[] => railRowsOf(rowsOf(tract), branch, at)

/** The same of rows that were read, for whoever draws them. Not yet marked with what the model sees. */
export function railRowsOf(rows: readonly GraphRow[], branch: string, at: CommitHash | null = null): readonly RailRow[] {
  const byBranch = known.get(rows) ?? new Map<string, readonly RailRow[]>()
  known.set(rows, byBranch)
  const view = `${branch} ${at ?? ''}`
  const found = byBranch.get(view) ?? toRailRows(rows, branch, null, at)
  byBranch.delete(view)
  byBranch.set(view, found)
  for (const oldest of byBranch.keys()) if (byBranch.size > mostViews) byBranch.delete(oldest)
  return found
}

/** Looked at last, of one reading: each is as long as the history, and a timeline leads to hundreds of old steps. */
const mostViews = 6
