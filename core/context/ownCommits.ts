import type { Encoding } from '../model/config.ts'
import type { CommitKey } from '../store/commits.ts'
import type { ReadDb } from '../store/database.ts'
import type { Stretch } from '../store/lines.ts'
import { type OwnRow, readOwnRows } from '../store/segments.ts'

/**
 * The commits of these stretches in linear order: parents before children, first parents first. They must be closed upwards, as one side's own
 * commits are: then it is the order that the definition gives, lin(c) = lin(p1) ++ (lin(p2) without what p1 reaches) ++ c.
 */
export function inLinearOrder(db: ReadDb, tip: CommitKey, stretches: readonly Stretch[], encoding: Encoding): readonly OwnRow[] {
  const rows = new Map(stretches.flatMap((stretch) => readOwnRows(db, stretch, encoding)).map((row) => [row[0], row]))
  const ordered: OwnRow[] = []
  const met = new Set<CommitKey>()
  const path: { readonly row: OwnRow; readonly parents: (CommitKey | null)[] }[] = []
  const enter = (key: CommitKey | null): void => {
    const row = key === null || met.has(key) ? undefined : rows.get(key)
    if (!row) return
    met.add(row[0])
    const [parent, parent2] = row.slice(-2) as [CommitKey | null, CommitKey | null]
    path.push({ row, parents: [parent2, parent] })
  }
  enter(tip)
  for (let at = path.at(-1); at; at = path.at(-1)) {
    const parent = at.parents.pop()
    if (parent === undefined) ordered.push(path.pop()?.row ?? at.row)
    else enter(parent)
  }
  return ordered
}
