import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelServer } from '../helpers/modelServer.ts'
import { expect, test } from './fixtures.ts'
import { freePort } from './freePort.ts'
import { linesOf } from './received.ts'
import type { Studio } from './studio.ts'

const banner = (studio: Studio) => studio.page.getByRole('status').filter({ hasText: 'You are offline. Everything works except answers.' })
const waiting = (studio: Studio) => studio.chat.getByRole('region', { name: 'Messages that wait to be sent' })
const sendButton = (studio: Studio, name: string) => studio.chat.getByRole('button', { name, exact: true })

/** The same server by an address that is not one of this machine or its network: 0.0.0.0 leads here, and looks like any other. */
function asFarAway(folder: string, { url }: ModelServer): void {
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'settings.json'), JSON.stringify({
    providers: [{ id: 'far', kind: 'openai', name: 'Far', baseUrl: url.replace('127.0.0.1', '0.0.0.0'), models: ['far-1'] }],
    chat: { provider: 'far', model: 'far-1', temperature: null },
  }))
}

/** What the browser tells a page when the network goes and comes. */
const setNetwork = (studio: Studio, isOnline: boolean): Promise<void> =>
  studio.page.evaluate((isOn) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOn })
    window.dispatchEvent(new Event(isOn ? 'online' : 'offline'))
  }, isOnline)

test('offline everything works but answers; what is sent waits, and goes in order when the network is back', async ({ launch, local, folder }) => {
  asFarAway(folder, local)
  const studio = await launch()
  await studio.ask('How long can I return shoes?', 'Echo: How long')
  await setNetwork(studio, false)
  await expect(banner(studio)).toBeVisible()
  await studio.composer.fill('And boots?')
  await sendButton(studio, 'Send when back').click()
  await expect(waiting(studio)).toContainText('1 message waits to be sent')
  await expect(studio.composer).toHaveValue('')
  await studio.say('And sandals?')
  await expect(waiting(studio)).toContainText('2 messages wait to be sent')
  await studio.hide(studio.question('How long can I return shoes?'))
  await expect(studio.toasts).toContainText('Hidden from the model')
  expect(local.requests).toHaveLength(1)
  await setNetwork(studio, true)
  await expect(banner(studio)).toHaveCount(0)
  await expect(studio.answer('Echo: And sandals?')).toBeVisible()
  await expect(waiting(studio)).toHaveCount(0)
  expect(local.requests.map((request) => linesOf(request).at(-1))).toEqual(['user: How long can I return shoes?', 'user: And boots?', 'user: And sandals?'])
})

test('a message that waits for the network can be cancelled, survives a reload, and is in no history', async ({ launch, local, folder }) => {
  asFarAway(folder, local)
  const studio = await launch({ port: await freePort() })
  await studio.page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => sessionStorage.getItem('is-on') === 'yes' }))
  await studio.page.reload()
  await expect(banner(studio)).toBeVisible()
  await studio.say('One')
  await studio.say('Two')
  await waiting(studio).getByRole('button', { name: 'cancel' }).first().click()
  await studio.restart()
  await expect(waiting(studio)).toContainText('1 message waits to be sent')
  await expect(studio.feed).toHaveCount(0)
  await studio.page.evaluate(() => {
    sessionStorage.setItem('is-on', 'yes')
    window.dispatchEvent(new Event('online'))
  })
  await expect(studio.answer('Echo: Two')).toBeVisible()
  expect(local.requests.map(linesOf)).toEqual([['user: Two']])
})

test('a model on this machine answers without a network, and nothing is said of it', async ({ connected: studio }) => {
  await setNetwork(studio, false)
  await studio.ask('Are you there?', 'Echo: Are you there?')
  await expect(banner(studio)).toHaveCount(0)
})
