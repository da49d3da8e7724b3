import type { InfiniteData } from '@tanstack/react-query'
import type { GraphRow } from '../../core/model/commit.ts'
import type { Page, TractId } from '../../core/model/ids.ts'
import type { Operation } from '../../core/model/operation.ts'
import { queryClient } from '../queries/client.ts'
import { graphQuery } from '../queries/history.ts'
import { choose, dropChosen, focusMessage } from '../state/selection.ts'
import { showTalk, useView } from '../state/view.ts'
import type { CommandContext } from './context.ts'
import { isBranch } from './branchesMoved.ts'
import { switchTo } from './switchTo.ts'

/** Why there is no step to show; null when there is one. */
export function whyNoStep({ tract }: CommandContext, operation: Operation | null): string | null {
  if (tract === null || operation === null) return 'Nothing is open yet'
  return stepsOf(tract, operation).length === 0 ? 'It touched no step that can be shown' : null
}

/** Points at the steps an operation touched, on a branch that has them. */
export async function showOperation({ tract, branch, overview }: CommandContext, operation: Operation): Promise<void> {
  if (tract === null) return
  const rows = stepsOf(tract, operation)
  const own = operation.refs.find(({ ref }) => isBranch(ref) && overview?.branches.some(({ name }) => name === ref))?.ref
  if (own !== undefined && own !== branch && !operation.refs.some(({ ref }) => ref === branch)) await switchTo(tract, own)
  const { kind } = useView.getState().page
  if (kind !== 'talk' && kind !== 'graph') showTalk()
  dropChosen()
  const ids = rows.flatMap(({ messageId }) => messageId ?? [])
  if (ids.length > 1) choose(ids)
  focusMessage(ids[0] ?? null, 'command')
}

/** The steps between where its branches were and where they came, as far as the graph is read. */
function stepsOf(tract: TractId, { refs }: Operation): readonly GraphRow[] {
  const rows = new Map((queryClient.getQueryData<InfiniteData<Page<GraphRow>>>(graphQuery(tract).queryKey)?.pages ?? []).flatMap(({ items }) => items.map((row) => [row.hash, row] as const)))
  const found = refs.filter(({ ref }) => ref !== 'ORIG_HEAD').flatMap(({ before, after }) => walk(rows, after, before))
  return [...new Set(found)].filter(({ messageId }) => messageId !== null)
}

/** How far back it is walked, so that a new branch doesn't show the whole history. */
const most = 100

function walk(rows: ReadonlyMap<string, GraphRow>, from: string | null, to: string | null): readonly GraphRow[] {
  const met: GraphRow[] = []
  for (let at = from; at !== null && at !== to && met.length < most; ) {
    const row = rows.get(at)
    if (row === undefined) break
    met.push(row)
    if (to === null) break
    at = row.parents[0] ?? null
  }
  return met
}
