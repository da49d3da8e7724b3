import type { MessageId, TractId } from '../../core/model/ids.ts'
import type { Proposal } from '../../core/model/proposal.ts'
import { attempt } from '../faults/attempt.ts'
import { discardPartial, dismiss, keepPartial, retry } from '../queries/chat.ts'
import { rejectCompression } from '../queries/compress.ts'
import { abortMerge } from '../queries/joins.ts'
import { approveProposal, rejectProposal } from '../queries/policies.ts'
import type { ReviewItem } from '../review/reviewItems.ts'
import { messagesIn, proposalTitle } from '../review/proposalWords.ts'
import { assertNever } from '../state/assertNever.ts'
import { removeQueued } from '../state/queue.ts'
import { showToast } from '../state/toasts.ts'
import { focusMessage } from '../state/selection.ts'
import { openDialog, showTalk } from '../state/view.ts'
import { sendQueued } from './queueCommands.ts'
import { switchTo } from './switchTo.ts'
import { offerUndo } from './undoLast.ts'
import { words } from '../words/words.ts'

/** The likeliest way on: a merge is decided, an answer kept or asked for again, a message sent. */
export async function acceptReview(tract: TractId, open: string | null, item: ReviewItem): Promise<void> {
  switch (item.kind) {
    case 'merge':
      if (item.branch !== open) await switchTo(tract, item.branch)
      return openDialog({ kind: 'mergeEditor' })
    case 'summary':
      if (item.branch !== open) await switchTo(tract, item.branch)
      return openDialog({ kind: 'compress', range: null, draft: item.draft.id })
    case 'proposal':
      return await approve(tract, open, item.proposal)
    case 'partial':
      return await told(tract, () => keepPartial(tract, item.partial.id), 'Kept the unfinished answer')
    case 'failed':
      return void (await attempt(() => retry(tract, item.branch)))
    case 'queued':
      return sendQueued(item.queued)
    default:
      return assertNever(item)
  }
}

/** The way out: what waits goes, and can be brought back where it is in the file. */
export async function refuseReview(tract: TractId, item: ReviewItem): Promise<void> {
  switch (item.kind) {
    case 'merge':
      return await told(tract, () => abortMerge(tract, item.branch), words().droppedMerge)
    case 'summary':
      return await told(tract, () => rejectCompression(tract, item.draft.id, ''), 'Rejected the summary')
    case 'proposal':
      return await told(tract, () => rejectProposal(tract, item.proposal.id, ''), 'Rejected the proposal')
    case 'partial':
      return await told(tract, () => discardPartial(tract, item.partial.id), 'Discarded the unfinished answer')
    case 'failed':
      return await attempt(() => dismiss(item.failed.call))
    case 'queued':
      return removeQueued(item.queued.id)
    default:
      return assertNever(item)
  }
}

/** Where a model writes first, its summary is looked at; what came to nothing says why. */
async function approve(tract: TractId, open: string | null, proposal: Proposal): Promise<void> {
  const done = await attempt(() => approveProposal(tract, proposal.id, null))
  if (done === undefined) return
  switch (done.kind) {
    case 'executed':
      return await offerUndo(tract, `Approved: ${proposalTitle(proposal)}`)
    case 'draft':
      if (done.branch !== open) await switchTo(tract, done.branch)
      return openDialog({ kind: 'compress', range: null, draft: done.draft })
    case 'stale':
      return showToast({ tone: 'fault', text: 'Nothing was done: by now it would come to something else', hint: 'What still holds is proposed anew.' })
    case 'failed':
      return showToast({ tone: 'fault', text: done.fault.message, hint: done.fault.hint })
  }
}

/** Goes to its branch, and to the message it is about. */
export async function showReview(tract: TractId, open: string | null, item: ReviewItem): Promise<void> {
  if (item.branch === open) showTalk()
  else await switchTo(tract, item.branch)
  const about = messageOf(item)
  if (about !== null) focusMessage(about, 'command')
}

const messageOf = (item: ReviewItem): MessageId | null => (item.kind === 'proposal' ? (messagesIn(item.proposal)[0] ?? null) : item.kind === 'summary' ? (item.draft.runs[0]?.originals[0]?.messageId ?? null) : item.kind === 'partial' ? item.partial.respondsTo : item.kind === 'failed' ? item.failed.respondsTo : null)

async function told(tract: TractId, act: () => Promise<unknown>, text: string): Promise<void> {
  const done = await attempt(() => act().then(() => true))
  if (done === true) await offerUndo(tract, text)
}
