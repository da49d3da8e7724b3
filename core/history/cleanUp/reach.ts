import type { LinkRow } from '../../store/cleanUpRows.ts'
import type { CommitKey } from '../../store/commits.ts'

/** Which root reaches each commit first: its place in the list of roots, or -1. Each commit is visited once. */
export function reach(links: readonly LinkRow[], roots: readonly CommitKey[]): { of(commit: CommitKey): number } {
  const last = links.at(-1)?.[0] ?? 0
  const [first, second, by] = [new Int32Array(last + 1), new Int32Array(last + 1), new Int32Array(last + 1).fill(-1)]
  for (const [id, parent, parent2] of links) {
    first[id] = parent ?? 0
    second[id] = parent2 ?? 0
  }
  for (const [place, root] of roots.entries()) {
    const path = [root]
    for (let at = path.pop(); at !== undefined; at = path.pop()) {
      if (at <= 0 || at > last || by[at] !== -1) continue
      by[at] = place
      path.push(second[at] ?? 0, first[at] ?? 0)
    }
  }
  return { of: (commit) => by[commit] ?? -1 }
}

/** Of these commits those that nothing else stands on: what is taken away with them leaves no gap. */
export function closedDownwards(links: readonly LinkRow[], wanted: ReadonlySet<CommitKey>): ReadonlySet<CommitKey> {
  const closed = new Set(wanted)
  for (const [id, parent, parent2] of links.toReversed()) {
    if (closed.has(id)) continue
    if (parent !== null) closed.delete(parent)
    if (parent2 !== null) closed.delete(parent2)
  }
  return closed
}
