import type { AppInfo } from '../../main/contract/app.ts'
import type { ChatState, LiveReply } from '../../main/contract/chat.ts'
import type { Settings } from '../../main/contract/settings.ts'
import type { TractOverview } from '../../main/contract/tracts.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { CommitHash, MessageId, TractId } from '../../core/model/ids.ts'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { draftTokens } from '../chat/draftTokens.ts'
import { overLimit } from '../chat/tooLong.ts'
import type { TooLongFacts } from '../chat/tooLong.ts'
import { useConnection } from '../connect.ts'
import { appInfoQuery } from '../queries/app.ts'
import { chatStateQuery, forecastQuery } from '../queries/chat.ts'
import { queryClient } from '../queries/client.ts'
import { xrayQuery } from '../queries/history.ts'
import { knownMessages } from '../queries/knownMessages.ts'
import { settingsQuery } from '../queries/settings.ts'
import { overviewQuery, tractsQuery } from '../queries/tracts.ts'
import { canReach } from '../queries/sendQueued.ts'
import { momentOf, pickTract, shownOf } from '../queries/useCurrent.ts'
import { useAltBranch } from '../state/altBranch.ts'
import { asOfFor, useAsOf } from '../state/asOf.ts'
import type { AsOf } from '../state/asOf.ts'
import { attachmentsAt, useAttachmentsStore } from '../state/attachments.ts'
import { useBottomDrawer } from '../state/bottomDrawer.ts'
import { useChosenOperation } from '../state/chosenOperation.ts'
import { useChosenReview } from '../state/chosenReview.ts'
import { draftAt, placeOf, useDrafts } from '../state/drafts.ts'
import type { Draft } from '../state/drafts.ts'
import { useCamera } from '../state/camera.ts'
import { useFolds } from '../state/folds.ts'
import { useLastBranch } from '../state/lastBranch.ts'
import { useHits } from '../state/hits.ts'
import { useLayout } from '../state/layout.ts'
import { liveOn, useLive } from '../state/live.ts'
import { useNetwork } from '../state/network.ts'
import { onceAt, useOnceStore } from '../state/once.ts'
import { queueAt, useQueue } from '../state/queue.ts'
import type { Queued } from '../state/queue.ts'
import { useRetention } from '../state/retention.ts'
import { useSelection } from '../state/selection.ts'
import { useView } from '../state/view.ts'

/** Everything a command decides on, as it stands now. */
export type CommandContext = {
  readonly tract: TractId | null
  readonly tracts: readonly TractSummary[]
  readonly overview: TractOverview | null
  readonly branch: string | null
  /** The old step that is looked at; null on a branch. `messages` are then as they were. */
  readonly at: CommitHash | null
  /** Set while all panes show a moment of the past: nothing can be written then. */
  readonly asOf: AsOf | null
  readonly messages: readonly TranscriptMessage[]
  /** The step it was asked for, else the focused one, on whatever branch. */
  readonly asked: MessageId | null
  /** The same where the open branch has it: what can be changed. */
  readonly target: TranscriptMessage | null
  /** Steps chosen together, in the order of the branch; empty when it was asked for one step. */
  readonly chosen: readonly TranscriptMessage[]
  readonly live: LiveReply | null
  readonly chat: ChatState | null
  readonly draft: Draft
  readonly settings: Settings | null
  readonly app: AppInfo | null
  readonly connected: boolean
  /** What waits to be sent on this branch, in order. */
  readonly queue: readonly Queued[]
  /** Whether the provider that would be asked can be, without a network too. */
  readonly canReach: boolean
  /** What would be sent is more than the model takes. */
  readonly overLimit: TooLongFacts | null
}

/** Reads it from what the page knows already; asks nobody. */
export function readContext(message?: MessageId): CommandContext {
  const tracts = queryClient.getQueryData(tractsQuery().queryKey) ?? []
  const tract = pickTract(useView.getState().tract, tracts)
  const known = tract === null ? undefined : queryClient.getQueryData(overviewQuery(tract).queryKey)
  const asOf = asOfFor(tract)
  const shown = known === undefined ? null : shownOf(known, asOf)
  const { overview = null, branch = null, at = null } = shown ?? {}
  const messages = tract === null || branch === null ? [] : knownMessages(tract, branch, at)
  const settings = queryClient.getQueryData(settingsQuery().queryKey) ?? null
  const once = tract === null || branch === null ? {} : onceAt(tract, branch)
  const wanted = message ?? useSelection.getState().focused
  return {
    tract,
    tracts,
    overview,
    branch,
    at,
    asOf,
    messages,
    asked: wanted,
    target: messages.find(({ messageId }) => messageId === wanted) ?? null,
    chosen: message === undefined ? chosenAmong(messages) : [],
    live: tract === null || branch === null || at !== null ? null : liveOn(useLive.getState().replies, tract, branch),
    chat: tract === null ? null : (queryClient.getQueryData<ChatState>(chatStateQuery(tract).queryKey) ?? null),
    draft: tract === null || branch === null ? { text: '', as: 'user' } : draftAt(placeOf(tract, branch)),
    settings,
    app: queryClient.getQueryData(appInfoQuery().queryKey) ?? null,
    connected: useConnection.getState().kind === 'open',
    queue: tract === null || branch === null || at !== null ? [] : queueAt(tract, branch),
    overLimit: tract === null || branch === null ? null : overLimitAt(tract, branch, at, messages),
    canReach: settings === null || canReach(settings, { once }),
  }
}

function chosenAmong(messages: readonly TranscriptMessage[]): readonly TranscriptMessage[] {
  const { chosen } = useSelection.getState()
  return chosen.size === 0 ? [] : messages.filter(({ messageId }) => chosen.has(messageId))
}

function overLimitAt(tract: TractId, branch: string, at: CommitHash | null, messages: readonly TranscriptMessage[]): TooLongFacts | null {
  const forecast = queryClient.getQueryData(forecastQuery(tract, branch, onceAt(tract, branch)).queryKey)
  const xray = queryClient.getQueryData(xrayQuery(tract, branch, momentOf(at)).queryKey)
  if (forecast === undefined || xray === undefined) return null
  return overLimit(forecast, xray.tokenCount + draftTokens(draftAt(placeOf(tract, branch)), attachmentsAt(tract, branch), messages))
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
    useFolds.subscribe(changed),
    useHits.subscribe(changed),
    useCamera.subscribe((now, before) => {
      if (now.camera !== before.camera) changed()
    }),
    useSelection.subscribe(changed),
    useLayout.subscribe(changed),
    useAltBranch.subscribe(changed),
    useLastBranch.subscribe(changed),
    useAsOf.subscribe(changed),
    useBottomDrawer.subscribe(changed),
    useChosenOperation.subscribe(changed),
    useChosenReview.subscribe(changed),
    useDrafts.subscribe(changed),
    useConnection.subscribe(changed),
    useNetwork.subscribe(changed),
    useQueue.subscribe(changed),
    useRetention.subscribe(changed),
    useAttachmentsStore.subscribe(changed),
    useOnceStore.subscribe(changed),
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
