import { expect, test } from './fixtures.ts'
import { seedRules } from './seeds.ts'

test('a policy asks, and a person approves, rejects and undoes', async ({ launch }) => {
  const studio = await launch({ seed: seedRules })
  const { page } = studio
  await studio.openSettings('Policies')
  await expect(page.getByText('On main it would have acted 1 time so far.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Nothing' })).toBeChecked()
  await page.getByRole('switch', { name: 'Keep what matters' }).click()
  await page.getByRole('switch', { name: 'Summarise when it gets tight' }).click()
  await expect(page.getByRole('switch', { name: 'Keep what matters' })).not.toBeChecked()
  await expect(page.getByRole('switch', { name: 'Summarise when it gets tight' })).toBeChecked()
  await studio.closeSettings()
  await expect(studio.dockTab('Review')).toHaveAccessibleName('Review 1')
  await page.keyboard.press('Alt+3')
  const main = page.getByRole('main')
  await expect(main.getByRole('option', { name: /^Keep 1 step always/ })).toHaveAttribute('aria-selected', 'true')
  await expect(main.getByRole('region', { name: 'The chosen one' })).toContainText('the policy “pin”')
  await main.getByRole('listbox').press('a')
  await expect(main).toContainText('Nothing waits for you')
  await page.keyboard.press('ControlOrMeta+z')
  await main.getByRole('button', { name: 'Say why not…' }).click()
  await studio.dialog.getByRole('textbox', { name: 'Why' }).fill('only the first one')
  await studio.dialog.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(main).toContainText('Nothing waits for you')
})
