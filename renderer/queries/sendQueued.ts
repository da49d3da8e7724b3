import type { Settings } from '../../main/contract/settings.ts'
import { useConnection } from '../connect.ts'
import { ConnectionLost, faultOf } from '../faults/faultOf.ts'
import { useLive } from '../state/live.ts'
import { followNetwork, isNearby, useNetwork } from '../state/network.ts'
import { changeQueued, queuedSent, queueHeads, useQueue } from '../state/queue.ts'
import type { Queued, Said } from '../state/queue.ts'
import { queueTurn } from '../state/queueTurn.ts'
import { chatStateQuery, send } from './chat.ts'
import { query, queryClient } from './client.ts'
import { settingsQuery } from './settings.ts'
import { tractsQuery } from './tracts.ts'

/** Sends what waits as soon as its turn comes, for as long as the page lives. */
export function followQueue(): void {
  followNetwork()
  useNetwork.subscribe(soon)
  useConnection.subscribe(soon)
  useQueue.subscribe((now, before) => orderOf(now.items) !== orderOf(before.items) && soon())
  useLive.subscribe((now, before) => now.replies.size !== before.replies.size && soon())
  followFacts()
  soon()
}

const orderOf = (items: readonly Queued[]): string => items.map(({ id, state, after }) => `${id} ${state} ${after}`).join('\n')

/** What a turn depends on: answers that are missing or there, where a message would go, and which file is open. */
function followFacts(): void {
  const about = [query.chat.state.key(), query.settings.get.key(), query.tracts.list.key()].map(([path]) => String(path))
  const known = new Map<string, unknown>()
  queryClient.getQueryCache().subscribe(({ type, query: { queryKey, queryHash, state } }) => {
    if (type !== 'updated' || !about.includes(String(queryKey[0])) || known.get(queryHash) === state.data) return
    known.set(queryHash, state.data)
    soon()
  })
}

let isAsked = false
/** What changes together is answered once. */
function soon(): void {
  if (isAsked) return
  isAsked = true
  setTimeout(() => {
    isAsked = false
    if (useQueue.getState().items.length > 0 && useConnection.getState().kind === 'open') void alone(sendDue)
  }, 0)
}

/** One window at a time sends, and it looks first at what the others have sent. */
async function alone(act: () => Promise<void>): Promise<void> {
  await navigator.locks.request('queue', async () => {
    await useQueue.persist.rehydrate()
    await act()
  })
}

async function sendDue(): Promise<void> {
  const tracts = queryClient.getQueryData(tractsQuery().queryKey) ?? []
  const settings = queryClient.getQueryData(settingsQuery().queryKey)
  if (settings === undefined) return
  for (const head of queueHeads(useQueue.getState())) {
    if (!tracts.some(({ id }) => id === head.tract)) continue // it belongs to another file
    if (head.state === 'sending') changeQueued(head.id, { state: 'held', problem: 'It may have been sent: the window closed meanwhile.' })
    else if (await isDue(head, settings)) await sendNow(head)
  }
}

async function isDue(head: Queued, settings: Settings): Promise<boolean> {
  try {
    const chat = await queryClient.fetchQuery({ ...chatStateQuery(head.tract), staleTime: 0 })
    return queueTurn(head, { chat, canReach: canReach(settings, head.said) }) === 'send'
  } catch {
    return false // asked again with the next connection
  }
}

/** Without a network only what is near answers. */
export function canReach({ providers, chat }: Settings, { once }: Pick<Said, 'once'>): boolean {
  const provider = providers.find(({ id }) => id === (once.provider ?? chat.provider))
  return useNetwork.getState().isOnline || provider === undefined || isNearby(provider)
}

async function sendNow(head: Queued): Promise<void> {
  const { id, tract, branch, said } = head
  changeQueued(id, { state: 'sending', problem: null })
  try {
    queuedSent(head, (await send(tract, branch, said.text, said)).call)
  } catch (error) {
    const fault = faultOf(error)
    if (fault.code === 'chat/busy' || isNotSent(error)) changeQueued(id, { state: 'waiting' })
    else changeQueued(id, { state: 'held', problem: fault.code === 'page/connection-lost' ? 'It may have been sent: the connection was lost meanwhile.' : fault.message })
  }
}

const isNotSent = (error: unknown): boolean => error instanceof ConnectionLost && error.when === 'before'
