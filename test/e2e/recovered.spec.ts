import { readFileSync } from 'node:fs'
import { breaches } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { freePort } from './freePort.ts'

test('after a kill the page tells of the draft and the answer it restored, once', async ({ launch, local }) => {
  const studio = await launch({ answersFrom: local, port: await freePort() })
  local.hold()
  local.script('Rain falls on the quiet sea.')
  await studio.say('Write a line')
  await local.received(1)
  local.release(3)
  await expect(studio.live).toContainText('Rain falls on')
  await studio.composer.fill('Half a thought')
  await expect.poll(() => ['', '-wal'].some((end) => readFileSync(`${studio.place.file}${end}`).includes('Rain falls on'))).toBe(true)
  await studio.kill()
  await studio.page.goto('about:blank') // the window went with it
  await studio.start()
  const told = studio.page.getByRole('status').filter({ hasText: 'Restored: 1 unsent draft, 1 partial answer.' })
  await expect(told).toBeVisible({ timeout: 10_000 })
  await expect(studio.composer).toHaveValue('Half a thought')
  expect(await breaches(studio.page)).toEqual([])
  await told.getByRole('button', { name: 'Close' }).click()
  await studio.page.reload()
  await expect(studio.partial).toContainText('Rain falls on')
  await expect(told).toHaveCount(0)
})
