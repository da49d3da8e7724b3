import { Check, MessageSquareText, X } from 'lucide-react'
import { verdicts } from '../review/reviewItems.ts'
import type { ReviewItem } from '../review/reviewItems.ts'
import { useChosenReview } from '../state/chosenReview.ts'
import type { Command } from './command.ts'
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
  'review.show': {
    id: 'review.show', group: 'view', scope: 'page', icon: MessageSquareText, keys: [],
    title: () => 'Show in the chat',
    whyNot: noneChosen,
    run: ({ tract, branch }) => withChosen((item) => tract !== null && showReview(tract, branch, item)),
  },
} as const satisfies Record<string, Command>

const needsModel: ReadonlySet<ReviewItem['kind']> = new Set<ReviewItem['kind']>(['failed', 'queued'])
const chosen = (): ReviewItem | null => useChosenReview.getState().chosen


function noneChosen(): string | null {
  return chosen() === null ? 'Nothing that waits is chosen' : null
}

function named(verdict: 'accept' | 'refuse'): string {
  const item = chosen()
  return item === null ? (verdict === 'accept' ? 'Accept what waits' : 'Refuse what waits') : verdicts[item.kind][verdict]
}

function withChosen(act: (item: ReviewItem) => unknown): unknown {
  const item = chosen()
  return item !== null && act(item)
}
