import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'

const steps = 10_000

function seedMany(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Very long' })
  tract.batch(() => {
    for (let at = 1; at <= steps; at += 1) {
      if (at % 2 === 1) tract.user(at === 4321 ? 'Where do quinces grow?' : `Question ${at} of many`)
      else tract.assistant(`Answer ${at} of many`)
    }
  })
}

test('ten thousand steps open at their end, scroll, are hidden by key, and are searched', async ({ launch }) => {
  test.setTimeout(180_000)
  const studio = await launch({ seed: seedMany })
  const { page, dialog } = studio
  const last = studio.answer('Answer 10000 of many')
  await expect(last).toBeVisible({ timeout: 30_000 })
  await expect(studio.branchRow('main')).toHaveAccessibleName(/10.?000 steps/)
  const drawn = () => studio.feed.locator('[aria-posinset]').count()
  expect(await drawn()).toBeLessThan(80)

  // a step is hidden by its key, and comes back by undo
  await last.click()
  await page.keyboard.press('s')
  await expect(studio.feed.getByText('1 step hidden from the model')).toBeVisible()
  await expect(studio.step(/assistant: Answer 10000 of many.*hidden from the model/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(last).toBeVisible()

  // to what has been read, and back to the end
  await studio.feed.press('Home')
  await expect(last).not.toBeInViewport()
  await expect(studio.feed.getByRole('button', { name: /earlier steps, show more/ })).toBeVisible()
  await studio.feed.press('End')
  await expect(last).toBeInViewport()

  // a text far behind what has been read is found, and opened where it stands
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await dialog.getByRole('combobox').fill('quinces')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(studio.question('Where do quinces grow?')).toBeInViewport({ timeout: 60_000 })
  expect(await drawn()).toBeLessThan(120)
})
