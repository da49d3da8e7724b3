import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { laneColours } from '../components/laneColours.ts'
import { chatStateQuery, useShownLive } from '../queries/chat.ts'
import { graphQuery, xrayQuery } from '../queries/history.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useLive } from '../state/live.ts'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { useFolds } from '../state/folds.ts'
import { useSelection } from '../state/selection.ts'
import { foldRuns } from './foldRuns.ts'
import type { RailViewProps } from './RailView.tsx'
import { toRailRows } from './rows.ts'
import type { RailContext, RailRow } from './rows.ts'
import type { RailTail } from './toFlow.ts'

type RailData = Pick<RailViewProps, 'rows' | 'tail' | 'branch' | 'colours' | 'answering' | 'failed' | 'onReachOldest'> & { readonly isLoading: boolean; /** Older steps aren't loaded. */ readonly hasMore: boolean }

/** Everything the rail draws, from the facts that are known of a tract. */
export function useRailData({ tract, branch, overview }: Current): RailData {
  const graph = useInfiniteQuery(graphQuery(tract))
  const { data: xray } = useQuery(xrayQuery(tract, branch))
  const { data: chat } = useQuery(chatStateQuery(tract))
  const live = useShownLive(tract, branch)
  const context = useMemo((): RailContext | null => {
    if (!xray) return null
    return { pinned: new Set(xray.messages.filter((line) => line.priority === 'pinned').map((line) => line.messageId)), hidden: new Set(xray.excluded.map((line) => line.messageId)) }
  }, [xray])
  const pages = graph.data?.pages
  const steps = useMemo(() => toRailRows(pages?.flatMap((page) => page.items) ?? [], branch, context), [pages, branch, context])
  const colours = useMemo(() => laneColours(overview.branches.map((one) => one.name), branch), [overview.branches, branch])
  const writing = useLive((state) => [...state.replies.values()].flatMap((reply) => (reply.tract === tract ? [reply.branch] : [])).join('\n'))
  const answering = useMemo(() => new Set(writing === '' ? [] : writing.split('\n')), [writing])
  const failed = useMemo(() => new Set(chat?.failed.flatMap((one) => (one.respondsTo === null ? [] : [one.respondsTo])) ?? []), [chat])
  const rows = useFolded(tract, steps, failed)
  const isPartial = chat?.partials.some((partial) => partial.branch === branch) ?? false
  const isLive = live !== null
  const tail = useMemo((): RailTail | null => (isLive ? { kind: 'live', text: 'answering' } : isPartial ? { kind: 'partial', text: 'unfinished answer' } : null), [isLive, isPartial])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = graph
  const onReachOldest = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows, tail, branch, colours, answering, failed, onReachOldest, isLoading: graph.isPending, hasMore: hasNextPage }
}

/** The rows with their runs folded, where this tract is shown so. The selected step always stands for itself. */
function useFolded(tract: TractId, steps: readonly RailRow[], failed: ReadonlySet<MessageId>): readonly RailRow[] {
  const isOn = useFolds(({ folded }) => folded.includes(tract))
  const opened = useFolds((folds) => folds.opened)
  const selected = useSelection((selection) => selection.focused)
  return useMemo(() => {
    if (!isOn) return steps
    return foldRuns(steps, { messages: selected === null ? failed : new Set([...failed, selected]), opened })
  }, [isOn, steps, failed, selected, opened])
}
