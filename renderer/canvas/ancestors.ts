import type { RailRow } from '../graph/rows.ts'

/** The rows that lead to one of them, by index, itself among them. `rows` are newest first, so one walk finds all. */
export function ancestorsOf(rows: readonly RailRow[], index: number): ReadonlySet<number> {
  const start = rows[index]
  if (start === undefined) return new Set()
  const found = new Set<number>()
  const wanted = new Set<string>([start.hash])
  for (let at = index; at < rows.length && wanted.size > 0; at += 1) {
    const row = rows[at]
    if (row === undefined || !wanted.delete(row.hash)) continue
    found.add(at)
    row.parents.forEach((parent) => wanted.add(parent))
  }
  return found
}
