import type { CommitHash, MessageId, TractId } from '../../core/model/ids.ts'
import { switchTo } from '../commands/switchTo.ts'
import { attempt } from '../faults/attempt.ts'
import { rowsIn } from '../graph/readRows.ts'
import { reachOf } from '../graph/reach.ts'
import { queryClient } from '../queries/client.ts'
import { graphQuery } from '../queries/history.ts'
import { overviewQuery } from '../queries/tracts.ts'
import type { Current } from '../queries/useCurrent.ts'
import { arriveAt } from '../state/arrival.ts'
import { focusMessage } from '../state/selection.ts'
import { showToast } from '../state/toasts.ts'
import { openDialog, showTract } from '../state/view.ts'
import { plainText } from '../words/contents.ts'

/** Where to go: a step, and the branches that hold it. */
export type Goal = { readonly tract: TractId; readonly messageId: MessageId | null; readonly commit: CommitHash; readonly branches: readonly string[]; readonly snippet: string }

/** Opens the branch that holds a step, the fold it stands in, and points at it. What no branch holds is offered as the start of one. */
export async function openHit({ tract, messageId, commit, branches, snippet }: Goal, current: Pick<Current, 'tract' | 'branch'>): Promise<void> {
  const isHere = tract === current.tract && branches.includes(current.branch)
  const [first] = branches
  if (!isHere && first === undefined) {
    showTract(tract)
    return openDialog({ kind: 'newBranch', from: commit, fromWords: plainText(snippet, 60) })
  }
  if (isHere) showTract(tract)
  else if (first !== undefined) await switchTo(tract, first)
  if (messageId === null) return
  focusMessage(messageId, 'command')
  arriveAt(messageId)
}

/** Opens the step that a link names, on whatever branch it stands. */
export async function openLink(tract: TractId, message: MessageId, current: Pick<Current, 'tract' | 'branch'>): Promise<void> {
  const read = await attempt(() => Promise.all([queryClient.fetchQuery(overviewQuery(tract)), queryClient.fetchInfiniteQuery(graphQuery(tract))]))
  if (read === undefined) return
  const [overview, graph] = read
  const rows = rowsIn(graph)
  const row = rows.find((one) => one.messageId === message && one.kind !== 'annotate' && one.kind !== 'edit')
  if (row === undefined) return showToast({ tone: 'fault', text: 'The step of this link was not found', hint: 'It stands in another file, or too far back to be found by a link.' })
  const branches = overview.branches.map(({ name }) => name).filter((name) => reachOf(rows, name).has(row.hash))
  await openHit({ tract, messageId: message, commit: row.hash, branches, snippet: row.preview }, current)
}
