import { request } from 'node:http'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Contract } from '../../../main/contract/contract.ts'
import { builtPage, openWebHost } from '../../../main/web/host.ts'
import type { WebHost } from '../../../main/web/host.ts'
import { testApp } from '../testApp.ts'
import type { TestApp } from '../testApp.ts'

let app: TestApp
let host: WebHost
const page = { type: 'text/html; charset=utf-8', body: Buffer.from('<!doctype html><title>Tract</title>') }

beforeAll(async () => {
  app = testApp()
  host = await openWebHost({ app: app.app, port: 0, page: () => builtPage(new Map([['/', page], ['/assets/a.js', { type: 'text/javascript', body: Buffer.from('1') }]])) })
})
afterAll(async () => {
  await host.close()
  await app[Symbol.asyncDispose]()
})

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`http://127.0.0.1:${host.port}${path}`, init)
const post = (path: string, body: string): Promise<Response> =>
  ask(path, { method: 'POST', body, headers: { Authorization: `Bearer ${host.token}`, Origin: `http://127.0.0.1:${host.port}`, 'Content-Type': 'application/json' } })

/** A path as it is sent, without what `fetch` would mend. */
const askRaw = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: host.port, path }, (response) => resolve((response.resume(), response.statusCode ?? 0))).on('error', reject).end()
  })

describe('the page', () => {
  test('comes with the policy it is held to, and without a token', async () => {
    const response = await ask('/')
    const { 'content-length': _length, date: _date, connection: _connection, 'keep-alive': _alive, ...headers } = Object.fromEntries(response.headers)
    expect({ status: response.status, headers, body: await response.text() }).toEqual({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types tract",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
        'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), midi=(), payment=(), clipboard-read=()',
      },
      body: page.body.toString(),
    })
  })

  test.each(['/../package.json', '/%2e%2e/package.json', '/assets/../../package.json', '/assets', '/etc/passwd', '//etc/passwd', '/assets/a.js/', '/C:\\x'])('holds nothing at %s', async (path) => {
    expect(await askRaw(path)).toBe(404)
  })

  test('can be asked for in no other way', async () => {
    const statuses = await Promise.all(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].map(async (method) => (await ask('/', { method })).status))
    expect([statuses, (await ask('/', { method: 'HEAD' })).status, (await ask('/assets/a.js?v=1')).status]).toEqual([[405, 405, 405, 405, 405], 200, 200])
  })
})

describe('data over plain requests', () => {
  test('is what the procedure gives', async () => {
    const response = await post('/rpc/tracts/list', '{}')
    expect([response.status, ((await response.json()) as { json: readonly { name: string }[] }).json.map(({ name }) => name)]).toEqual([200, ['Untitled tract']])
  })

  test('is a fault in its own words when it can\'t be done', async () => {
    const response = await post('/rpc/tracts/overview', JSON.stringify({ json: { tract: 'nobody' } }))
    expect([response.status, ((await response.json()) as { json: { data: { code: string } } }).json.data.code]).toEqual([422, 'tract/not-found'])
  })

  test.each([
    ['/rpc/nothing/here', '{}', 404],
    ['/rpc/events/subscribe', JSON.stringify({ json: { since: null } }), 404],
    ['/rpc/tracts/list', '['.repeat(200_000), 413],
    ['/rpc/tracts/list', '{"json":', 400],
  ])('POST %s of %j ends with its status', async (path, body, status) => {
    const response = await post(path, body)
    await response.body?.cancel()
    expect(response.status).toBe(status)
  })
})

describe('a socket', () => {
  const connect = (): WebSocket => new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, ['tract', `tract.${host.token}`], { origin: `http://127.0.0.1:${host.port}` })
  const closeOf = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve))

  test('is answered with the plain name, not with the token', async () => {
    const socket = connect()
    await new Promise((resolve) => socket.once('open', resolve))
    const { protocol } = socket
    socket.terminate()
    expect(protocol).toBe('tract')
  })

  test.each<[string, string | Buffer, number]>([
    ['bytes', Buffer.from([1, 2, 3]), 1008],
    ['a text too deep to parse', '['.repeat(1000), 1008],
    ['a text too large to read', 'x'.repeat(24_000_001), 1009],
  ])('that sends %s is closed', async (_name, message, code) => {
    const socket = connect()
    const closed = closeOf(socket)
    socket.once('open', () => socket.send(message))
    expect(await closed).toBe(code)
  })

  test('that sends nonsense is left alone, and what it sent is not logged', async () => {
    const socket = connect()
    await new Promise((resolve) => socket.once('open', resolve))
    socket.send('a canary in no JSON')
    const api = createORPCClient<ContractRouterClient<Contract>>(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))
    const tracts = await api.tracts.list()
    socket.terminate()
    expect([tracts.length, app.logged.join('').includes('canary')]).toEqual([1, false])
  })
})
