import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'
test('what is done in a batch is counted in its strip, and undone together once it is committed', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day', 'And now?', 'Tea.') })
  const { page } = studio
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('ControlOrMeta+Shift+BracketLeft')
  const strip = page.getByRole('status').filter({ hasText: 'Batch' })
  await expect(strip).toContainText('nothing in it yet')
  await studio.pin(studio.question('Hello'))
  await studio.hide(studio.question('And now?'))
  await expect(strip).toContainText('2 acts so far')
  await page.keyboard.press('ControlOrMeta+Shift+BracketRight')
  await expect(strip).toHaveCount(0)
  await expect(studio.undoButton()).toHaveAccessibleName('Undo several steps at once')
  await studio.undoButton().click()
  await expect(studio.question('And now?')).toBeVisible()
  await expect(studio.question('Hello').getByText('Keep always')).toHaveCount(0)
})
