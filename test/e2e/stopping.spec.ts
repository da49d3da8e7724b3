import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

test.beforeEach(async ({ connected: studio, local }) => {
  local.hold()
  local.script('Clouds drift over the quiet hills tonight.')
  await studio.say('Write a line')
  await local.received(1)
  local.release(3)
  await expect(studio.live).toContainText('Clouds drift over')
})

test('stopping keeps what arrived and ends the request', async ({ connected: studio, local }) => {
  await studio.chat.getByRole('button', { name: 'Stop' }).click()
  await expect(studio.partial).toContainText('Clouds drift over')
  await expect(studio.partial).toContainText('stopped by you')
  await local.ended()
  await expect(studio.chat.getByRole('button', { name: 'Send' })).toBeVisible()
})

test('Escape stops too, from wherever the keyboard is', async ({ connected: studio, local }) => {
  await studio.page.keyboard.press('Escape')
  await expect(studio.partial).toContainText('Clouds drift over')
  await local.ended()
})

test('a page that is loaded again finds the answer as far as it came, and goes on with it', async ({ connected: studio, local }) => {
  await studio.page.reload()
  await expect(studio.live).toContainText('Clouds drift over')
  local.release(2)
  await expect(studio.live).toContainText('Clouds drift over the quiet')
  local.release()
  await expect(studio.answer('Clouds drift over the quiet hills tonight.')).toBeVisible()
  await expect(studio.live).toHaveCount(0)
})

test('closing the app keeps what arrived', async ({ connected: studio }) => {
  await studio.restart()
  await expect(studio.partial).toContainText('Clouds drift over')
})

test('a host that is killed loses no word that was on the screen for a quarter of a second', async ({ connected: studio, local }) => {
  await expect.poll(() => isOnDisk(studio.place.file, 'Clouds drift over')).toBe(true)
  await studio.kill()
  await local.ended()
  await studio.start()
  await expect(studio.question('Write a line')).toBeVisible()
  await expect(studio.partial).toContainText('Clouds drift over', { timeout: 10_000 })
  await expect(studio.partial).toContainText('the app ended meanwhile')
  const told = studio.page.getByRole('status').filter({ hasText: 'Restored: 1 partial answer' })
  await expect(told).toBeVisible()
  local.release()
  await studio.way('Retry').click()
  await expect(studio.answer('Echo: Write a line')).toBeVisible()
  await expect(told).toHaveCount(0)
})

/** New pages of the database stand in the log beside it. */
const isOnDisk = (file: string, words: string): boolean => [file, `${file}-wal`].some((path) => readFileSync(path).includes(words))
