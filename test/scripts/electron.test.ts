import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { probe } from '../../scripts/steps/electron.mjs'
import { hasDisplay } from '../../scripts/steps/display.mjs'

test('a server that has the download is no obstacle', async () => {
  expect(await probeServer((_, response) => response.end())).toBe(null)
})

test('a server without it, and one that never answers, are named', async () => {
  const missing = await probeServer((_, response) => response.writeHead(404).end())
  const silent = await probeServer(() => {})
  expect([missing, silent]).toEqual(['HOST answered 404', 'HOST did not answer within 0.2 s'])
})

test('a server that is not there is named', async () => {
  expect(await probe('http://127.0.0.1:1/electron.zip', 5000)).toMatch(/^127\.0\.0\.1:1 cannot be reached/)
})

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('a display on %s with %j: %s', (platform, env, there) => {
  expect(hasDisplay(env, platform)).toBe(there)
})

/** What the probe says of a server that answers like this, its address left out. */
async function probeServer(answer: RequestListener): Promise<string | null> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const said = await probe(`http://127.0.0.1:${port}/electron.zip`, 200)
  server.closeAllConnections()
  server.close()
  return said?.replace(`127.0.0.1:${port}`, 'HOST') ?? null
}
