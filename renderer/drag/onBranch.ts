import type { GraphRow } from '../../core/model/commit.ts'
import type { CommitHash, MessageId } from '../../core/model/ids.ts'
import type { DragFacts } from './dragFacts.ts'

type Facts = Pick<DragFacts, 'rows' | 'reach' | 'branches'>

const isStep = ({ kind, messageId }: GraphRow): boolean => messageId !== null && (kind === 'append' || kind === 'compress')

/** Whether a branch has the message, itself or as a copy. */
export const holdsMessage = ({ rows, reach }: Facts, branch: string, message: MessageId): boolean =>
  rows.some((row) => row.messageId === message && isStep(row) && reach(branch).has(row.hash))

/** The branches whose history holds a commit, in the order of their names as they were made. */
export const branchesWith = ({ branches, reach }: Facts, commit: CommitHash): readonly string[] => branches.filter(({ name }) => reach(name).has(commit)).map(({ name }) => name)

/** The row that the branch's label stands at: its newest step or merge. */
export const stepAtEnd = ({ rows, reach }: Facts, branch: string): CommitHash | null =>
  rows.find((row) => (isStep(row) || row.kind === 'merge') && reach(branch).has(row.hash))?.hash ?? null

/** The steps that no branch or bookmark would lead to if this branch ended at `to`: they stay in the file. */
export function leftBehind(facts: Facts, branch: string, to: CommitHash): readonly GraphRow[] {
  const others = facts.branches.filter(({ name }) => name !== branch).map(({ name }) => facts.reach(name))
  const kept = upTo(facts.rows, [to, ...facts.rows.filter(({ tags }) => tags.length > 0).map(({ hash }) => hash)])
  return facts.rows.filter((row) => isStep(row) && facts.reach(branch).has(row.hash) && !kept.has(row.hash) && !others.some((reach) => reach.has(row.hash)))
}

/** Commits and all that lead to them. */
function upTo(rows: readonly GraphRow[], ends: readonly CommitHash[]): ReadonlySet<string> {
  const reached = new Set<string>(ends)
  for (const row of rows) if (reached.has(row.hash)) for (const parent of row.parents) reached.add(parent)
  return reached
}
