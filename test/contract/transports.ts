import { MessageChannel } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { App } from '../../main/app.ts'
import type { Contract } from '../../main/contract/contract.ts'
import { portChannel } from '../../main/portChannel.ts'
import type { HostPort } from '../../main/portChannel.ts'
import { serve } from '../../main/serve.ts'
import { builtPage, openWebHost } from '../../main/web/host.ts'

export type Api = ContractRouterClient<Contract>
/** A page's connection to the app. `reload` is what a page does when it is loaded again: the old connection goes, a new one comes. */
export type Page = AsyncDisposable & { api: Api; reload(): Promise<void> }
export type Transport = { readonly name: string; open(app: App): Promise<Page> }

/** Both ways in which a page reaches the app, with the real parts: a message port as between Electron's processes, and a socket to the web host. */
export const transports: readonly Transport[] = [
  { name: 'message port', open: openPort },
  { name: 'web socket', open: openSocket },
]

async function openPort(app: App): Promise<Page> {
  const connect = () => {
    const { port1, port2 } = new MessageChannel()
    serve(app, portChannel(asHostPort(port1)))
    port2.start()
    return { api: createORPCClient<Api>(new PortLink({ port: port2 })), close: () => port2.close() }
  }
  let current = connect()
  return pageOf(
    () => current,
    async () => void (current = connect()),
    async () => {},
  )
}

/** Node's port with the manners of Electron's: a message comes as an event. */
const asHostPort = (port: MessagePort): HostPort => ({
  on: (_event, listener) => port.on('message', (data: unknown) => listener({ data })),
  once: (_event, listener) => port.once('close', listener),
  postMessage: (message) => port.postMessage(message),
  close: () => port.close(),
})

async function openSocket(app: App): Promise<Page> {
  const host = await openWebHost({ app, port: 0, page: () => builtPage(new Map()) })
  const connect = async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, [`tract.${host.token}`], { origin: `http://127.0.0.1:${host.port}` })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return { api: createORPCClient<Api>(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket })), close: () => socket.terminate() }
  }
  let current = await connect()
  return pageOf(
    () => current,
    async () => void (current = await connect()),
    () => host.close(),
  )
}

type Connected = { readonly api: Api; close(): void }

function pageOf(current: () => Connected, connect: () => Promise<void>, close: () => Promise<void>): Page {
  const page = {
    api: current().api,
    async reload() {
      current().close()
      await connect()
      page.api = current().api
    },
    async [Symbol.asyncDispose]() {
      current().close()
      await close()
    },
  }
  return page
}
