import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Studio } from './studio.ts'

test('the whole of it is done without a pointer: write, hide, pin, correct, branch, compare, bring in with a conflict, undo, search, settings', async ({ connected: studio }) => {
  test.setTimeout(120_000)
  const { page, dialog } = studio
  const keys = page.keyboard
  await forbidPointer(page)

  // a new tract, a question, its answer
  await palette(studio, '>new tract')
  await expect(studio.titleBar.getByRole('button', { name: 'Tract: Untitled tract 2', exact: true })).toBeVisible()
  await expect(studio.composer).toBeFocused()
  await keys.type('How long do carrots keep?')
  await keys.press('Enter')
  await expect(studio.answer('Echo: How long do carrots keep?')).toBeVisible()
  await expect(studio.live).toHaveCount(0)

  // hide it and take that back, keep it always
  await keys.press('ControlOrMeta+1')
  await expect(studio.answer('Echo: How long do carrots keep?')).toBeFocused()
  await keys.press('s')
  await expect(studio.feed.getByText('1 step hidden from the model')).toBeVisible()
  await keys.press('z')
  await expect(studio.answer('Echo: How long do carrots keep?')).toBeFocused()
  await keys.press('p')
  await expect(studio.answer('Echo: How long do carrots keep?').getByText('Keep always')).toBeVisible()

  // a branch at the end, on which the answer is corrected; another correction on main
  await palette(studio, '>new branch at the end')
  await keys.type('winter')
  await keys.press('Enter')
  await studio.isOn('winter')
  await correct(studio, 'All winter, in damp sand.')
  await palette(studio, '#main')
  await studio.isOn('main')
  await expect(studio.answer('Echo: How long do carrots keep?')).toBeVisible()
  await correct(studio, 'Three weeks in the fridge.')

  // both side by side, and back
  await keys.press('Alt+4')
  await expect(page.getByRole('main')).toContainText('All winter, in damp sand.')
  await expect(page.getByRole('main')).toContainText('Three weeks in the fridge.')
  await keys.press('Alt+1')
  await expect(studio.answer('Three weeks in the fridge.')).toBeVisible()

  // bring winter in: one conflict, decided for the other side
  await keys.press('ControlOrMeta+1')
  await keys.press('m')
  await expect(dialog).toHaveAccessibleName('Bring winter into main')
  await expect(dialog.getByText('1 conflict, the rest is automatic')).toBeVisible()
  await keys.press('Enter')
  await expect(dialog.getByText('0 of 1 decided')).toBeVisible()
  await keys.press('2')
  await expect(dialog.getByText('1 of 1 decided')).toBeVisible()
  await tabTo(page, 'Bring in')
  await keys.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(studio.answer('All winter, in damp sand.')).toBeVisible()

  // undo it
  await keys.press('ControlOrMeta+1')
  await keys.press('ControlOrMeta+z')
  await expect(studio.answer('Three weeks in the fridge.')).toBeVisible()

  // search for what only the other branch holds, and go there
  await palette(studio, '@damp sand')
  await studio.isOn('winter')
  await expect(studio.answer('All winter, in damp sand.')).toBeVisible()

  // settings, and back to writing
  await palette(studio, '>appearance')
  await expect(page.getByRole('heading', { level: 1, name: 'Appearance' })).toBeVisible()
  await tabTo(page, 'Dashes on lanes')
  await keys.press('Space')
  await expect(page.getByRole('switch', { name: 'Dashes on lanes' })).toBeChecked()
  await keys.press('Escape')
  await keys.press('ControlOrMeta+l')
  await expect(studio.composer).toBeFocused()
  expect(await page.evaluate(() => document.documentElement.dataset['pointer'])).toBe(undefined)
})

/** What is found first is run; it waits for the result to be there. */
async function palette(studio: Studio, words: string): Promise<void> {
  await studio.page.keyboard.press('ControlOrMeta+k')
  await studio.page.keyboard.type(words)
  await expect(studio.dialog.getByRole('option', { selected: true })).toBeVisible()
  await studio.page.keyboard.press('Enter')
  await expect(studio.dialog.getByRole('combobox', { name: 'Search or command' })).toHaveCount(0)
}

/** Corrects the newest message. */
async function correct(studio: Studio, text: string): Promise<void> {
  const { keyboard } = studio.page
  await keyboard.press('ControlOrMeta+1')
  await keyboard.press('End')
  await keyboard.press('e')
  await expect(studio.feed.getByRole('textbox', { name: 'Correct this message' })).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type(text)
  await keyboard.press('ControlOrMeta+Enter')
  await expect(studio.answer(text)).toBeVisible()
}

/** Tab by tab until a control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tab = 0; tab < 60; tab += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    if (found.startsWith(name)) return
  }
  throw new Error(`No Tab leads to “${name}”`)
}

/** Marks the page should any pointer be used. */
const forbidPointer = (page: Page): Promise<void> =>
  page.evaluate(() => window.addEventListener('pointerdown', () => (document.documentElement.dataset['pointer'] = 'used'), true))
