import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

const menu = (studio: Studio): Locator => studio.page.getByRole('menu')
const item = (studio: Studio, name: string | RegExp): Locator => menu(studio).getByRole('menuitem', { name })
const names = async (studio: Studio): Promise<readonly string[]> => (await menu(studio).getByRole('menuitem').allInnerTexts()).map((text) => text.split('\n')[0] ?? '')

test('a step has the same menu in the graph, the chat, the X-ray, a comparison and its details', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page } = studio
  const found: (readonly string[])[] = []
  const look = async (): Promise<void> => {
    await expect(menu(studio)).toBeVisible()
    found.push(await names(studio))
    await page.keyboard.press('Escape')
    await expect(menu(studio)).toHaveCount(0)
  }
  await studio.step(/It starts on the day/).click({ button: 'right' })
  await look()
  await studio.answer('It starts on the day').click({ button: 'right' })
  await look()
  await studio.act(studio.answer('It starts on the day'), 'More')
  await look()
  await studio.xrayLine(/It starts on the day/).click({ button: 'right' })
  await look()
  await page.keyboard.press('ControlOrMeta+i')
  await studio.details.getByRole('button', { name: 'More for this step' }).click()
  await look()
  await page.keyboard.press('Alt+2')
  await page.getByRole('listbox', { name: 'Steps on the surface, oldest first' }).getByRole('option', { name: /It starts on the day of delivery/ }).click({ button: 'right' })
  await look()
  await page.keyboard.press('Alt+4')
  await page.getByRole('article', { name: 'assistant' }).filter({ hasText: 'It starts on the day' }).first().click({ button: 'right' })
  await look()
  expect(found).toEqual(found.map(() => found[0]))
  expect(found[0]).toEqual(expect.arrayContaining(['Show its details', 'Keep always', 'Correct', 'Branch here', 'Copy text', 'Bookmark…']))
})

test('by keyboard it opens at the row, gives the keyboard back, and does what it says', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { keyboard } = studio.page
  await studio.step(/Does it start at delivery/).click()
  await keyboard.press('Shift+F10')
  await expect(menu(studio)).toBeVisible()
  await keyboard.press('Escape')
  await expect(studio.rail.getByRole('treegrid')).toBeFocused()
  await keyboard.press('Shift+F10')
  await item(studio, 'Hide from model').press('Enter')
  await expect(studio.step(/Does it start at delivery.*hidden from the model/)).toBeVisible()
})

test('what cannot be done to a step of another branch says why; it can be branched from, and its branch opened', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.step(/Sale items/).click({ button: 'right' })
  await expect(item(studio, /^Correct(?! on)/)).toHaveAttribute('title', 'It is on another branch')
  await expect(item(studio, 'Branch here')).toBeEnabled()
  await item(studio, 'Open branch cheap').click()
  await studio.isOn('cheap')
})

test('a branch has its menu in the sidebar and on its label; a tract has one too', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.branchRow('cheap').click({ button: 'right' })
  await expect(item(studio, /Bring cheap into main/)).toBeVisible()
  await item(studio, 'Rename…').click()
  await studio.dialog.getByRole('textbox', { name: 'Name of the branch' }).fill('frugal')
  await studio.dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(studio.branchRow('frugal')).toBeVisible()
  await studio.rail.locator('[data-branch="frugal"]').click({ button: 'right' })
  await studio.page.keyboard.press('Escape')
  await studio.tractRow('Return-policy bot').click({ button: 'right' })
  await expect(item(studio, 'Open')).toHaveAttribute('title', 'It is open')
  await expect(item(studio, 'Rename')).toBeEnabled()
  await studio.page.keyboard.press('Escape')
  await studio.rail.locator('[data-branch="frugal"]').click({ button: 'right' })
  await item(studio, 'Compare with main').click()
  await expect(studio.page.getByRole('main', { name: 'Compare' })).toBeVisible()
})

test('bookmarks stand under the branches of their tract: gone to, renamed, removed, brought back', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const bookmark = (name: string): Locator => studio.tracts.getByRole('treeitem', { name: `bookmark ${name}` })
  await studio.step(/Customers can return/).click({ button: 'right' })
  await item(studio, /^Bookmark/).click()
  await studio.dialog.getByRole('textbox', { name: 'Name of the bookmark' }).fill('good-run')
  await studio.dialog.getByRole('button', { name: 'Bookmark' }).click()
  await expect(bookmark('good-run')).toBeVisible()

  await studio.step(/You answer questions/).click()
  await bookmark('good-run').click()
  await expect(studio.step(/Customers can return/)).toHaveAttribute('aria-selected', 'true')
  await bookmark('good-run').click({ button: 'right' })
  await item(studio, 'Rename…').click()
  await studio.dialog.getByRole('textbox', { name: 'Name of the bookmark' }).fill('best-run')
  await studio.dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(bookmark('best-run')).toBeVisible()
  await expect(bookmark('good-run')).toHaveCount(0)
  await bookmark('best-run').focus()
  await studio.page.keyboard.press('Delete')
  await expect(bookmark('best-run')).toHaveCount(0)
  await studio.toasts.getByRole('button', { name: 'Undo' }).last().click()
  await expect(bookmark('best-run')).toBeVisible()
})
