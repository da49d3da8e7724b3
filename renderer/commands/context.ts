import type { AppInfo } from '../../main/contract/app.ts'
import type { ChatState, LiveReply } from '../../main/contract/chat.ts'
import type { Settings } from '../../main/contract/settings.ts'
import type { TractOverview } from '../../main/contract/tracts.ts'
import type { Transcript, TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { useConnection } from '../connect.ts'
import { appInfoQuery } from '../queries/app.ts'
import { chatStateQuery } from '../queries/chat.ts'
import { query, queryClient } from '../queries/client.ts'
import { settingsQuery } from '../queries/settings.ts'
import { overviewQuery, tractsQuery } from '../queries/tracts.ts'
import { branchOf, pickTract } from '../queries/useCurrent.ts'
import { draftAt, placeOf, useDrafts } from '../state/drafts.ts'
import type { Draft } from '../state/drafts.ts'
import { useLayout } from '../state/layout.ts'
import { liveOn, useLive } from '../state/live.ts'
import { useSelection } from '../state/selection.ts'
import { useView } from '../state/view.ts'

/** Everything a command decides on, as it stands now. */
export type CommandContext = {
  readonly tract: TractId | null
  readonly tracts: readonly TractSummary[]
  readonly overview: TractOverview | null
  readonly branch: string | null
  readonly messages: readonly TranscriptMessage[]
  /** The step it acts on: the one it was asked for, else the focused one. */
  readonly target: TranscriptMessage | null
  readonly live: LiveReply | null
  readonly chat: ChatState | null
  readonly draft: Draft
  readonly settings: Settings | null
  readonly app: AppInfo | null
  readonly connected: boolean
}

/** Reads it from what the page knows already; asks nobody. */
export function readContext(message?: MessageId): CommandContext {
  const tracts = queryClient.getQueryData(tractsQuery().queryKey) ?? []
  const tract = pickTract(useView.getState().tract, tracts)
  const overview = tract === null ? null : (queryClient.getQueryData(overviewQuery(tract).queryKey) ?? null)
  const branch = overview === null ? null : branchOf(overview)
  const messages = tract === null || branch === null ? [] : messagesOf(tract, branch)
  const wanted = message ?? useSelection.getState().focused
  return {
    tract,
    tracts,
    overview,
    branch,
    messages,
    target: messages.find(({ messageId }) => messageId === wanted) ?? null,
    live: tract === null || branch === null ? null : liveOn(useLive.getState().replies, tract, branch),
    chat: tract === null ? null : (queryClient.getQueryData<ChatState>(chatStateQuery(tract).queryKey) ?? null),
    draft: tract === null || branch === null ? { text: '', as: 'user' } : draftAt(placeOf(tract, branch)),
    settings: queryClient.getQueryData(settingsQuery().queryKey) ?? null,
    app: queryClient.getQueryData(appInfoQuery().queryKey) ?? null,
    connected: useConnection.getState().kind === 'open',
  }
}

/** The longest stretch of the transcript that any pane has read. */
function messagesOf(tract: TractId, branch: string): readonly TranscriptMessage[] {
  const read = queryClient.getQueriesData<Transcript>({ queryKey: query.history.transcript.key({ input: { tract, branch } }) })
  return read.reduce<readonly TranscriptMessage[]>((longest, [, data]) => (data !== undefined && data.items.length > longest.length ? data.items : longest), [])
}

const cache = new Map<MessageId | undefined, CommandContext>()

/** The same, made once per change however many buttons ask. */
export function currentContext(message?: MessageId): CommandContext {
  if (unsubscribe === null) return readContext(message) // nobody would clear the cache
  const known = cache.get(message)
  if (known !== undefined) return known
  const context = readContext(message)
  cache.set(message, context)
  return context
}

const listeners = new Set<() => void>()
let unsubscribe: (() => void) | null = null

/** Calls back whenever something a command decides on may have changed. Text that streams in is not such a thing. */
export function onContextChange(listener: () => void): () => void {
  listeners.add(listener)
  unsubscribe ??= watch()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    unsubscribe?.()
    unsubscribe = null
    cache.clear()
  }
}

function watch(): () => void {
  cache.clear()
  const stops = [
    queryClient.getQueryCache().subscribe((event) => event.type === 'updated' && changed()),
    useView.subscribe(changed),
    useSelection.subscribe(changed),
    useLayout.subscribe(changed),
    useDrafts.subscribe(changed),
    useConnection.subscribe(changed),
    useLive.subscribe((now, before) => {
      if (now.replies.size !== before.replies.size) changed()
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

function changed(): void {
  cache.clear()
  for (const listener of listeners) listener()
}
