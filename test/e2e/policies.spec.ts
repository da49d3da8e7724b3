import { pinPolicy, Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'

function seedRules(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Returns', budget: { maxTokens: 600 } })
  tract.system('You are a support agent.')
  tract.configurePolicies([pinPolicy({ patterns: [/must/i] })], { autonomy: 'manual' })
  tract.user('It must never be promised before the parcel is scanned.')
  tract.assistant('Understood.')
}

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
  await shot('settings')
  await studio.closeSettings()
  await expect(studio.dockTab('Review')).toHaveAccessibleName('Review 1')
  await page.keyboard.press('Alt+3')
  const main = page.getByRole('main')
  await expect(main.getByRole('option', { name: /^Keep 1 step always/ })).toHaveAttribute('aria-selected', 'true')
  await expect(main.getByRole('region', { name: 'The chosen one' })).toContainText('the policy “pin”')
  await shot('review')
  await main.getByRole('listbox').press('a')
  await expect(main).toContainText('Nothing waits for you')
  await page.keyboard.press('ControlOrMeta+z')
  await main.getByRole('button', { name: 'Say why not…' }).click()
  await shot('reject')
  await studio.dialog.getByRole('textbox', { name: 'Why' }).fill('only the first one')
  await studio.dialog.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(main).toContainText('Nothing waits for you')

  async function shot(name: string): Promise<void> {
    const folder = process.env['SHOTS']
    if (folder === undefined) return
    for (const [width, height] of [[1440, 900], [880, 600]] as const) {
      await page.setViewportSize({ width, height })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` })
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
})
