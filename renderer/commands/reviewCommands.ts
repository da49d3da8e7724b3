import { Check, MessageSquareText, MessageSquareX, Play, RefreshCw, X } from 'lucide-react'
import { attempt } from '../faults/attempt.ts'
import { resumePartial, retry } from '../queries/chat.ts'
import { verdicts } from '../review/reviewItems.ts'
import type { ReviewItem } from '../review/reviewItems.ts'
import { proposalTitle } from '../review/proposalWords.ts'
import { useChosenReview } from '../state/chosenReview.ts'
import { openDialog } from '../state/view.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { acceptReview, refuseReview, showReview } from './decideReview.ts'

/** What is decided about what waits for a person. */
export const reviewCommands = {
  'review.accept': {
    id: 'review.accept', group: 'tract', scope: 'page', icon: Check, keys: [],
    title: () => named('accept'),
    whyNot: (context) => noneChosen() ?? (needsModel.has(chosen()?.kind ?? 'merge') && !context.canReach ? 'You are offline' : null),
    run: ({ tract, branch }) => withChosen((item) => tract !== null && acceptReview(tract, branch, item)),
  },
  'review.refuse': {
    id: 'review.refuse', group: 'tract', scope: 'page', icon: X, keys: [],
    title: () => named('refuse'),
    whyNot: noneChosen,
    run: ({ tract }) => withChosen((item) => tract !== null && refuseReview(tract, item)),
  },
  'review.reason': {
    id: 'review.reason', group: 'tract', scope: 'page', icon: MessageSquareX, keys: [],
    title: () => 'Reject what was proposed, and say why…',
    whyNot: () => noneChosen() ?? (chosen()?.kind === 'proposal' ? null : 'Nothing was proposed here'),
    run: () => withChosen((item) => item.kind === 'proposal' && openDialog({ kind: 'rejectProposal', proposal: item.proposal.id, title: proposalTitle(item.proposal) })),
  },
  'review.show': {
    id: 'review.show', group: 'view', scope: 'page', icon: MessageSquareText, keys: [],
    title: () => 'Show in the chat',
    whyNot: noneChosen,
    run: ({ tract, branch }) => withChosen((item) => tract !== null && showReview(tract, branch, item)),
  },
  'review.retry': {
    id: 'review.retry', group: 'tract', scope: 'page', icon: RefreshCw, keys: [],
    title: () => 'Ask again for the unfinished answer; what came is dropped',
    whyNot: noPartial,
    run: ({ tract }) => withChosen((item) => tract !== null && attempt(() => retry(tract, item.branch))),
  },
  'review.resume': {
    id: 'review.resume', group: 'tract', scope: 'page', icon: Play, keys: [],
    title: () => 'Let the model go on where its answer stopped',
    whyNot: noPartial,
    run: ({ tract }) => withChosen((item) => tract !== null && item.kind === 'partial' && attempt(() => resumePartial(tract, item.partial.id))),
  },
} as const satisfies Record<string, Command>

const needsModel: ReadonlySet<ReviewItem['kind']> = new Set<ReviewItem['kind']>(['failed', 'queued'])
const chosen = (): ReviewItem | null => useChosenReview.getState().chosen

function noneChosen(): string | null {
  return chosen() === null ? 'Nothing that waits is chosen' : null
}

/** Both ask a model. */
function noPartial(context: CommandContext): string | null {
  if (chosen()?.kind !== 'partial') return noneChosen() ?? 'It is no unfinished answer'
  return context.canReach ? null : 'You are offline'
}

function named(verdict: 'accept' | 'refuse'): string {
  const item = chosen()
  return item === null ? (verdict === 'accept' ? 'Accept what waits' : 'Refuse what waits') : verdicts[item.kind][verdict]
}

function withChosen(act: (item: ReviewItem) => unknown): unknown {
  const item = chosen()
  return item !== null && act(item)
}
