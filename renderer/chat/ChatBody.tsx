import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Transcript } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { rowsIn } from '../graph/readRows.ts'
import { siblingsOf } from '../graph/siblings.ts'
import { chatStateQuery, useShownLive } from '../queries/chat.ts'
import { graphQuery, transcriptPage, transcriptQuery } from '../queries/history.ts'
import type { Current } from '../queries/useCurrent.ts'
import type { ChatLens } from '../state/lens.ts'
import { noteVisit } from '../state/visited.ts'
import { Onboarding } from '../onboarding/Onboarding.tsx'
import { ChatEntry } from './ChatEntry.tsx'
import { chatItems } from './chatItems.ts'
import { ChatList } from './ChatList.tsx'
import { ChatSkeleton } from './ChatSkeleton.tsx'
import { useOverLimit } from './useOverLimit.ts'

/** As many as the host gives at once. */
const mostMessages = 5000

type Props = { readonly current: Current; readonly lens: ChatLens; readonly sent: number; readonly onChooseModel: () => void }

/** The messages of a branch, or what stands there while there are none. */
export function ChatBody({ current: { tract, branch, overview }, lens, sent, onChooseModel }: Props) {
  const [limit, setLimit] = useState(transcriptPage)
  const [opened, setOpened] = useState<ReadonlySet<MessageId>>(new Set())
  const { data: transcript } = useQuery(transcriptQuery(tract, branch, limit))
  const { data: chat } = useQuery(chatStateQuery(tract))
  const rows = rowsIn(useInfiniteQuery(graphQuery(tract)).data)
  const live = useShownLive(tract, branch)
  const { budget: status } = overview.status
  const [maxTokens, used] = [status?.max ?? null, status?.used ?? 0]
  const budget = useMemo(() => (maxTokens === null ? null : { maxTokens, used }), [maxTokens, used])
  const tooLong = useOverLimit()
  const place = useMemo(() => ({ tract, branch }), [tract, branch])
  useEffect(() => noteVisit(tract, branch), [tract, branch])
  const items = useMemo(
    () => (transcript ? chatItems({ transcript, chat: chat ?? null, live, branch, lens, opened, budget, tooLong }) : []),
    [transcript, chat, live, branch, lens, opened, budget, tooLong],
  )
  const loadMore = useCallback(() => setLimit((now) => Math.min(mostMessages, now * 3)), [])
  const onMissing = useCallback(() => {
    if (limit < mostMessages && isCut(transcript)) loadMore()
  }, [limit, transcript, loadMore])
  if (!transcript) return <ChatSkeleton />
  if (items.length === 0) {
    return (
      <div className="min-h-0 grow">
        <Onboarding />
      </div>
    )
  }
  return (
    <ChatList
      items={items}
      sent={sent}
      onMissing={onMissing}
      render={(item, inTabOrder) => (
        <ChatEntry
          item={item}
          inTabOrder={inTabOrder}
          place={place}
          siblings={item.kind === 'message' ? siblingsOf(rows, branch, item.message.messageId) : null}
          budget={budget}
          onShowRun={(id) => setOpened((before) => new Set(before).add(id))}
          onLoadMore={loadMore}
          onChooseModel={onChooseModel}
        />
      )}
    />
  )
}

const isCut = (transcript: Transcript | undefined): boolean => (transcript?.earlier ?? 0) > 0
