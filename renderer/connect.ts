import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { create } from 'zustand'
import type { Contract } from '../main/contract/contract.ts'
import { ConnectionLost } from './faults/faultOf.ts'

declare global {
  interface Window {
    /** Set by the preload script of the desktop app. */
    readonly tractHost?: { readonly kind: 'electron' }
  }
}

export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** It was open, or the host doesn't answer; tried again at `retryAt`. */
  | { readonly kind: 'lost'; readonly attempt: number; readonly retryAt: number }
  /** The host answers, but not to this page: no token, or the token of an earlier start. */
  | { readonly kind: 'refused' }

type Client = ContractRouterClient<Contract>
type Link = Parameters<typeof createORPCClient<Client>>[0]

export const useConnection = create<Connection>()(() => ({ kind: 'connecting' }))

let current: Link | null = null

/** Stays the same object over reconnections. A call while there is no connection fails with `ConnectionLost`. */
export const api: Client = createORPCClient<Client>({
  call: (path, input, options) => (current === null ? Promise.reject(new ConnectionLost('before')) : current.call(path, input, options)),
})

/** Connects to the host this page came from, and again whenever the connection is lost. */
export function connect(): void {
  if (window.tractHost?.kind === 'electron') return connectPort()
  connectSocket(takeToken(), 0)
  // The address of a new start, pasted over this one, differs in its fragment only: the browser loads nothing.
  window.addEventListener('hashchange', () => {
    const token = takeToken()
    if (useConnection.getState().kind !== 'open') connectSocket(token, 0)
  })
}

/** Doesn't wait for the next attempt. */
export function connectNow(): void {
  if (useConnection.getState().kind === 'lost') connectSocket(takeToken(), 0)
}

function connectPort(): void {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('orpc:port', '*', [port2]) // a port can't cross the context bridge; the preload script waits for exactly this
  port1.start()
  open(new PortLink({ port: port1 }))
}

let nextAttempt: ReturnType<typeof setTimeout> | undefined
let latest: WebSocket | null = null

function connectSocket(token: string | null, attempt: number): void {
  clearTimeout(nextAttempt)
  if (token === null) return show({ kind: 'refused' })
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`, ['tract', `tract.${token}`])
  let wasOpen = false
  latest = socket
  socket.addEventListener('open', () => {
    wasOpen = true
    open(new SocketLink({ websocket: socket }))
  })
  socket.addEventListener('close', () => {
    if (socket !== latest) return // another attempt has taken its place
    current = null
    void whyClosed(wasOpen).then((why) => (why === 'refused' ? show({ kind: 'refused' }) : retryLater(token, wasOpen ? 0 : attempt + 1)))
  })
}

/** The browser doesn't tell a page why a socket was refused. If the host still serves pages, it was the token. */
async function whyClosed(wasOpen: boolean): Promise<'lost' | 'refused'> {
  if (wasOpen) return 'lost'
  const answers = await fetch('./', { cache: 'no-store' }).then((response) => response.ok, () => false)
  return answers ? 'refused' : 'lost'
}

function retryLater(token: string, attempt: number): void {
  const waitMs = waitBefore(attempt)
  show({ kind: 'lost', attempt, retryAt: Date.now() + waitMs })
  nextAttempt = setTimeout(() => connectSocket(token, attempt), waitMs)
}

/** 0.3 s, doubling, at most 10 s. */
export const waitBefore = (attempt: number): number => Math.min(10_000, 300 * 2 ** attempt)

function open(link: Link): void {
  current = link
  show({ kind: 'open' })
}

const show = (connection: Connection): void => useConnection.setState(connection, true)

/** Moves the token from the address, where it could be copied or bookmarked, to this tab's storage. */
function takeToken(): string | null {
  const found = /[#&]t=([\w-]+)/.exec(location.hash)?.[1]
  if (found !== undefined) {
    sessionStorage.setItem('token', found)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem('token')
}
