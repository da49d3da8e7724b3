import type { GraphRow } from '../../core/model/commit.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { reachOf } from '../graph/reach.ts'
import type { RailRow } from '../graph/rows.ts'

/** Where a step stands in the history. */
export type StepPlace = {
  /** Its commit: the one on the open branch where a copy stands on several. */
  readonly hash: string
  /** null: it lies before everything that was read of the graph. */
  readonly row: RailRow | null
  /** The branch it is looked at on: the open one where that has it, else one that does. */
  readonly branch: string
  readonly isOwn: boolean
  /** The steps it follows; two behind a merge. */
  readonly before: readonly RailRow[]
  /** The steps that follow it, the oldest first. */
  readonly after: readonly RailRow[]
  /** Other branches that part here, or end here. */
  readonly starts: readonly string[]
}

/** `rows` are the unfolded rows of `graph` as the open branch has them. */
export function stepPlace(graph: readonly GraphRow[], rows: readonly RailRow[], step: MessageId, open: string): StepPlace {
  const row = findRow(rows, step)
  if (row === null) return { hash: step, row, branch: open, isOwn: true, before: [], after: [], starts: [] }
  const isOwn = row.state !== 'out'
  const branch = isOwn ? open : (holders(graph, row.hash)[0] ?? open)
  const after = rows.filter(({ parents }) => parents.includes(row.hash)).toReversed()
  const parted = after.map(({ hash }) => holders(graph, hash)).filter((names) => !names.includes(branch))
  return {
    hash: row.hash,
    row,
    branch,
    isOwn,
    before: row.parents.flatMap((parent) => rows.find(({ hash }) => hash === parent) ?? []),
    after,
    starts: [...new Set([...parted.flat(), ...row.branches.filter((name) => name !== branch)])],
  }
}

/** The row of a step: its own on the open branch before copies elsewhere; a merge by its hash. */
export function findRow(rows: readonly RailRow[], step: MessageId): RailRow | null {
  const found = rows.filter(({ messageId }) => messageId === step)
  return found.find(({ state }) => state !== 'out') ?? found[0] ?? rows.find(({ hash }) => (hash as string) === step) ?? null
}

/** The branches whose history holds a commit, those with the newest end first. */
function holders(graph: readonly GraphRow[], hash: string): readonly string[] {
  return graph.flatMap(({ branches }) => branches).filter((name) => reachOf(graph, name).has(hash))
}
