import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'
import type { Studio } from './studio.ts'

const banner = (studio: Studio) => studio.page.getByRole('status').filter({ hasText: 'is open to read only since' })

test.beforeEach(async ({ launch, local }, info) => {
  info.setTimeout(60_000)
  const studio = await launch({ seed: spoken('Dear Ada', 'Dear you'), answersFrom: local })
  await studio.page.keyboard.press('ControlOrMeta+o')
  await studio.dialog.getByRole('button', { name: 'Open Work to read only' }).click()
  await expect(banner(studio)).toContainText(/“Work” is open to read only since \d\d:\d\d/)
  opened = studio
})
let opened: Studio

test('a file that is open to read is shown, takes nothing, and says why', async () => {
  const studio = opened
  await expect(studio.answer('Dear you')).toBeVisible()
  await expect(studio.composer).toBeDisabled()
  await expect(studio.composer).toHaveAttribute('placeholder', 'Read-only: open a copy to write')
  await studio.question('Dear Ada').click()
  const hide = studio.question('Dear Ada').getByRole('toolbar').getByRole('button', { name: 'Hide from model', exact: true })
  await expect(hide).toHaveAttribute('aria-disabled', 'true')
  await hide.hover()
  await expect(studio.page.getByRole('tooltip')).toContainText('Read-only: open a copy to write')
  await expect(studio.question('Dear Ada')).toBeVisible()
})

test('its copy can be written, and the file stays as it is', async () => {
  const studio = opened
  await studio.page.getByRole('button', { name: 'Open a copy' }).click()
  await expect(studio.page).toHaveTitle(/Work copy · Tract Studio$/)
  await expect(banner(studio)).toHaveCount(0)
  await studio.ask('In the copy', 'Echo: In the copy')
  await studio.page.keyboard.press('ControlOrMeta+o')
  await studio.dialog.getByRole('button', { name: /^Work / }).filter({ hasNotText: 'Work copy' }).click()
  await expect(studio.page).toHaveTitle(/· Work · Tract Studio$/)
  await expect(studio.answer('Dear you')).toBeVisible()
  await expect(studio.question('In the copy')).toHaveCount(0)
  await expect(studio.composer).toBeEnabled()
})
