import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import type { Studio } from './studio.ts'

/** `main` has a long run in it; `side` parts before its last step. */
function seedShape(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Shapes' })
  tract.system('You count.')
  for (let turn = 1; turn <= 8; turn += 1) tract.user(`Number ${turn}`)
  tract.assistant('That was eight.')
  tract.branch('side')
  tract.user('Only on the side')
  tract.switch('main')
  tract.user('Last on main')
}

const surface = (studio: Studio): Locator => studio.page.getByRole('listbox', { name: 'Steps on the surface, oldest first' })
const card = (studio: Studio, words: string | RegExp): Locator => surface(studio).getByRole('option', { name: words })
const percent = (studio: Studio): Locator => studio.rail.getByRole('status', { name: /^Drawn at/ })

async function openGraph(studio: Studio): Promise<Locator> {
  await studio.page.keyboard.press('Alt+2')
  await expect(surface(studio)).toBeVisible()
  return surface(studio)
}

test('the graph opens with the cards of all branches, and folded runs open and fold by key', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  const list = await openGraph(studio)
  await expect(studio.rail.getByText('12 steps in 2 branches, newest below')).toBeVisible()
  await expect(card(studio, /user: Last on main, you are here/)).toBeVisible()
  await expect(card(studio, /user: Only on the side, .*on another branch/)).toBeVisible()
  await expect(list.locator('[data-branch="main"]')).toBeVisible()
  await expect(list.locator('[data-branch="side"]')).toBeVisible()
  const run = card(studio, /^8 steps folded/)
  await run.click()
  await expect(card(studio, /user: Number 4,/)).toBeVisible()
  await expect(run).toHaveCount(0)
  await card(studio, /user: Number 4,/).click()
  await list.press('ArrowLeft')
  await expect(run).toHaveAttribute('aria-selected', 'true')
  await list.press('ArrowRight')
  await expect(card(studio, /user: Number 8,/)).toHaveAttribute('aria-selected', 'true')
})

test('the surface zooms by key, wheel and button, down to marks alone', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  const list = await openGraph(studio)
  await list.press('-')
  await expect(percent(studio)).toHaveText('85 %')
  await studio.rail.getByRole('button', { name: 'Zoom in' }).click()
  await expect(percent(studio)).toHaveText('100 %')
  await list.hover()
  await studio.page.keyboard.down('Control')
  for (let turn = 0; turn < 6; turn += 1) await studio.page.mouse.wheel(0, 200)
  await studio.page.keyboard.up('Control')
  await expect(list.getByRole('option')).toHaveCount(0)
  await list.press('0')
  await expect(card(studio, /user: Last on main/)).toBeVisible()
  await expect(card(studio, /user: Only on the side/)).toBeVisible()
  await studio.page.mouse.wheel(0, 300)
  const before = await card(studio, /user: Last on main/).boundingBox()
  await list.press('h')
  await expect.poll(async () => (await card(studio, /user: Last on main/).boundingBox())?.y).not.toBe(before?.y)
})

test('what is chosen on the surface is chosen in the chat; the letters act on it', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  const list = await openGraph(studio)
  const last = card(studio, /user: Last on main/)
  await last.click()
  await list.press('s')
  await expect(last).toHaveAttribute('data-mark', 'hidden')
  await expect(last).toHaveAccessibleName(/hidden from the model/)
  await list.press('n')
  await expect(last).toHaveAttribute('data-mark', 'in')
  await list.press('ArrowUp')
  await list.press('ArrowUp')
  const eight = card(studio, /assistant: That was eight/)
  await expect(eight).toHaveAttribute('aria-selected', 'true')
  await list.press('Enter')
  await expect(studio.answer('That was eight.')).toBeInViewport()
  await expect(studio.step(/assistant: That was eight/)).toHaveAttribute('aria-selected', 'true')
  await openGraph(studio)
  await list.press('e')
  await expect(studio.feed.getByRole('textbox', { name: 'Correct this message' })).toHaveValue('That was eight.')
})

test('assistive technology finds a list of named options', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  await openGraph(studio)
  const { violations } = await new AxeBuilder({ page: studio.page }).include('[data-pane="canvas"]').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

test('the view is found again as it was left', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  const list = await openGraph(studio)
  await list.press('-')
  await list.press('-')
  await expect(percent(studio)).toHaveText('70 %')
  await studio.page.keyboard.press('Alt+1')
  await expect(studio.composer).toBeVisible()
  await openGraph(studio)
  await expect(percent(studio)).toHaveText('70 %')
  await expect(card(studio, /user: Last on main/)).toBeInViewport()
})

test('who wants a list of rows is led to it', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  await openGraph(studio)
  const way = studio.rail.getByRole('button', { name: 'Use the list view' })
  await way.focus()
  await expect(way).toBeInViewport()
  await studio.page.keyboard.press('Enter')
  await expect(studio.rail.getByRole('treegrid', { name: 'Steps, oldest first' })).toBeFocused()
})

test('a box drawn with Shift chooses the steps of the open branch; dragging elsewhere moves the surface', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  const list = await openGraph(studio)
  const { mouse, keyboard } = studio.page
  const box = await card(studio, /user: Last on main/).boundingBox()
  const top = await card(studio, /assistant: That was eight/).boundingBox()
  if (box === null || top === null) throw new Error('no cards')
  await keyboard.down('Shift')
  await mouse.move(box.x + box.width + 90, box.y + box.height + 20)
  await mouse.down()
  await mouse.move(top.x + 20, top.y - 5, { steps: 4 })
  await mouse.up()
  await keyboard.up('Shift')
  await expect(studio.page.getByRole('region', { name: 'Chosen steps' })).toContainText('2 steps')
  await mouse.move(box.x + 500, top.y - 100)
  await mouse.down()
  await mouse.move(box.x + 540, top.y - 60, { steps: 4 })
  await mouse.up()
  const moved = await card(studio, /user: Last on main/).boundingBox()
  expect([Math.round((moved?.x ?? 0) - box.x), Math.round((moved?.y ?? 0) - box.y)]).toEqual([40, 40])
  await list.press('Escape')
})

test('the strip leads through thousands of steps, which are read as they come near', async ({ launch }) => {
  const studio = await launch({ seed: seedLong })
  const list = await openGraph(studio)
  await expect(studio.rail.getByText(/^last 2\u2009500 steps/)).toBeVisible()
  await list.press('Shift+F')
  await expect(card(studio, /user: Step 3000 of 3000/)).toBeVisible()
  expect(await list.getByRole('option').count()).toBeLessThan(80)
  await expect.poll(async () => {
    await list.press('Home')
    return await card(studio, /user: Step 1 of 3000/).count()
  }).toBe(1)
  expect(await list.getByRole('option').count()).toBeLessThan(80)
  const strip = await studio.page.locator('[data-minimap]').boundingBox()
  if (strip === null) throw new Error('no strip')
  await studio.page.mouse.move(strip.x + 30, strip.y + 30)
  await studio.page.mouse.down()
  await studio.page.mouse.move(strip.x + 30, strip.y + strip.height - 4, { steps: 5 })
  await studio.page.mouse.up()
  await expect(card(studio, /user: Step 3000 of 3000/)).toBeVisible()
})

function seedLong(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'A long one' })
  tract.batch(() => {
    for (let step = 1; step <= 3000; step += 1) tract.user(`Step ${step} of 3000`)
  })
}

test('in a small window the surface has all the room, and the details come over it', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  await studio.page.setViewportSize({ width: 880, height: 600 })
  await openGraph(studio)
  await card(studio, /user: Last on main/).click()
  await studio.page.keyboard.press('ControlOrMeta+i')
  await expect(studio.page.getByRole('region', { name: 'Step', exact: true })).toContainText('Last on main')
})

test('an empty tract shows where the first step will stand', async ({ studio }) => {
  await studio.page.keyboard.press('Alt+2')
  await expect(studio.rail.getByText('Your first step')).toBeVisible()
})

test('what a search found is marked on the surface, the minimap and the rail, no fold hides it, and taking the marks away folds again', async ({ launch }) => {
  const studio = await launch({ seed: seedShape })
  const { page } = studio
  await openGraph(studio)
  const run = card(studio, /^8 steps folded/)
  await expect(run).toBeVisible()
  /** Whether the strip has a bar at its left edge. */
  const isOnMap = () =>
    page.locator('[data-minimap] canvas').evaluate((element) => {
      const canvas = element as HTMLCanvasElement
      return canvas.getContext('2d')?.getImageData(2, 0, 3, canvas.height).data.some((value) => value > 0) ?? false
    })
  expect(await isOnMap()).toBe(false)
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await page.keyboard.type('"Number 4"')
  await expect(studio.dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(studio.step(/Number 4, .*found$/)).toBeVisible()
  await page.keyboard.press('Alt+2')
  await card(studio, /user: Last on main/).click() // the marks stay when something else is chosen
  await expect(card(studio, /user: Number 4, .*found$/)).toBeVisible()
  await expect.poll(isOnMap).toBe(true)
  await expect(studio.rail.getByText('1 step found: "Number 4"')).toBeVisible()
  await studio.rail.getByRole('button', { name: 'Take the marks of the search away' }).click()
  await expect(run).toBeVisible()
  await expect.poll(isOnMap).toBe(false)
})
