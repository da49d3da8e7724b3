import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { App } from '../app.ts'
import { maxMessageBytes } from '../limits.ts'
import { securityHeaders } from '../pageHeaders.ts'
import type { Clock } from '../ports.ts'
import { serve } from '../serve.ts'
import type { Channel } from '../serve.ts'
import { admit, admitPage } from './admit.ts'
import type { Door } from './admit.ts'
import { askedBy, pathOf, subprotocol } from './asked.ts'
import type { Guesses } from './guesses.ts'
import { dataPath } from './http.ts'

const pingMs = 20_000
/** More than this on its way to a page: wait before the next piece of a stream. */
const fullBytes = 1_000_000
/** More than this: the page has stopped reading. */
const maxUnreadBytes = 96_000_000

export type Sockets = { readonly count: number; close(): void }
type SocketParts = {
  readonly server: Server
  readonly app: App
  readonly door: () => Door
  readonly guesses: Guesses
  readonly onChange: () => void
  /** Upgrades that are for somebody else: the build tool's own socket, while developing. */
  readonly isForeign?: (request: IncomingMessage) => boolean
}

/** Lets pages connect. An upgrade passes no middleware, so the guard stands here too. */
export function acceptSockets({ server, app, door, guesses, onChange, isForeign }: SocketParts): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false, clientTracking: true, handleProtocols: chooseProtocol })
  // Before every other listener: what the guard refuses must be gone when the build tool looks at it.
  server.prependListener('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (isForeign?.(request)) return admitPage(askedBy(request, true), door()) ? undefined : void socket.destroy()
    const admission = pathOf(request) === dataPath ? admit(askedBy(request, true), door()) : 'refused'
    if (admission !== 'admitted') return guesses.answer(admission, () => refuse(socket))
    sockets.handleUpgrade(request, socket, head, (connected) => {
      keepAlive(connected, app.clock)
      serve(app, channelOf(connected))
      connected.once('close', onChange)
      onChange()
    })
  })
  return {
    get count() {
      return sockets.clients.size
    },
    close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}

/** The plain name where it is offered, so that the token isn't sent back. */
const chooseProtocol = (offered: Set<string>): string | false => (offered.has(subprotocol) ? subprotocol : ([...offered][0] ?? false))

function refuse(socket: Duplex): void {
  const headers = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 403 Forbidden\r\n${headers.join('')}Content-Length: 0\r\nConnection: close\r\n\r\n`)
}

/** Ends a connection whose other end has gone without a word. */
function keepAlive(socket: WebSocket, clock: Clock): void {
  let isThere = true
  let timer: Disposable
  const ping = () => {
    if (!isThere) return socket.terminate()
    isThere = false
    socket.ping()
    timer = clock.after(pingMs, ping)
  }
  timer = clock.after(pingMs, ping)
  socket.on('pong', () => (isThere = true))
  socket.once('close', () => timer[Symbol.dispose]())
}

function channelOf(socket: WebSocket): Channel {
  socket.on('error', () => socket.terminate())
  return {
    onMessage: (run) => void socket.on('message', (message, isBinary) => run(isBinary ? message : (message as Buffer).toString('utf8'))),
    onClose: (run) => void socket.once('close', run),
    close: () => socket.close(1008),
    send(text) {
      if (socket.bufferedAmount > maxUnreadBytes) socket.terminate()
      if (socket.bufferedAmount < fullBytes) {
        socket.send(text, () => {})
        return Promise.resolve()
      }
      return new Promise((resolve) => socket.send(text, () => resolve()))
    },
  }
}
