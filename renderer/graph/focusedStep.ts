import type { InfiniteData } from '@tanstack/react-query'
import type { GraphRow } from '../../core/model/commit.ts'
import type { CommitHash, MessageId, Page, TractId } from '../../core/model/ids.ts'
import type { CommandContext } from '../commands/context.ts'
import { queryClient } from '../queries/client.ts'
import { graphQuery } from '../queries/history.ts'
import { useSelection } from '../state/selection.ts'
import { historyOf } from './rows.ts'

/** A step as the graph knows it, on whatever branch. `hash` is its commit: the one on the open branch where a copy stands on several. */
export type FocusedStep = { readonly messageId: MessageId; readonly hash: CommitHash; readonly preview: string; readonly isOwn: boolean }

/** The step that chat, rail and X-ray point at, as far as the graph has been read. */
export function focusedStep({ tract, branch, target }: CommandContext): FocusedStep | null {
  const wanted = target?.messageId ?? useSelection.getState().focused
  if (tract === null || branch === null || wanted === null) return null
  const rows = rowsOf(tract)
  const own = reachOf(rows, branch)
  const found = rows.filter((row) => row.messageId === wanted && (row.kind === 'append' || row.kind === 'compress'))
  const row = found.find(({ hash }) => own.has(hash)) ?? found[0]
  if (row === undefined) return null
  return { messageId: wanted, hash: row.hash, preview: row.preview, isOwn: own.has(row.hash) }
}

/** Why the end of the open branch can't be moved to the focused step; null when it can. */
export function onlyOwnStep(context: CommandContext): string | null {
  const step = focusedStep(context)
  if (step === null) return 'Choose a step first'
  const tip = context.overview?.branches.find(({ name }) => name === context.branch)?.commit
  return step.hash === tip ? 'The branch ends here already' : null
}

/** The branches whose history holds the step, those with the newest end first. */
export function branchesHolding(tract: TractId, { hash }: FocusedStep): readonly string[] {
  const rows = rowsOf(tract)
  return rows.flatMap(({ branches }) => branches).filter((name) => reachOf(rows, name).has(hash))
}

/** Whether a branch leads to a commit, as far as the graph has been read. */
export const holdsStep = (tract: TractId, branch: string, hash: CommitHash): boolean => reachOf(rowsOf(tract), branch).has(hash)

type Read = InfiniteData<Page<GraphRow>>
const rowsByRead = new WeakMap<Read, readonly GraphRow[]>()
const reachByRows = new WeakMap<readonly GraphRow[], Map<string, ReadonlySet<string>>>()

/** The rows as last read: the same list until they are read anew, so that what is worked out of it can be kept. */
function rowsOf(tract: TractId): readonly GraphRow[] {
  const read = queryClient.getQueryData<Read>(graphQuery(tract).queryKey)
  if (read === undefined) return []
  const rows = rowsByRead.get(read) ?? read.pages.flatMap(({ items }) => items)
  rowsByRead.set(read, rows)
  return rows
}

function reachOf(rows: readonly GraphRow[], branch: string): ReadonlySet<string> {
  const known = reachByRows.get(rows) ?? new Map<string, ReadonlySet<string>>()
  reachByRows.set(rows, known)
  const reach = known.get(branch) ?? historyOf(rows, branch)
  known.set(branch, reach)
  return reach
}
