import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

const peek = (studio: Studio): Locator => studio.page.getByRole('note', { name: 'Peek' })

/** Neither lies on the other. */
async function areApart(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()]
  return a !== null && b !== null && (a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y)
}

test('a row that is hovered tells about its step beside itself; the pointer may go there, and it goes with the pointer', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const row = studio.step(/Customers can return/)
  await row.hover()
  await expect(peek(studio)).toContainText('within 30 days from delivery')
  await expect(peek(studio)).toContainText('In context nowyes, corrected text')
  await expect(peek(studio)).toContainText('Followed by')
  expect(await areApart(row, peek(studio))).toBe(true)

  await peek(studio).hover()
  await expect(peek(studio)).toBeVisible()
  await studio.step(/Sale items/).hover()
  await expect(peek(studio)).toContainText('In context nowno, it is on cheap')
  await studio.titleBar.hover()
  await expect(peek(studio)).toHaveCount(0)
})

test('the key shows the focused step, follows it, and Enter leads to its details', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { keyboard } = studio.page
  await studio.step(/You answer questions/).click()
  await keyboard.press('.')
  await expect(peek(studio)).toContainText('You answer questions about returns.')
  expect(await areApart(studio.step(/You answer questions/), peek(studio))).toBe(true)
  await keyboard.press('j')
  await expect(peek(studio)).toContainText('How long can I return shoes?')
  await keyboard.press('Escape')
  await expect(peek(studio)).toHaveCount(0)
  await keyboard.press('.')
  await keyboard.press('Enter')
  await expect(peek(studio)).toHaveCount(0)
  await expect(studio.details.getByRole('group', { name: 'Details' })).toBeFocused()
  await expect(studio.details).toContainText('How long can I return shoes?')
})

test('Alt shows it at once, a click and the wheel take it away, and no key of the composer is taken', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { keyboard, mouse } = studio.page
  await studio.composer.fill('written')
  await studio.step(/How long can/).hover()
  await keyboard.down('Alt')
  await expect(peek(studio)).toContainText('How long can I return shoes?')
  await keyboard.up('Alt')
  await expect(peek(studio)).toHaveCount(0)
  await studio.step(/Customers can return/).hover()
  await expect(peek(studio)).toBeVisible()
  await mouse.wheel(0, 40)
  await expect(peek(studio)).toHaveCount(0)
  await studio.step(/It starts on/).hover()
  await expect(peek(studio)).toBeVisible()
  await mouse.down()
  await mouse.up()
  await expect(peek(studio)).toHaveCount(0)
  await studio.composer.press('Enter')
  await expect(studio.question('written')).toBeVisible()
})

test('lines of the X-ray and cells of a comparison have it too', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.xrayLine(/It starts on the day/).hover()
  await expect(peek(studio)).toContainText('It starts on the day of delivery.')
  expect(await areApart(studio.xrayLine(/It starts on the day/), peek(studio))).toBe(true)
  await studio.page.keyboard.press('Alt+4')
  const cell = studio.page.getByRole('article', { name: 'assistant' }).filter({ hasText: 'It starts on the day' }).first()
  await cell.hover()
  await expect(peek(studio)).toContainText('Compiled size here')
  expect(await areApart(cell, peek(studio))).toBe(true)
})
