import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'
import type { Studio } from './studio.ts'

const rowOf = (studio: Studio, title: string): Locator => studio.page.getByRole('main').getByRole('listitem').filter({ has: studio.page.getByText(title, { exact: true }) })

async function record(studio: Studio, title: string, button: RegExp, keys: readonly string[]): Promise<void> {
  await rowOf(studio, title).getByRole('button', { name: button }).press('Enter')
  await expect(studio.page.getByRole('textbox', { name: `New keys for ${title}` })).toBeFocused()
  for (const key of keys) await studio.page.keyboard.press(key)
}

test('a key is chosen anew, holds at once everywhere and after a restart in another browser', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day') })
  const { page } = studio
  await studio.openSettings('Keys')
  await record(studio, 'Keep always', /^Change P of/, ['q', 'q'])
  await expect(rowOf(studio, 'Keep always').getByRole('button', { name: 'Change Q Q of Keep always' })).toBeFocused()
  await studio.closeSettings()
  await page.keyboard.press('ControlOrMeta+1')
  await page.keyboard.press('p')
  await page.keyboard.press('q')
  await page.keyboard.press('q')
  await expect(studio.answer('Good day').getByText('Keep always')).toBeVisible()
  await studio.restart()
  await studio.openSettings('Keys')
  await expect(rowOf(studio, 'Keep always').getByRole('button', { name: 'Change Q Q of Keep always' })).toBeVisible()
  await rowOf(studio, 'Keep always').getByRole('button', { name: 'Reset the keys of Keep always' }).click()
  await expect(rowOf(studio, 'Keep always').getByRole('button', { name: 'Change P of Keep always' })).toBeVisible()
  await studio.toasts.getByRole('button', { name: 'Undo' }).first().click()
  await expect(rowOf(studio, 'Keep always').getByRole('button', { name: 'Change Q Q of Keep always' })).toBeVisible()
})

test('keys that are taken are told with both names before anything is saved, and can be taken from there', async ({ studio }) => {
  await studio.openSettings('Keys')
  await record(studio, 'Keep always', /^Add keys to/, ['ControlOrMeta+k'])
  const told = rowOf(studio, 'Keep always').getByRole('alert')
  await expect(told).toContainText('is taken by “Search or command” (anywhere). “Keep always” would take it from there.')
  await told.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(rowOf(studio, 'Search or command').getByRole('button', { name: /^Change (?:Ctrl|⌘) K of/ })).toBeVisible()
  await record(studio, 'Keep always', /^Add keys to/, ['ControlOrMeta+k'])
  await told.getByRole('button', { name: 'Use for “Keep always”' }).press('Enter')
  await expect(rowOf(studio, 'Keep always').getByRole('button', { name: /^Change (?:Ctrl|⌘) K of/ })).toBeVisible()
  await expect(rowOf(studio, 'Search or command').getByRole('button', { name: /^Change/ })).toHaveCount(1)
  await record(studio, 'Keep always', /^Add keys to/, ['ControlOrMeta+Alt+b'])
  await expect(told).toContainText(/can’t be used for “Keep always”/)
  await told.getByRole('button', { name: 'Press others' }).press('Enter')
  await studio.page.keyboard.press('Escape')
  await expect(told).toHaveCount(0)
  await record(studio, 'Keep always', /^Change P of/, ['Backspace'])
  await expect(rowOf(studio, 'Keep always').getByRole('button', { name: /^Change P of/ })).toHaveCount(0)
  await studio.page.getByRole('button', { name: 'Reset all' }).click()
  await expect(rowOf(studio, 'Search or command').getByRole('button', { name: /^Change/ })).toHaveCount(2)
})

test('keys go out and come in as a text; a bad one is told and changes nothing', async ({ studio }) => {
  await studio.openSettings('Keys')
  await studio.page.getByRole('button', { name: 'Export, import…' }).click()
  const text = studio.dialog.getByRole('textbox', { name: 'JSON' })
  await expect(text).toHaveValue('{\n  "keys": {}\n}\n')
  await text.fill('{ "keys": { "step.pin": "X" } }')
  await expect(studio.dialog.getByRole('alert')).toHaveText('“step.pin” needs a list of keys such as ["H"], or [] for none')
  await text.fill('{ "keys": { "step.pin": ["Shift+X"] } }')
  await studio.dialog.getByRole('button', { name: 'Use these keys' }).click()
  await expect(rowOf(studio, 'Keep always').getByRole('button', { name: 'Change Shift X of Keep always' })).toBeVisible()
  await studio.page.getByRole('searchbox', { name: 'Search keys' }).fill('shift x')
  await expect(rowOf(studio, 'Hide from model')).toHaveCount(0)
  await expect(rowOf(studio, 'Keep always')).toBeVisible()
})
