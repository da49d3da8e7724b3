import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { GraphRow } from '../../core/model/commit.ts'
import type { XrayView } from '../../main/contract/history.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { laneColours } from '../components/laneColours.ts'
import { chatStateQuery, useShownLive } from '../queries/chat.ts'
import { graphQuery, xrayQuery } from '../queries/history.ts'
import { momentOf } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { useLive } from '../state/live.ts'
import { railRowsOf } from './knownRailRows.ts'
import { rowsIn } from './readRows.ts'
import { rowsThen } from './rowsThen.ts'
import { toRailRows, withContext } from './rows.ts'
import type { RailContext, RailRow } from './rows.ts'
import type { RailTail } from './toFlow.ts'

/** What rail and canvas draw. */
export type GraphSteps = {
  /** Newest first. */
  readonly steps: readonly RailRow[]
  readonly tail: RailTail | null
  readonly branch: string
  /** Lane colours of the named branches. */
  readonly colours: ReadonlyMap<string, number>
  /** Branches on which an answer is being written. */
  readonly answering: ReadonlySet<string>
  /** Messages whose answer failed. */
  readonly failed: ReadonlySet<MessageId>
  readonly isLoading: boolean
  /** Why the history can't be read. */
  readonly error: Error | null
  /** Older steps aren't loaded. */
  readonly hasMore: boolean
  /** How many of the open branch aren't; other branches may have more. */
  readonly older: number
  readonly isLoadingOlder: boolean
  /** Asks for the next older steps, once at a time. */
  readonly onReachOldest: () => void
}

/** The steps of a tract, all branches, from the facts that are known of it. */
export function useGraphSteps({ tract, branch, at, overview }: Current): GraphSteps {
  const graph = useInfiniteQuery(graphQuery(tract))
  const asOf = useAsOfFor(tract)
  const { data: xray } = useQuery(xrayQuery(tract, branch, momentOf(at)))
  const { data: chat } = useQuery(chatStateQuery(tract))
  const live = useShownLive(tract, branch)
  const context = useMemo(() => (xray === undefined ? null : contextOf(xray)), [xray])
  const read = rowsIn(graph.data)
  const rows = useMemo(() => (asOf === null ? read : rowsThen(read, asOf)), [read, asOf])
  const lookedAt = asOf === null ? at : null // a moment is shown at the ends its branches had
  const bare = useMemo(() => (lookedAt === null ? railRowsOf(rows, branch) : toRailRows(rows, branch, null, lookedAt)), [rows, branch, lookedAt])
  const steps = useMemo(() => withContext(bare, context), [bare, context])
  const older = useMemo(() => (graph.hasNextPage ? beforeLoaded(rows, branch, overview) : 0), [graph.hasNextPage, rows, branch, overview])
  const colours = useMemo(() => laneColours(overview.branches.map((one) => one.name), branch), [overview.branches, branch])
  const writing = useLive((state) => [...state.replies.values()].flatMap((reply) => (reply.tract === tract ? [reply.branch] : [])).join('\n'))
  const answering = useMemo(() => new Set(writing === '' ? [] : writing.split('\n')), [writing])
  const failed = useMemo(() => new Set(chat?.failed.flatMap((one) => (one.respondsTo === null ? [] : [one.respondsTo])) ?? []), [chat])
  const isPartial = chat?.partials.some((partial) => partial.branch === branch) ?? false
  const isLive = live !== null
  const tail = useMemo((): RailTail | null => (isLive ? { kind: 'live', text: 'answering' } : isPartial ? { kind: 'partial', text: 'unfinished answer' } : null), [isLive, isPartial])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = graph
  const onReachOldest = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { steps, tail, branch, colours, answering, failed, isLoading: graph.isPending, error: graph.error, hasMore: hasNextPage, older, isLoadingOlder: isFetchingNextPage, onReachOldest }
}

function beforeLoaded(rows: readonly GraphRow[], branch: string, { branches }: Current['overview']): number {
  const loaded = railRowsOf(rows, branch).filter(({ state, isMerge }) => state !== 'out' && !isMerge).length
  return Math.max(0, (branches.find(({ name }) => name === branch)?.messageCount ?? 0) - loaded)
}

function contextOf({ messages, excluded }: XrayView): RailContext {
  const ids = (lines: readonly { readonly messageId: MessageId }[]): ReadonlySet<MessageId> => new Set(lines.map(({ messageId }) => messageId))
  return {
    pinned: ids(messages.filter(({ priority }) => priority === 'pinned')),
    hidden: ids(excluded.filter(({ why }) => why.kind === 'skipped')),
    replaced: ids(excluded.filter(({ why }) => why.kind !== 'skipped')),
    summaries: new Map(messages.flatMap(({ messageId, why }) => (why.kind === 'summary' ? [[messageId, why.of.length] as const] : []))),
  }
}
