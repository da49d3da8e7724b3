import type { ReactNode } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { PartialAnswer } from '../../core/model/reply.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { attempt } from '../faults/attempt.ts'
import type { Siblings } from '../graph/siblings.ts'
import { annotate } from '../queries/acts.ts'
import { discardPartial, keepPartial, resumePartial, retry } from '../queries/chat.ts'
import { counted, signed } from '../words/numbers.ts'
import type { BudgetFacts } from './actEffects.ts'
import { AwaitingCard } from './AwaitingCard.tsx'
import { BudgetRule } from './BudgetRule.tsx'
import type { ChatItem } from './chatItems.ts'
import { EarlierLine } from './EarlierLine.tsx'
import { FailedCard } from './FailedCard.tsx'
import { HiddenRun } from './HiddenRun.tsx'
import { LaterItem } from './LaterItem.tsx'
import { LaterRule } from './LaterRule.tsx'
import { LiveCard } from './LiveCard.tsx'
import { MessageItem } from './MessageItem.tsx'
import { PartialCard } from './PartialCard.tsx'
import type { Place } from './place.ts'
import { RefusedAsTooLong, TooLongCard } from './TooLongCard.tsx'
import { TruncatedBanner } from './TruncatedBanner.tsx'

type Props = {
  readonly item: ChatItem
  readonly inTabOrder: boolean
  readonly place: Place
  readonly budget: BudgetFacts
  /** Of a message: what else was said in its place, on other branches. */
  readonly siblings: Siblings | null
  readonly onShowRun: (first: MessageId) => void
  readonly onLoadMore: () => void
  readonly onChooseModel: () => void
}

/** One entry of the list, with what its buttons do. */
export function ChatEntry({ item, inTabOrder, place, budget, siblings, onShowRun, onLoadMore, onChooseModel }: Props): ReactNode {
  switch (item.kind) {
    case 'earlier':
      return <EarlierLine count={item.count} onLoad={onLoadMore} />
    case 'message':
      if (item.isLater === true) return <LaterItem message={item.message} place={place} inTabOrder={inTabOrder} />
      return <MessageItem message={item.message} budget={budget} place={place} siblings={siblings} inTabOrder={inTabOrder} onLeaveEditor={() => focusAgain(item.message)} />
    case 'hiddenRun':
      return <Hidden messages={item.messages} tokens={item.tokens} place={place} onShowRun={onShowRun} />
    case 'budget':
      return <BudgetRule maxTokens={item.maxTokens} />
    case 'live':
      return <LiveCard live={item.live} />
    case 'partial':
      return <Partial partial={item.partial} place={place} />
    case 'failed':
      return item.failed.fault.code === 'llm/too-long' ? <RefusedAsTooLong failed={item.failed} place={place} onModel={onChooseModel} /> : <FailedCard failed={item.failed} onModel={onChooseModel} />
    case 'tooLong':
      return <TooLongCard facts={item.facts} place={place} question={null} onModel={onChooseModel} />
    case 'truncated':
      return <TruncatedBanner isLast={item.isLast} />
    case 'later':
      return <LaterRule count={item.count} />
    case 'awaiting':
      return <AwaitingCard onRetry={() => again(place)} />
  }
}

type HiddenProps = { readonly messages: readonly TranscriptMessage[]; readonly tokens: number; readonly place: Place; readonly onShowRun: (first: MessageId) => void }

function Hidden({ messages, tokens, place, onShowRun }: HiddenProps) {
  const byHand = messages.filter(({ why }) => why.kind === 'skipped')
  const onUnhide = byHand.length > 0 && (place.at ?? null) === null ? () => void unhide(place, byHand) : null
  return <HiddenRun count={messages.length} tokens={tokens} onShow={() => messages[0] && onShowRun(messages[0].messageId)} onUnhide={onUnhide} isErased={messages[0]?.why.kind === 'erased'} />
}

const again = ({ tract, branch }: Place): void => void attempt(() => retry(tract, branch))

function Partial({ partial, place }: { readonly partial: PartialAnswer; readonly place: Place }) {
  const { tract } = place
  return (
    <PartialCard
      partial={partial}
      onContinue={() => void attempt(() => resumePartial(tract, partial.id))}
      onRetry={() => again(place)}
      onKeep={() => void attempt(() => keepPartial(tract, partial.id))}
      onDiscard={() => void attempt(() => discardPartial(tract, partial.id))}
    />
  )
}

const focusAgain = ({ messageId }: TranscriptMessage): void => document.querySelector<HTMLElement>(`[role="feed"] [data-message="${messageId}"]`)?.focus({ preventScroll: true })

async function unhide({ tract, branch }: Place, messages: readonly TranscriptMessage[]): Promise<void> {
  const effect = await attempt(() => annotate(tract, branch, messages.map((message) => message.messageId), 'normal'))
  if (effect === undefined) return
  const words = `${counted(messages.length, 'step')} back to normal, ${signed(effect.tokensAfter - effect.tokensBefore)}`
  await offerUndo(tract, words)
}
