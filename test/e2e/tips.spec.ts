import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'

test('a tip is told once: by hand, with its key, in a line of its own; it goes, stays away after a restart, and can be had again', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day', 'And now?', 'Tea.'), hasTips: true })
  const tip = studio.page.getByRole('complementary', { name: 'Tip' })
  await studio.question('Hello').click()
  await studio.page.keyboard.press('p')
  await expect(studio.question('Hello').getByText('Keep always')).toBeVisible()
  await expect(tip).toHaveCount(0) // who presses the key knows it

  await studio.hide(studio.question('And now?'))
  await expect(tip).toContainText('stays in the chat and in history')
  await expect(tip).toContainText('S does it from a list of steps')
  await expect(studio.page.getByRole('status').filter({ hasText: 'Tip: What is hidden' })).toHaveCount(1)
  const [above, line] = await Promise.all([studio.composer.boundingBox(), tip.boundingBox()])
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(line?.y ?? 0)
  await tip.getByRole('button', { name: 'Close the tip' }).click()
  await expect(tip).toHaveCount(0)
  await studio.undoButton().click()
  await expect(tip).toContainText('an undo too')
  await studio.hide(studio.question('And now?'))
  await expect(tip).toHaveCount(0) // that one was told

  await studio.act(studio.answer('Tea.'), 'Hide from model')
  await expect(tip).toContainText('fold into one line')
  await tip.getByRole('button', { name: 'no more tips' }).click()
  await studio.restart()
  await studio.undoButton().click()
  await expect(studio.redoButton()).toHaveAccessibleName(/^Redo hide/)
  await expect(tip).toHaveCount(0)
  await studio.openSettings('General')
  await studio.page.getByRole('button', { name: 'Tell again' }).click()
  await expect(studio.page.getByRole('switch', { name: 'Tips' })).toBeChecked()
  await studio.closeSettings()
  await studio.redoButton().click()
  await expect(tip).toHaveCount(1)
})
