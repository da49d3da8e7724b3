import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { RPCHandler } from '@orpc/server/fetch'
import type { App } from '../app.ts'
import { router } from '../handlers/router.ts'
import { isWithinLimits, maxMessageBytes } from '../limits.ts'
import { securityHeaders } from '../pageHeaders.ts'
import { admit, admitPage } from './admit.ts'
import type { Door } from './admit.ts'
import { askedBy, pathOf } from './asked.ts'
import type { Guesses } from './guesses.ts'

/** Serves what is not data: the page and its parts. */
export type ServePage = (request: IncomingMessage, response: ServerResponse) => void
type HttpParts = { readonly app: App; readonly door: () => Door; readonly guesses: Guesses; readonly servePage: ServePage }

/** The door for data. `GET` on it tells who is there; `POST` on a procedure below it calls that one. The page itself talks over the socket. */
export const dataPath = '/rpc'

/** The loopback server. Every request passes the guard before anything of it is read. */
export function createHttp({ app, door, guesses, servePage }: HttpParts): Server {
  return createServer({ requireHostHeader: false, maxHeaderSize: 16_384 }, (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const asked = askedBy(request, false)
    const path = pathOf(request)
    if (asked.method === 'OPTIONS') return end(response, 405)
    if (path !== dataPath && !path.startsWith(`${dataPath}/`)) {
      if (!admitPage(asked, door())) return end(response, 403)
      return asked.method === 'GET' || asked.method === 'HEAD' ? servePage(request, response) : end(response, 405)
    }
    const admission = admit(asked, door())
    if (admission !== 'admitted') return guesses.answer(admission, () => end(response, 403))
    serveData(app, path, request, response).catch(() => end(response, 500))
  })
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'Content-Length': 0, Connection: 'close' }).end()
}

async function serveData(app: App, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET' && path === dataPath) return json(response, 200, JSON.stringify(app.info()))
  if (request.method !== 'POST') return end(response, 405)
  const body = await readBody(request)
  if (body === null || !isWithinLimits(body)) return end(response, 413)
  const call = new Request(`http://tract${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal: goneSignal(response) })
  const { response: answer } = await handler.handle(call, { prefix: dataPath, context: { app } })
  // A stream needs the socket: here nobody would notice that its reader has left.
  if (!answer || answer.headers.get('content-type')?.startsWith('application/json') === false) return end(response, 404)
  json(response, answer.status, await answer.text())
}

const handler = new RPCHandler(router)

const json = (response: ServerResponse, status: number, text: string): void => void response.writeHead(status, { 'Content-Type': 'application/json' }).end(text)

/** The text of a request; null when it is larger than any message may be. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > maxMessageBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}
