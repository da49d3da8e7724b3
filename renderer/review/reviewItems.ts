import type { CompressionDraft } from '../../core/model/compress.ts'
import type { PendingMerge } from '../../core/model/merge.ts'
import type { Proposal } from '../../core/model/proposal.ts'
import type { PartialAnswer } from '../../core/model/reply.ts'
import type { ChatState, FailedReply } from '../../main/contract/chat.ts'
import type { Queued } from '../state/queue.ts'
import { plainText } from '../words/contents.ts'
import { counted, signed } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { proposalTitle } from './proposalWords.ts'

/** Something that waits for a person. What is found by whom comes as one more kind. */
export type ReviewItem =
  | { readonly kind: 'merge'; readonly key: string; readonly branch: string; readonly merge: PendingMerge }
  | { readonly kind: 'summary'; readonly key: string; readonly branch: string; readonly draft: CompressionDraft }
  | { readonly kind: 'proposal'; readonly key: string; readonly branch: string; readonly proposal: Proposal }
  | { readonly kind: 'partial'; readonly key: string; readonly branch: string; readonly partial: PartialAnswer }
  | { readonly kind: 'failed'; readonly key: string; readonly branch: string; readonly failed: FailedReply }
  | { readonly kind: 'queued'; readonly key: string; readonly branch: string; readonly queued: Queued }

type Sources = { readonly merges: readonly PendingMerge[]; readonly summaries?: readonly CompressionDraft[]; readonly proposals?: readonly Proposal[]; readonly chat: Pick<ChatState, 'failed' | 'partials'> | null; readonly queue: readonly Queued[] }

/** All that waits on a tract: merges, then summaries, then what is proposed, then answers, oldest first, then what is to be sent, in its order. */
export function reviewItems({ merges, summaries = [], proposals = [], chat, queue }: Sources): readonly ReviewItem[] {
  const answers = [
    ...(chat?.partials ?? []).map((partial) => ({ at: partial.at, item: { kind: 'partial', key: `partial ${partial.id}`, branch: partial.branch, partial } satisfies ReviewItem })),
    ...(chat?.failed ?? []).map((failed) => ({ at: failed.at, item: { kind: 'failed', key: `failed ${failed.call}`, branch: failed.branch, failed } satisfies ReviewItem })),
  ]
  return [
    ...merges.toSorted((a, b) => a.createdAt - b.createdAt).map((merge): ReviewItem => ({ kind: 'merge', key: `merge:${merge.id}`, branch: merge.into, merge })),
    ...summaries.map((draft): ReviewItem => ({ kind: 'summary', key: `summary ${draft.id}`, branch: draft.branch, draft })),
    ...proposals.map((proposal): ReviewItem => ({ kind: 'proposal', key: `proposal ${proposal.id}`, branch: proposal.branch ?? '', proposal })),
    ...answers.toSorted((a, b) => a.at - b.at).map(({ item }): ReviewItem => item),
    ...queue.map((queued): ReviewItem => ({ kind: 'queued', key: `queued ${queued.id}`, branch: queued.branch, queued })),
  ]
}

/** What a line of the queue says: what it is, and about what. */
export function reviewWords(item: ReviewItem): { readonly title: string; readonly sub: string } {
  switch (item.kind) {
    case 'merge': {
      const decided = item.merge.conflicts.filter(({ resolution }) => resolution !== null).length
      return { title: `${item.merge.branch} into ${item.merge.into}`, sub: `${decided} of ${item.merge.conflicts.length} decided${item.merge.isStale ? ', a branch has moved' : ''}` }
    }
    case 'summary': {
      const { runs, tokensBefore, tokensAfter, isStale } = item.draft
      return { title: `Summary of ${counted(runs.reduce((sum, { originals }) => sum + originals.length, 0), words().step, words().steps)}`, sub: isStale ? 'the steps changed since it was written' : runs.some(({ versions, chosen }) => versions[chosen]?.isWhole !== true) ? 'stopped before its end' : `${signed(tokensAfter - tokensBefore)} tokens: ${oneLine(runs[0]?.summary ?? '')}` }
    }
    case 'proposal':
      return { title: proposalTitle(item.proposal), sub: oneLine(item.proposal.reasoning) }
    case 'partial':
      return { title: 'Unfinished answer', sub: oneLine(item.partial.text) }
    case 'failed':
      return { title: 'Failed answer', sub: item.failed.fault.message }
    case 'queued':
      return { title: 'Message to be sent', sub: oneLine(item.queued.said.text) }
  }
}

const oneLine = (text: string): string => plainText(text, 300)

/** What the keys A and R do with each kind. */
export const verdicts: { readonly [Kind in ReviewItem['kind']]: { readonly accept: string; readonly refuse: string } } = {
  merge: { accept: 'Continue', get refuse() { return words().dropMerge } },
  summary: { accept: 'Look and decide…', refuse: 'Reject' },
  proposal: { accept: 'Approve', refuse: 'Reject' },
  partial: { accept: 'Keep as is', refuse: 'Discard' },
  failed: { accept: 'Retry', refuse: 'Dismiss' },
  queued: { accept: 'Send now', refuse: 'Cancel' },
}
