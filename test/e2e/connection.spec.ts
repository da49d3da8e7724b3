import type { WebSocketRoute } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { startWebHost } from './webHost.ts'

test.beforeEach(({ chromium }) => test.skip(chromium === null, 'the desktop app and its window have no network between them'))

test('a lost connection is told, keeps what is typed, and comes back with what happened meanwhile', async ({ connected: studio, local, guard }) => {
  let wire: WebSocketRoute | null = null
  let isDown = false
  guard.allow(/net::ERR_FAILED/)
  await studio.page.route('**/', (route) => (isDown ? route.abort() : route.continue()))
  await studio.page.routeWebSocket('**/rpc', (route) => {
    if (isDown) return void route.close()
    route.connectToServer()
    wire = route
  })
  await studio.page.reload()
  await expect(studio.composer).toBeVisible()
  local.hold()
  local.script('It rains in the hills.')
  await studio.say('And the weather?')
  await local.received(1)
  local.release(2)
  await expect(studio.live).toContainText('It rains')
  isDown = true
  await (wire as WebSocketRoute | null)?.close()
  await expect(studio.page.getByRole('status').filter({ hasText: 'Tract Studio doesn’t answer.' })).toBeVisible()
  await studio.composer.fill('Still typing')
  await studio.composer.press('Enter')
  await expect(studio.composer).toHaveValue('Still typing')
  await studio.page.getByRole('button', { name: 'Try now' }).click()
  await expect(studio.composer).toHaveValue('Still typing')
  local.release()
  isDown = false // and it tries by itself
  await expect(studio.answer('It rains in the hills.')).toBeVisible({ timeout: 15_000 })
  await expect(studio.live).toHaveCount(0)
  await expect(studio.page.getByRole('button', { name: 'Try now' })).toHaveCount(0)
  await studio.composer.press('Enter')
  await expect(studio.answer('Echo: Still typing')).toBeVisible()
})

test('a window whose host is gone says so, and after a new start asks for the new address', async ({ studio, guard }) => {
  guard.allow(/response code: 403/)
  await studio.composer.fill('Half a thought')
  await studio.kill()
  await expect(studio.page.getByText('Tract Studio doesn’t answer.')).toBeVisible()
  await expect(studio.composer).toHaveValue('Half a thought')
  const next = await startWebHost({ ...studio.place, port: studio.shell.port })
  await expect(studio.page.getByRole('heading', { name: 'Open the address printed in the terminal' })).toBeVisible({ timeout: 12_000 }) // it tries by itself
  await studio.page.goto(next.url)
  await expect(studio.composer).toHaveValue('Half a thought')
  await studio.page.goto('about:blank')
  await next.stop()
})

test('a page without the token of this start gets nothing', async ({ studio, chromium }) => {
  const url = studio.shell.url ?? ''
  const context = await chromium?.newContext()
  const page = await context?.newPage()
  if (page === undefined) throw new Error('no browser')
  await page.goto(url.replace(/#.*/, ''))
  await expect(page.getByRole('heading', { name: 'Open the address printed in the terminal' })).toBeVisible()
  await page.goto(url.replace(/#t=.*/, '#t=nonsense'))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Open the address printed in the terminal' })).toBeVisible()
  await page.goto(url)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  expect(page.url()).not.toContain('#t=')
  await context?.close()
})

test('two windows show the same, each as it happens', async ({ connected: studio, local }) => {
  const other = await studio.page.context().newPage()
  await other.goto(studio.shell.url ?? '')
  await expect(other.getByRole('textbox', { name: 'Message' })).toBeVisible()
  local.hold()
  local.script('Seen by two.')
  await studio.say('Who sees this?')
  await local.received(1)
  local.release(2)
  const feed = other.getByRole('feed')
  await expect(feed.getByRole('article', { name: 'Answer being written' })).toContainText('Seen by')
  local.release()
  await expect(feed.getByText('Seen by two.')).toBeVisible()
  await studio.hide(studio.question('Who sees this?'))
  await expect(feed.getByText('1 step hidden from the model')).toBeVisible()
  await other.close()
})
