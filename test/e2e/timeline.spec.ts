import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'
import { seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

const scrubber = (studio: Studio) => studio.drawer('Timeline').getByRole('slider', { name: 'The moment that is shown' })
const strip = (studio: Studio) => studio.page.getByRole('status').filter({ hasText: 'As it was at' })

test('the scrubber shows all panes as they were, and nothing can be written there', async ({ launch }) => {
  const studio = await launch({ seed: spoken('When do I sow carrots?', 'In March.', 'And beets?', 'In April.') })
  await studio.hide(studio.question('And beets?'))
  await studio.dockTab('Timeline').click()
  await expect(scrubber(studio)).toBeFocused()
  await expect(scrubber(studio)).toHaveAttribute('aria-valuenow', '6')
  await studio.page.keyboard.press(',')
  await expect(strip(studio)).toContainText('operation 5 of 6')
  await expect(studio.xrayLine(/And beets/)).toBeVisible()
  await studio.page.keyboard.press('ArrowLeft')
  await studio.page.keyboard.press('ArrowLeft')
  await expect(strip(studio)).toContainText('operation 3 of 6')
  await expect(studio.xray.getByRole('option')).toHaveCount(2)
  await expect(studio.rail.getByRole('row')).toHaveCount(2)
  await expect(studio.answer('In March.')).toBeVisible()
  await expect(studio.composer).toHaveCount(0)
  await expect(studio.undoButton()).toHaveAttribute('aria-disabled', 'true')
  await studio.page.keyboard.press('Escape')
  await expect(strip(studio)).toHaveCount(0)
  await expect(studio.composer).toBeVisible()
  await expect(studio.rail.getByRole('row')).toHaveCount(4)
})

test('keys go by acts and by turns, to both ends, and the pointer anywhere', async ({ launch }) => {
  const studio = await launch({ seed: spoken('One?', 'Yes.', 'Two?', 'Yes.', 'Three?', 'Yes.') })
  await studio.dockTab('Timeline').click()
  await expect(scrubber(studio)).toHaveAttribute('aria-valuenow', '7')
  await scrubber(studio).press('Shift+ArrowLeft')
  await expect(scrubber(studio)).toHaveAttribute('aria-valuenow', '6')
  await scrubber(studio).press('Shift+ArrowLeft')
  await expect(scrubber(studio)).toHaveAttribute('aria-valuenow', '4')
  await expect(scrubber(studio)).toHaveAttribute('aria-valuetext', /^4 of 7, Message, today, \d\d:\d\d, by you$/)
  await scrubber(studio).press('Home')
  await expect(studio.page.getByText('There was nothing yet')).toBeVisible()
  const box = (await scrubber(studio).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await studio.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(scrubber(studio)).toHaveAttribute('aria-valuenow', '4')
  await scrubber(studio).press('End')
  await expect(strip(studio)).toHaveCount(0)
})

test('the list says the same: a line chosen there is the moment that is shown', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.dockTab('Timeline').click()
  const timeline = studio.drawer('Timeline')
  await timeline.getByRole('radio', { name: 'List' }).click()
  await timeline.getByRole('option', { name: /^New branch odds/ }).click()
  await expect(strip(studio)).toBeVisible()
  await expect(studio.branchRow('odds')).toBeVisible()
  await timeline.getByRole('option', { name: /^New branch cheap/ }).click()
  await expect(studio.branchRow('odds')).toHaveCount(0)
  await studio.branchRow('main').click()
  await studio.isOn('main')
  await timeline.getByRole('button', { name: 'Back to now' }).click()
  await expect(studio.branchRow('odds')).toBeVisible()
  await studio.isOn('main')
})

test('a branch that is gone can be looked at as it was', async ({ launch }) => {
  const studio = await launch({
    seed: (file) => {
      using workspace = Workspace.open(file)
      const tract = workspace.create({ name: 'Garden' })
      tract.user('When do I sow carrots?')
      tract.branch('trial')
      tract.assistant('In winter.')
      tract.switch('main')
      tract.deleteBranch('trial', { force: true })
    },
  })
  await studio.dockTab('Timeline').click()
  await scrubber(studio).press('ArrowLeft')
  await scrubber(studio).press('ArrowLeft')
  await studio.isOn('trial')
  await expect(studio.answer('In winter.')).toBeVisible()
  await expect(studio.xray.getByRole('option')).toHaveCount(2)
})

test('three thousand acts stay a few hundred marks, and the scrubber follows the keys', async ({ launch }) => {
  test.setTimeout(180_000)
  const studio = await launch({
    seed: (file) => {
      using workspace = Workspace.open(file)
      const tract = workspace.create({ name: 'Long' })
      const first = tract.user('Begin.')
      for (let at = 0; at < 1500; at += 1) {
        tract.annotate(first.hash, 'pinned')
        tract.annotate(first.hash, 'normal')
      }
    },
  })
  await studio.dockTab('Timeline').click()
  await expect(scrubber(studio)).toHaveAttribute('aria-valuemax', '3002', { timeout: 60_000 })
  expect(await studio.drawer('Timeline').locator('i').count()).toBeLessThan(700)
  await scrubber(studio).press('ArrowLeft')
  await expect(strip(studio)).toContainText('operation 3001 of 3002')
})

test('the forensics page shows the timeline, what the model saw then, and what changed since', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.page.setViewportSize({ width: 880, height: 600 })
  await studio.page.keyboard.press('Alt+5')
  const page = studio.page.getByRole('main')
  const since = studio.page.getByRole('region', { name: 'Changes since' })
  await expect(since).toContainText('This is now')
  const slider = page.getByRole('slider', { name: 'The moment that is shown' })
  await slider.press('ArrowLeft')
  await expect(since.locator('[data-mark="changed"]')).toContainText('30 days from delivery')
  await expect(studio.xray).toBeVisible()
  await slider.press('Home')
  await slider.press('End')
  await expect(since).toContainText('This is now')
})
