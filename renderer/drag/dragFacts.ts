import type { GraphRow } from '../../core/model/commit.ts'
import type { Priority } from '../../core/model/content.ts'
import type { CommitHash, MessageId, TractId } from '../../core/model/ids.ts'
import { currentContext } from '../commands/context.ts'
import { reachOf } from '../graph/reach.ts'
import { rowsOf } from '../graph/readRows.ts'
import { queryClient } from '../queries/client.ts'
import { xrayQuery } from '../queries/history.ts'

/** Everything a drop is decided on, as the page knows it. */
export type DragFacts = {
  readonly tract: TractId
  /** The open branch. */
  readonly branch: string
  readonly branches: readonly { readonly name: string; readonly commit: CommitHash | null }[]
  /** All branches, newest first, as far as they were read. */
  readonly rows: readonly GraphRow[]
  readonly reach: (branch: string) => ReadonlySet<string>
  /** Of the open branch; what isn't in it is normal. */
  readonly priorities: ReadonlyMap<MessageId, Priority>
  /** Summaries in force on the open branch, and how many steps each stands for. */
  readonly summaries: ReadonlyMap<MessageId, number>
  /** An old step is looked at: nothing can be written. */
  readonly isLooking: boolean
  /** A merge into the open branch waits for decisions. */
  readonly mergeWaits: boolean
}

/** Reads them; null while nothing is open. */
export function readDragFacts(): DragFacts | null {
  const { tract, branch, overview, at } = currentContext()
  if (tract === null || branch === null || overview === null) return null
  const rows = rowsOf(tract)
  return {
    tract, branch, rows,
    isLooking: at !== null,
    branches: overview.branches.map(({ name, commit }) => ({ name, commit })),
    reach: (name) => reachOf(rows, name),
    summaries: summariesOn(tract, branch),
    priorities: prioritiesOn(tract, branch),
    mergeWaits: overview.status.pending.merge !== null,
  }
}

function summariesOn(tract: TractId, branch: string): DragFacts['summaries'] {
  const view = queryClient.getQueryData(xrayQuery(tract, branch).queryKey)
  return new Map(view?.messages.flatMap(({ messageId, why }) => (why.kind === 'summary' ? [[messageId, why.of.length] as const] : [])) ?? [])
}

function prioritiesOn(tract: TractId, branch: string): ReadonlyMap<MessageId, Priority> {
  const view = queryClient.getQueryData(xrayQuery(tract, branch).queryKey)
  const pinned = (view?.messages ?? []).filter(({ priority }) => priority === 'pinned').map(({ messageId }) => [messageId, 'pinned'] as const)
  const hidden = (view?.excluded ?? []).filter(({ why }) => why.kind === 'skipped').map(({ messageId }) => [messageId, 'skip'] as const)
  return new Map<MessageId, Priority>([...pinned, ...hidden])
}
