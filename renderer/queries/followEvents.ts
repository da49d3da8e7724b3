import type { QueryKey } from '@tanstack/react-query'
import type { AppEvent } from '../../main/contract/events.ts'
import type { TractId, WorkspaceId } from '../../core/model/ids.ts'
import { api, useConnection } from '../connect.ts'
import { showNow } from '../state/asOf.ts'
import { forgetEditsOf } from '../state/edits.ts'
import { applyReplyEvent, dropLive, restartLive, useLive } from '../state/live.ts'
import { clearSelection } from '../state/selection.ts'
import { useView } from '../state/view.ts'
import { summaryDone } from '../state/summariesDone.ts'
import { queryClient, query } from './client.ts'
import { growGraph } from './growGraph.ts'
import { graphKey, staleAfter } from './invalidate.ts'
import { stopLooking } from './lookAsOf.ts'
import { showJob } from './compress.ts'
import { addOperation } from './operations.ts'

/** Whether the page hears of changes: from then on what it reads stays true. */
export const useFollowing = (): boolean => useLive((live) => live.since > 0)

/** The journal position up to which this page has heard everything; null before the first event. */
let heard: { readonly workspace: WorkspaceId | null; readonly seq: number | null } = { workspace: null, seq: null }

/** Keeps the screen true: listens to the host for as long as the page lives, and anew after every reconnection. */
export function followEvents(): void {
  if (useConnection.getState().kind === 'open') void listen()
  useConnection.subscribe((now, before) => {
    if (now.kind === 'open' && before.kind !== 'open') void listen()
  })
}

async function listen(): Promise<void> {
  try {
    for await (const event of await api.events.subscribe({ since: heard.seq })) take(event)
  } catch {
    // The connection is gone: `listen` starts again with the next one.
  }
}

function take(event: AppEvent): void {
  if (event.type === 'hello') return started(event)
  if (event.type === 'file.opened') return otherFile()
  if ('seq' in event && event.seq !== null) heard = { ...heard, seq: event.seq }
  if (event.type === 'reply.event') {
    applyReplyEvent(event.call, event.event, event.at)
    const known = useLive.getState().replies.has(event.call)
    if (!known) markStale([query.chat.state.key({ input: { tract: event.tract } })])
  }
  if (event.type === 'commit.added') growing.add(event.tract)
  if (event.type === 'operation.done') addOperation(event.tract, event.done)
  if (event.type === 'storage.changed' && event.erased.length > 0) forgetEditsOf(event.erased)
  if (event.type === 'summary.written') {
    showJob(event.job)
    if (event.job.state.kind === 'done') summaryDone(event.job.id, event.job.state.draft)
  }
  const keys = staleAfter(event)
  if (keys.length === 0) return
  markStale(keys)
  if (event.type === 'reply.event') void refreshed().then(() => dropLive(event.call))
}

/** The first word of a subscription. Nothing is read before the very first one; what was read before a later one may be old. */
function started({ workspace, seq, at }: Extract<AppEvent, { type: 'hello' }>): void {
  const isFirst = heard.workspace === null
  const isOther = !isFirst && heard.workspace !== workspace
  heard = { workspace, seq: isFirst || isOther ? seq : heard.seq }
  if (isOther) otherFile()
  restartLive(at)
  if (!isFirst) void queryClient.invalidateQueries()
}

/** Nothing that was read or chosen means anything in another file. */
function otherFile(): void {
  useView.setState({ tract: null, page: { kind: 'talk' }, dialog: null, renaming: null })
  clearSelection()
  stopLooking()
  showNow()
  void queryClient.resetQueries()
}

const stale = new Map<string, QueryKey>()
/** Tracts with new commits. */
const growing = new Set<TractId>()
let refreshing: Promise<void> | null = null

/** One act makes several events; they are answered together. */
function markStale(keys: readonly QueryKey[]): void {
  for (const key of keys) stale.set(JSON.stringify(key), key)
  refreshing ??= new Promise((done) => setTimeout(done, 0)).then(refresh)
}

async function refresh(): Promise<void> {
  const [keys, tracts] = [[...stale.values()], [...growing].filter((tract) => !stale.has(JSON.stringify(graphKey(tract))))]
  stale.clear()
  growing.clear()
  refreshing = null
  await Promise.all([...keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })), ...tracts.map(growGraph)])
}

const refreshed = (): Promise<void> => refreshing ?? Promise.resolve()
