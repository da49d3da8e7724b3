import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

/** Takes hold of one thing and carries it over another, as a hand does: in small moves. */
async function carry(page: Page, from: Locator, onto: Locator): Promise<void> {
  const [start, end] = [await middle(from), await middle(onto)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 8, start.y + 4, { steps: 3 })
  await page.mouse.move(end.x, end.y, { steps: 6 })
}
async function drag(page: Page, from: Locator, onto: Locator): Promise<void> {
  await carry(page, from, onto)
  await page.mouse.up()
}
async function middle(place: Locator): Promise<{ x: number; y: number }> {
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (box === null) throw new Error('nothing is there to be dragged')
  return { x: box.x + Math.min(box.width / 2, 90), y: box.y + box.height / 2 }
}
const ghost = ({ page }: Studio): Locator => page.getByRole('status', { name: 'Dragging' })
const chip = (studio: Studio, branch: string): Locator => studio.rail.locator(`[data-branch="${branch}"]`)

test('a step dropped on a branch is shown as a copy first: Escape leaves nothing, Enter makes it', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  const step = studio.step(/Sale items can be exchanged/)
  await expect(studio.undoButton()).toBeVisible()
  const undoable = await studio.undoButton().getAttribute('aria-label')
  await carry(page, step, studio.branchRow('main'))
  await expect(ghost(studio)).toHaveText(/^1 step to main\+\d+$/)
  await page.mouse.up()
  await expect(dialog).toHaveAccessibleName('Copy 1 step to the end of main')
  await expect(dialog.getByText('no conflict')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await studio.undoButton().getAttribute('aria-label')).toBe(undoable)
  await expect(studio.answer('Sale items can be exchanged')).toHaveCount(0)

  await drag(page, step, studio.branchRow('main'))
  await expect(dialog.getByText('no conflict')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(studio.answer('Sale items can be exchanged')).toBeVisible()
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.answer('Sale items can be exchanged')).toHaveCount(0)
})

test('a step on its own branch says why it is not taken; Escape lets go in the middle', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page } = studio
  await carry(page, studio.step(/Does it start at delivery/), studio.branchRow('main'))
  await expect(ghost(studio)).toHaveText('already on this branch')
  await expect(studio.branchRow('main')).toHaveAttribute('data-over', 'no')
  await expect(studio.branchRow('cheap')).toHaveAttribute('data-legal', '')
  await page.keyboard.press('Escape')
  await expect(ghost(studio)).toHaveCount(0)
  await page.mouse.up()
  await expect(studio.dialog).toHaveCount(0)
  await expect(studio.branchRow('cheap')).not.toHaveAttribute('data-legal', '')
})

test('a branch on a branch asks which of three it is, and shows the merge before it is made', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await drag(page, chip(studio, 'cheap'), studio.branchRow('main'))
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem')).toHaveText([/^Bring cheap into main…/, /^Redo cheap on top of main…/, /^Compare main and cheap/])
  await menu.getByRole('menuitem', { name: /^Bring cheap/ }).click()
  await expect(dialog).toHaveAccessibleName('Bring cheap into main')
  await expect(dialog.getByText('automatic', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(studio.answer('Sale items can be exchanged')).toBeVisible()
})

test('a merge with a conflict goes on to its decisions, on the branch it is for', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await drag(page, studio.branchRow('main'), studio.branchRow('odds'))
  await page.getByRole('menuitem', { name: /^Bring main into odds/ }).click()
  await expect(dialog.getByText('needs 1 decision')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Both branches corrected the same step')).toBeVisible()
  await page.keyboard.press('Escape')
  await studio.isOn('odds')
  await expect(studio.chat.getByText('main into odds: 0 of 1 decided')).toBeVisible()
})

test('a branch that only lacks what came after is simply moved up', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await studio.branchHere(studio.question('How long can I return shoes?'), 'short')
  await drag(page, studio.branchRow('cheap'), studio.branchRow('short'))
  await page.getByRole('menuitem', { name: /^Bring cheap into short/ }).click()
  await expect(dialog.getByText('simple, the end moves up')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(studio.answer('Sale items can be exchanged')).toBeVisible()
})

test('a branch on a step moves its end, and says what no branch leads to then', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await drag(page, studio.branchRow('cheap'), studio.step(/And sale items/))
  await expect(dialog).toHaveAccessibleName(/^Move the end of cheap to /)
  await expect(dialog.getByText(/^1 step that no branch leads to/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(studio.toasts).toContainText('Moved the end of cheap')
  await expect(studio.step(/Sale items can be exchanged/)).toHaveCount(0)
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.step(/Sale items can be exchanged/)).toBeVisible()
})

test('a step is hidden, kept and brought back in the X-ray; asked no more until the settings ask again', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  const zone = (priority: string): Locator => page.locator(`[data-drop="zone:${priority}"]`)
  await expect(zone('skip')).toHaveCount(0)
  const step = studio.step(/Does it start at delivery/)
  const start = await middle(step)
  const into = async (priority: string): Promise<void> => {
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(start.x + 10, start.y, { steps: 3 })
    const end = await middle(zone(priority))
    await page.mouse.move(end.x, end.y, { steps: 4 })
    await page.mouse.up()
  }
  await into('skip')
  await expect(dialog).toHaveAccessibleName('Hide from model: 1 step')
  await page.keyboard.press('Enter')
  await expect(studio.xrayLine(/hidden by you/)).toBeVisible()
  await into('pinned')
  await dialog.getByRole('checkbox', { name: 'Don’t ask again' }).check()
  await dialog.getByRole('button', { name: 'Keep always' }).click()
  await expect(studio.step(/Does it start at delivery.*kept always/)).toBeVisible()
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.step(/Does it start at delivery.*hidden/)).toBeVisible()
  await into('pinned')
  await expect(studio.step(/Does it start at delivery.*kept always/)).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await studio.openSettings('General')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await studio.closeSettings()
  await into('normal')
  await expect(dialog).toHaveAccessibleName('Back to normal: 1 step')
})

test('chosen steps are carried together, in their order, from the head of a message', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await studio.step(/It starts on the day/).click({ modifiers: ['ControlOrMeta'] })
  await studio.step(/Does it start at delivery/).click({ modifiers: ['ControlOrMeta'] })
  await carry(page, studio.answer('It starts on the day').locator('[data-handle]'), studio.branchRow('cheap'))
  await expect(ghost(studio)).toContainText('2 steps to cheap')
  await page.mouse.up()
  await expect(dialog).toHaveAccessibleName('Copy 2 steps to the end of cheap')
  await expect(dialog.getByText('no conflict')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await studio.switchTo('cheap')
  await expect(studio.feed.getByRole('article')).toContainText([/You answer/, /How long/, /Customers/, /And sale items/, /Sale items can/, /Does it start/, /It starts on/])
})

test('words in the chat are selected, not dragged', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await carry(studio.page, studio.answer('It starts on the day').getByText('It starts on the day'), studio.branchRow('cheap'))
  await expect(ghost(studio)).toHaveCount(0)
  await studio.page.mouse.up()
})

test('a step on a step of another branch can be copied, compared or chosen with it; on the composer it is quoted', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await drag(page, studio.step(/It starts on the day/), studio.step(/Sale items can be exchanged/))
  await expect(page.getByRole('menuitem')).toHaveText([/^Copy to the end of cheap…/, 'Compare the two', 'Choose them together'])
  await page.getByRole('menuitem', { name: 'Compare the two' }).click()
  await expect(dialog).toHaveAccessibleName('Compare two steps')
  await expect(dialog.getByRole('region', { name: 'In one text' }).locator('ins').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await drag(page, studio.step(/It starts on the day/), studio.composer)
  await expect(dialog).toHaveAccessibleName('Quote 1 step')
  await page.keyboard.press('Enter')
  await expect(studio.composer).toHaveValue(/^@[0-9a-f]{4,} $/)
})

test('the ring of the open place on a step goes there to look; two chosen steps are compared by D, two branches by a click', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await drag(page, studio.rail.locator('[data-here]'), studio.step(/How long can I return/))
  await expect(studio.toasts).toContainText('Looking at')
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await studio.step(/It starts on the day/).click()
  await studio.step(/How long can I return/).click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('d')
  await expect(dialog).toHaveAccessibleName('Compare two steps')
  await page.keyboard.press('Escape')
  await studio.branchRow('cheap').click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByRole('main', { name: 'Compare' }).getByRole('button', { name: /^Branch B/ })).toContainText('cheap')
})

test('cards of the surface are dragged onto branch labels too', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await page.keyboard.press('Alt+2')
  const surface = page.locator('[data-pane="canvas"]')
  await carry(page, surface.locator('[data-commit]').filter({ hasText: 'Sale items can be exchanged' }), surface.locator('[data-branch="main"]'))
  await expect(ghost(studio)).toContainText('1 step to main')
  await page.mouse.up()
  await expect(dialog).toHaveAccessibleName('Copy 1 step to the end of main')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a text file dropped on the graph goes with the next message; the key help names a key for each drag', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await page.keyboard.press('Alt+2')
  await expect(page.locator('[data-pane="canvas"]')).toBeVisible()
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['30 days'], 'rules.md', { type: 'text/markdown' }))
    return data
  })
  await page.dispatchEvent('[data-pane="canvas"]', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('Attach to the next message on main')).toBeVisible()
  await page.dispatchEvent('[data-pane="canvas"]', 'drop', { dataTransfer: transfer })
  await expect(studio.chat.getByText('rules.md')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+/')
  await expect(dialog.getByRole('region', { name: 'Instead of dragging' })).toContainText('steps onto a branchCV')
})
