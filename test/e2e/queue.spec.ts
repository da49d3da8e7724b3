import type { ModelServer } from '../helpers/modelServer.ts'
import { expect, openaiKey, test } from './fixtures.ts'
import { freePort } from './freePort.ts'
import { linesOf } from './received.ts'
import { newWatchedPage } from './shell.ts'
import type { Studio } from './studio.ts'

const waiting = (studio: Studio) => studio.chat.getByRole('region', { name: 'Messages that wait to be sent' })

/** Asks something whose answer stops after two words. */
async function askSlowly(studio: Studio, local: ModelServer): Promise<void> {
  local.hold()
  local.script('Clouds drift over the hills.')
  await studio.say('Write a line')
  await local.received(1)
  local.release(2)
  await expect(studio.live).toContainText('Clouds drift')
}

test('what is written while an answer comes waits for its end, and goes in the order it was written', async ({ connected: studio, local }) => {
  await askSlowly(studio, local)
  await studio.say('And another one')
  await studio.say('And a last one')
  await expect(waiting(studio)).toContainText('2 messages wait to be sent after the answer')
  await expect(waiting(studio)).toContainText('And a last one')
  await expect(studio.question('And another one')).toHaveCount(0)
  local.release()
  await expect(studio.answer('Echo: And a last one')).toBeVisible()
  await expect(waiting(studio)).toHaveCount(0)
  expect(local.requests.map((request) => linesOf(request).at(-1))).toEqual(['user: Write a line', 'user: And another one', 'user: And a last one'])
})

test('it can be taken back into the composer, or cancelled', async ({ connected: studio, local }) => {
  await askSlowly(studio, local)
  await studio.say('Never mind')
  await studio.say('And another one')
  await waiting(studio).getByRole('button', { name: 'edit' }).last().click()
  await expect(studio.composer).toHaveValue('And another one')
  await expect(studio.composer).toBeFocused()
  await waiting(studio).getByRole('button', { name: 'cancel' }).click()
  await expect(waiting(studio)).toHaveCount(0)
  local.release()
  await expect(studio.answer('Clouds drift over the hills.')).toBeVisible()
  await expect(studio.live).toHaveCount(0)
  expect(local.requests).toHaveLength(1)
})

test('after an answer that was stopped it asks first', async ({ connected: studio, local }) => {
  await askSlowly(studio, local)
  await studio.say('And another one')
  await studio.chat.getByRole('button', { name: 'Stop' }).click()
  await expect(studio.partial).toContainText('stopped by you')
  await expect(waiting(studio)).toContainText('the message before has no answer')
  expect(local.requests).toHaveLength(1)
  local.release()
  await waiting(studio).getByRole('button', { name: 'send now' }).click()
  await expect(studio.answer('Echo: And another one')).toBeVisible()
  await expect(waiting(studio)).toHaveCount(0)
})

test('after an answer that failed it asks first, and goes by itself once that one was answered', async ({ connected: studio, local }) => {
  await askSlowly(studio, local)
  await studio.chat.getByRole('button', { name: 'Stop' }).click()
  await studio.way('Discard').click()
  local.script({ kind: 'status', status: 429, headers: { 'retry-after': '2' } }, { kind: 'html' })
  local.release()
  await studio.way('Ask for an answer').click()
  await expect(studio.live).toContainText('asks to wait')
  await studio.say('And another one')
  await expect(studio.failure).toContainText('in a way that is not its protocol')
  await expect(waiting(studio)).toContainText('the message before has no answer')
  await studio.way('Retry').click()
  await expect(studio.answer('Echo: Write a line')).toBeVisible()
  await expect(studio.answer('Echo: And another one')).toBeVisible()
  await expect(waiting(studio)).toHaveCount(0)
})

test('it is still there after a reload and after the app was closed, and asks before it goes', async ({ launch, local }) => {
  const studio = await launch({ answersFrom: local, port: await freePort() })
  await askSlowly(studio, local)
  await studio.say('And another one')
  await studio.page.reload()
  await expect(waiting(studio)).toContainText('1 message waits to be sent after the answer')
  await studio.restart()
  await expect(waiting(studio)).toContainText('the message before has no answer')
  await expect(waiting(studio)).toContainText('And another one')
  await expect(studio.partial).toContainText('Clouds drift')
  expect(local.requests).toHaveLength(1)
})

test('with two windows open it is sent once', async ({ launch, local, guard, chromium }) => {
  test.skip(chromium === null, 'the desktop app has one window')
  const studio = await launch({ answersFrom: local })
  const second = await newWatchedPage(studio.page.context(), guard, () => new URL(studio.page.url()).origin)
  await second.goto(studio.shell.url ?? '')
  await expect(second.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible()
  await askSlowly(studio, local)
  await studio.say('And another one')
  await expect(second.getByRole('region', { name: 'Messages that wait to be sent' })).toContainText('And another one')
  local.release()
  await expect(studio.answer('Echo: And another one')).toBeVisible()
  await expect(waiting(studio)).toHaveCount(0)
  await expect(second.getByRole('region', { name: 'Messages that wait to be sent' })).toHaveCount(0)
  expect(local.requests).toHaveLength(2)
  await second.close() // before the host goes, or it would try to find it again
})

test('what can\'t be sent says why, stays, and goes when that is mended', async ({ studio, openai, local }) => {
  test.setTimeout(60_000)
  await studio.connect('OpenAI', openai.url, openaiKey, 'gpt-4o')
  await askSlowly(studio, openai)
  await studio.say('And another one')
  await studio.openSettings('Providers and keys')
  await studio.setAddress('OpenAI', local.url)
  await studio.closeSettings()
  openai.release()
  await expect(waiting(studio)).toContainText('The key was not sent.')
  await studio.openSettings('Providers and keys')
  await studio.setAddress('OpenAI', openai.url)
  await studio.closeSettings()
  await waiting(studio).getByRole('button', { name: 'send now' }).click()
  await expect(studio.answer('Echo: And another one')).toBeVisible()
  await expect(waiting(studio)).toHaveCount(0)
  expect([openai.requests.length, local.requests.length]).toEqual([2, 0])
})
