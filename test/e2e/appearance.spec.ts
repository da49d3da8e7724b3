import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { shaped } from './scenes.ts'
import type { Studio } from './studio.ts'

const root = (studio: Studio): Locator => studio.page.locator('html')
const choose = (studio: Studio, group: string, name: string): Promise<void> => studio.page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name, exact: true }).click()
const fontOf = (locator: Locator): Promise<number> => locator.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

test('contrast, density, text size and motion hold at once and after a restart, from the first paint', async ({ launch }) => {
  const studio = await launch({ seed: shaped })
  await studio.openSettings('Appearance')
  await choose(studio, 'Contrast', 'High')
  await choose(studio, 'Density', 'Cosy')
  await choose(studio, 'Motion', 'Always less')
  await expect(root(studio)).toHaveAttribute('data-contrast', 'high')
  await expect(root(studio)).toHaveAttribute('data-density', 'cosy')
  await expect(root(studio)).toHaveAttribute('data-motion', 'reduced')
  const heading = studio.page.getByRole('heading', { level: 1 })
  const before = await fontOf(heading)
  await studio.page.getByRole('slider', { name: 'Text size' }).press('End')
  await expect.poll(() => fontOf(heading)).toBeCloseTo((before * 20) / 14, 1)
  await studio.restart()
  await expect(root(studio)).toHaveAttribute('data-contrast', 'high')
  await expect(root(studio)).toHaveAttribute('data-density', 'cosy')
  await expect.poll(() => studio.page.evaluate(() => document.documentElement.style.getPropertyValue('--font-scale'))).toBe(String(20 / 14))
})

test('colours of one’s own show while they are typed, hard ones are listed, nonsense is told, and leaving forgets what was not kept', async ({ studio }) => {
  const { page } = studio
  await studio.openSettings('Appearance')
  await choose(studio, 'Theme', 'Light')
  const text = page.getByRole('textbox', { name: 'Colours as JSON' })
  await text.fill('{ "light": { "bg-pane": "#ffeecc", "text-3": "#bbaa88" } }')
  await expect.poll(() => paneColour(page)).toBe('rgb(255, 238, 204)')
  await expect(page.getByRole('status').filter({ hasText: 'hard to read' })).toContainText('text-3 on bg-pane')
  await text.fill('{ "light": { "bg-pain": "#ffeecc" } }')
  await expect(page.getByRole('alert').filter({ hasText: 'bg-pain' })).toContainText('is no colour of the app')
  await expect(page.getByRole('button', { name: 'Keep these colours' })).toHaveAttribute('aria-disabled', 'true')
  await studio.closeSettings()
  await studio.openSettings('Appearance')
  await expect.poll(() => paneColour(page)).toBe('rgb(255, 255, 255)')
  await text.fill('{ "light": { "bg-pane": "#fffdf8" } }')
  await expect(page.getByText('Every text can be read on its ground')).toBeVisible()
  await page.getByRole('button', { name: 'Keep these colours' }).click()
  await studio.restart()
  await expect.poll(() => paneColour(studio.page)).toBe('rgb(255, 253, 248)')
  await studio.openSettings('Appearance')
  await studio.page.getByRole('button', { name: 'Fill in today’s colours' }).click()
  await expect(studio.page.getByRole('textbox', { name: 'Colours as JSON' })).toHaveValue(/"lane-7-on": "#/)
  await studio.page.getByRole('button', { name: 'Take them away' }).click()
  await expect.poll(() => paneColour(studio.page)).toBe('rgb(255, 255, 255)')
})

const paneColour = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const probe = document.createElement('div')
    probe.style.background = 'var(--bg-pane)'
    document.body.append(probe)
    const { backgroundColor } = getComputedStyle(probe)
    probe.remove()
    return backgroundColor
  })
