import { isVerdict } from '../compare/verdict.ts'
import type { RailRow } from './rows.ts'

/**
 * Counts the steps of the open branch since another one last left it, in rows that are newest first; what was only noted about it is none. null: none leaves it, or none is loaded, or the
 * newest step is the fork itself.
 */
export function sinceFork(rows: readonly RailRow[]): number | null {
  const byHash = new Map<string, RailRow>(rows.map((row) => [row.hash, row]))
  const children = new Map<string, number>()
  for (const { parents: [parent] } of rows) if (parent !== undefined) children.set(parent, (children.get(parent) ?? 0) + 1)
  let count = 0
  for (let row = rows.find(({ isTip }) => isTip); row !== undefined; row = byHash.get(row.parents[0] ?? '')) {
    if ((children.get(row.hash) ?? 0) > 1 || (!row.isTip && row.branches.length > 0)) return count === 0 ? null : count
    if (!row.isMerge && !isVerdict(row.preview)) count += 1
  }
  return null
}
