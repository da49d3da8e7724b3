import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Transcript, TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { rowsIn } from '../graph/readRows.ts'
import { siblingsOf } from '../graph/siblings.ts'
import { chatStateQuery, useShownLive } from '../queries/chat.ts'
import { graphQuery, transcriptPage, transcriptQuery, transcriptReach } from '../queries/history.ts'
import { momentOf } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useArrival } from '../state/arrival.ts'
import { useFind } from '../state/find.ts'
import { showLens } from '../state/lens.ts'
import type { ChatLens } from '../state/lens.ts'
import { noteSeen } from '../state/lastSeen.ts'
import { openCard } from '../state/openCards.ts'
import { noteVisit } from '../state/visited.ts'
import { stepsBackOf } from '../words/looking.ts'
import { Onboarding } from '../onboarding/Onboarding.tsx'
import { ChatEntry } from './ChatEntry.tsx'
import { itemOf } from './chatFocus.ts'
import { chatItems } from './chatItems.ts'
import type { ChatItem } from './chatItems.ts'
import { ChatList } from './ChatList.tsx'
import { FindBar } from './FindBar.tsx'
import type { Match } from './findMatches.ts'
import { ChatSkeleton } from './ChatSkeleton.tsx'
import { laterMessages } from './laterMessages.ts'
import { useNewFrom } from './useNewFrom.ts'
import { useOverLimit } from './useOverLimit.ts'

/** As many as the host gives at once. */
const mostMessages = 100_000

type Props = { readonly current: Current; readonly lens: ChatLens; readonly sent: number; readonly onChooseModel: () => void }

/** The messages of a branch, or what stands there while there are none. */
export function ChatBody({ current: { tract, branch, at, overview }, lens, sent, onChooseModel }: Props) {
  const [limit, setLimit] = useState(transcriptPage)
  const [opened, setOpened] = useState<ReadonlySet<MessageId>>(new Set())
  const { data: transcript, isPlaceholderData, isFetching } = useQuery(transcriptQuery(tract, branch, limit, momentOf(at)))
  const beyond = Math.min(mostMessages, (stepsBackOf(overview, branch) ?? 0) + transcriptPage)
  const { data: end } = useQuery({ ...transcriptQuery(tract, branch, beyond), enabled: at !== null })
  const later = useMemo(() => (at === null || isPlaceholderData || !transcript || !end ? null : laterMessages(transcript, end)), [at, isPlaceholderData, transcript, end])
  const { data: chat } = useQuery(chatStateQuery(tract))
  const rows = rowsIn(useInfiniteQuery(graphQuery(tract)).data)
  const answering = useShownLive(tract, branch)
  const live = at === null ? answering : null
  const { budget: status } = overview.status
  const [maxTokens, used] = [status?.max ?? null, status?.used ?? 0]
  const budget = useMemo(() => (maxTokens === null ? null : { maxTokens, used }), [maxTokens, used])
  const tooLong = useOverLimit()
  const place = useMemo(() => ({ tract, branch, at }), [tract, branch, at])
  useEffect(() => noteVisit(tract, branch), [tract, branch])
  const onShowRun = useCallback((id: MessageId) => setOpened((before) => new Set(before).add(id)), [])
  const items = useMemo(
    () => (transcript ? chatItems({ transcript, chat: chat ?? null, live, branch, lens, opened, budget, tooLong, later }) : []),
    [transcript, chat, live, branch, lens, opened, budget, tooLong, later],
  )
  useRevealed(items, onShowRun)
  const loadMore = useCallback(() => setLimit((now) => Math.min(mostMessages, now * 3)), [])
  const onMissing = useCallback(() => {
    if (!isPlaceholderData && limit < transcriptReach && isCut(transcript)) setLimit(limit === transcriptPage ? limit * 10 : transcriptReach)
  }, [limit, transcript, isPlaceholderData])
  const newFrom = useNewFrom(tract, branch, isFetching ? null : (transcript?.items ?? null), sent)
  const onSeen = useCallback((last: MessageId) => noteSeen(tract, branch, last), [tract, branch])
  const isFinding = useFind(({ isOpen }) => isOpen)
  if (isFinding && isCut(transcript) && limit < transcriptReach) setLimit(transcriptReach) // what is looked for may stand further back
  if (!transcript) return <ChatSkeleton />
  if (items.length === 0) {
    return (
      <div className="min-h-0 grow">
        <Onboarding />
      </div>
    )
  }
  const onReveal = ({ message }: Match): void => {
    const item = items[itemOf(items, message)]
    if (item === undefined) showLens('happened')
    const first = firstHidden(transcript.items, message)
    if (item?.kind !== 'message' && first !== null) onShowRun(first)
  }
  return (
    <>
    {isFinding && <FindBar tract={tract} messages={transcript.items} onReveal={onReveal} />}
    <ChatList
      items={items}
      sent={sent}
      home={later === null || at === null ? null : { at, index: lineOf(items) }}
      newFrom={newFrom}
      onSeen={onSeen}
      onMissing={onMissing}
      render={(item, inTabOrder) => (
        <ChatEntry
          item={item}
          inTabOrder={inTabOrder}
          place={place}
          siblings={item.kind === 'message' ? siblingsOf(rows, branch, item.message.messageId) : null}
          budget={budget}
          onShowRun={onShowRun}
          onLoadMore={loadMore}
          onChooseModel={onChooseModel}
        />
      )}
    />
    </>
  )
}

/** The first of the hidden run a message stands in; null where it stands in none. */
function firstHidden(messages: readonly TranscriptMessage[], id: MessageId): MessageId | null {
  const at = messages.findIndex(({ messageId }) => messageId === id)
  if (messages[at]?.shown !== false) return null
  const before = messages.slice(0, at).findLastIndex(({ shown }) => shown)
  return messages[before + 1]?.messageId ?? null
}

/** Where the view of an old step ends; without the line, at its last message. */
function lineOf(items: readonly ChatItem[]): number {
  const line = items.findIndex(({ kind }) => kind === 'later')
  return line < 0 ? items.length - 1 : line
}

/** What one is on its way to is opened where it is folded, or where the model doesn't see it. */
function useRevealed(items: readonly ChatItem[], onShowRun: (first: MessageId) => void): void {
  const arriving = useArrival(({ message }) => message)
  useEffect(() => {
    if (arriving === null) return
    openCard(arriving)
    const item = items[itemOf(items, arriving)]
    if (item === undefined) showLens('happened')
    else if (item.kind === 'hiddenRun' && item.messages[0] !== undefined) onShowRun(item.messages[0].messageId)
  }, [arriving, items, onShowRun])
}

const isCut = (transcript: Transcript | undefined): boolean => (transcript?.earlier ?? 0) > 0
