import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '../app.ts'
import type { PageFiles } from '../pageFiles.ts'
import { pathOf } from './asked.ts'
import { createGuesses } from './guesses.ts'
import { createHttp } from './http.ts'
import type { ServePage } from './http.ts'
import { acceptSockets } from './socket.ts'

export type WebHost = {
  readonly port: number
  /** The address to open: the token is behind the #, so it is in no log and no other site hears of it. */
  readonly url: string
  readonly token: string
  close(): Promise<void>
}
/** Where the page comes from: the built one, or the build tool while developing. */
export type PageSource = { readonly servePage: ServePage; readonly isForeign?: (request: IncomingMessage) => boolean; close?(): Promise<void> }
type HostParts = {
  readonly app: App
  readonly port: number
  readonly page: (server: () => Server) => Promise<PageSource> | PageSource
  /** Called when no page was connected and nothing was being written for half an hour. */
  readonly onIdle?: () => void
}

const idleMs = 30 * 60_000

/** Serves the app on 127.0.0.1, to whoever has the address with this start's token in it. */
export async function openWebHost({ app, port, page, onIdle }: HostParts): Promise<WebHost> {
  const token = randomBytes(32).toString('base64url')
  const guesses = createGuesses(app.clock)
  const source: { current: PageSource | null } = { current: null }
  const server: Server = createHttp({ app, door: () => door, guesses, servePage: (request, response) => source.current?.servePage(request, response) })
  source.current = await page(() => server)
  const { isForeign } = source.current
  const idle = watchIdle(app, () => sockets.count, onIdle)
  const sockets = acceptSockets({ server, app, door: () => door, guesses, onChange: idle.look, ...(isForeign ? { isForeign } : {}) })
  const door = { port: await listen(server, port), token }
  idle.look()
  return {
    port: door.port,
    token,
    url: `http://127.0.0.1:${door.port}/#t=${token}`,
    async close() {
      idle.stop()
      sockets.close()
      await source.current?.close?.()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The built page, from memory. */
export function builtPage(files: PageFiles): PageSource {
  return {
    servePage(request, response) {
      const file = files.get(pathOf(request))
      if (file) response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.body.length })
      else response.writeHead(404, { 'Content-Length': 0 })
      response.end(request.method === 'HEAD' ? undefined : file?.body)
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function watchIdle(app: App, connected: () => number, onIdle: (() => void) | undefined): { readonly look: () => void; readonly stop: () => void } {
  let timer: Disposable | null = null
  const stop = () => {
    timer?.[Symbol.dispose]()
    timer = null
  }
  const look = () => {
    stop()
    if (onIdle && connected() === 0) timer = app.clock.after(idleMs, () => (app.replies.count > 0 ? look() : onIdle()))
  }
  return { look, stop }
}
