import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtPage, openWebHost } from '../../../main/web/host.ts'
import type { WebHost } from '../../../main/web/host.ts'
import { testApp } from '../testApp.ts'
import type { TestApp } from '../testApp.ts'

const hosts = ['127.0.0.1:PORT', 'localhost:PORT', '0.0.0.0:PORT', 'evil.com', null, '127.0.0.1:OTHER'] as const
const origins = ['same', 'null', 'http://evil.com', null, 'http://127.0.0.1.evil.com', 'http://127.0.0.1:OTHER'] as const
const tokens = ['ok', 'wrong', null, 'in query'] as const
const methods = ['GET', 'POST', 'OPTIONS', 'WS'] as const
type Case = { readonly host: (typeof hosts)[number]; readonly origin: (typeof origins)[number]; readonly token: (typeof tokens)[number]; readonly method: (typeof methods)[number] }

const cases: readonly Case[] = hosts.flatMap((host) => origins.flatMap((origin) => tokens.flatMap((token) => methods.map((method) => ({ host, origin, token, method })))))
const nameOf = ({ host, origin, token, method }: Case): string => `${method} · Host ${host ?? 'none'} · Origin ${origin ?? 'none'} · token ${token ?? 'none'}`

/** Two host names, each with: GET from our page, GET without a page, POST from our page, socket from our page. */
const admitted: readonly string[] = (['127.0.0.1:PORT', 'localhost:PORT'] as const)
  .flatMap((host): Case[] => [
    { host, origin: 'same', token: 'ok', method: 'GET' },
    { host, origin: 'same', token: 'ok', method: 'POST' },
    { host, origin: 'same', token: 'ok', method: 'WS' },
    { host, origin: null, token: 'ok', method: 'GET' },
  ])
  .map(nameOf)

let app: TestApp
let host: WebHost
beforeAll(async () => {
  app = testApp()
  host = await openWebHost({ app: app.app, port: 0, page: () => builtPage(new Map()) })
})
afterAll(async () => {
  await host.close()
  await app[Symbol.asyncDispose]()
})

type Answer = { readonly status: number; readonly body: string; readonly allows: readonly string[] }

describe('the loopback door', () => {
  test('opens for exactly 8 of the 576 ways to knock', async () => {
    const answers = await knockAll()
    expect(answers.length).toBe(576)
    expect(answers.filter(([, { status }]) => status === 200 || status === 101).map(([name]) => name)).toEqual(admitted)
  })

  test('refuses the others without a word, and no answer lets another origin read it', async () => {
    const refused = (await knockAll()).filter(([name]) => !admitted.includes(name))
    const wrong = refused.filter(([name, { status, body }]) => status !== (name.startsWith('OPTIONS') ? 405 : 403) || body !== '')
    expect(wrong).toEqual([])
    expect((await knockAll()).filter(([, { allows }]) => allows.length > 0)).toEqual([])
  })
})

let all: Promise<readonly (readonly [string, Answer])[]> | undefined
function knockAll(): Promise<readonly (readonly [string, Answer])[]> {
  return (all ??= (async () => {
    const answers: [string, Answer][] = []
    for (const one of cases) answers.push([nameOf(one), await knock(one)])
    return answers
  })())
}

function knock({ host: name, origin, token, method }: Case): Promise<Answer> {
  const here = (text: string): string => text.replace('PORT', String(host.port)).replace('OTHER', String(host.port + 1))
  const value = token === 'ok' ? host.token : token === 'wrong' ? 'x'.repeat(host.token.length) : null
  const headers: string[] = []
  if (name !== null) headers.push('Host', here(name))
  if (origin !== null) headers.push('Origin', origin === 'same' ? `http://${here(name ?? hosts[0])}` : here(origin))
  if (method === 'POST') headers.push('Content-Type', 'application/json')
  if (value !== null && method !== 'WS') headers.push('Authorization', `Bearer ${value}`)
  if (value !== null && method === 'WS') headers.push('Sec-WebSocket-Protocol', `tract.${value}`)
  if (method === 'WS') headers.push('Connection', 'Upgrade', 'Upgrade', 'websocket', 'Sec-WebSocket-Version', '13', 'Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ==')
  const path = `${method === 'POST' ? '/rpc/app/info' : '/rpc'}${token === 'in query' ? `?t=${host.token}&token=${host.token}` : ''}`
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, path, method: method === 'WS' ? 'GET' : method, headers, setHost: false, agent: false })
    sent.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(answerOf(response, ''))
    })
    sent.on('response', (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (piece: string) => (body += piece)).on('end', () => resolve(answerOf(response, body)))
    })
    sent.on('error', reject).end(method === 'POST' ? '{}' : undefined)
  })
}

const answerOf = (response: IncomingMessage, body: string): Answer => ({
  status: response.statusCode ?? 0,
  body,
  allows: Object.keys(response.headers).filter((name) => name.startsWith('access-control-')),
})
