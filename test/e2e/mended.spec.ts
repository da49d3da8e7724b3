import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import { seedParted } from './seeds.ts'

test('a layout reached by key has the keyboard in its own pane, so that the next letter acts', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page } = studio
  const keys = page.keyboard
  await expect(studio.answer(/within 30 days/)).toBeVisible()
  await keys.press('Alt+2')
  const surface = page.getByRole('listbox', { name: 'Steps on the surface, oldest first' })
  await expect(surface).toBeFocused()
  await keys.press('End')
  await expect(page.getByRole('option', { name: /It starts on the day/ })).toHaveAttribute('aria-selected', 'true')
  await keys.press('Alt+5')
  await expect(page.locator('[data-pane="timeline"] :focus, [data-pane="timeline"]:focus')).toHaveCount(1)
  await keys.press('Alt+3')
  await expect(page.locator('[data-pane="review"]')).toBeFocused()
  await keys.press('ControlOrMeta+b')
  await expect(studio.tracts).toHaveCount(0)
  await keys.press('ControlOrMeta+b')
  await expect(studio.tracts).toBeVisible()

  await page.reload()
  await keys.press('ControlOrMeta+2')
  await expect(studio.rail.getByRole('treegrid')).toBeFocused()
  await page.setViewportSize({ width: 900, height: 640 })
  await studio.composer.focus()
  await keys.press('ControlOrMeta+2')
  const flyout = page.getByRole('group', { name: 'Graph' }).getByRole('treegrid')
  await expect(flyout).toBeFocused()
  await keys.press('g')
  await keys.press('g')
  await expect(page.getByRole('group', { name: 'Graph' }).getByRole('row', { name: /You answer questions/ })).toHaveAttribute('aria-selected', 'true')
})

test('Shift+G goes to the end of the open branch, and a key that can’t act says why', async ({ launch }) => {
  const studio = await launch({
    seed: (file) => {
      using workspace = Workspace.open(file)
      const tract = workspace.create({ name: 'Two ways' })
      tract.user('Where to?')
      tract.branch('main-end', { switch: false })
      tract.assistant('North.')
      tract.on('main-end').assistant('South, said last of all.')
    },
  })
  const keys = studio.page.keyboard
  await expect(studio.answer('North.')).toBeVisible()
  await keys.press('ControlOrMeta+2')
  await keys.press('b')
  await expect(studio.toasts).toContainText('Choose a step first')
  await keys.press('Home')
  await keys.press('Shift+G')
  await expect(studio.step(/North/)).toHaveAttribute('aria-selected', 'true')
  await keys.press('Home')
  await keys.press('End')
  await expect(studio.step(/North/)).toHaveAttribute('aria-selected', 'true')
})

test('what is sent from an old step is gone to, and an answer that failed goes with the message it was for', async ({ launch, local }) => {
  const studio = await launch({
    answersFrom: local,
    seed: (file) => {
      using workspace = Workspace.open(file)
      const tract = workspace.create({ name: 'Long' })
      for (let at = 1; at <= 30; at += 1) tract.user(`Question ${at}: ${'and so on '.repeat(20)}`)
    },
  })
  const keys = studio.page.keyboard
  await expect(studio.question('Question 30')).toBeVisible()
  await keys.press('ControlOrMeta+2')
  await keys.press('Home')
  await keys.press('o')
  await expect(studio.chat.getByRole('status').filter({ hasText: 'You are looking at' })).toBeVisible()
  await studio.composer.fill('From here instead')
  await studio.composer.press('Enter')
  await studio.isOn('main-alt')
  await expect(studio.question('From here instead')).toBeInViewport()
  await expect(studio.live).toHaveCount(0)

  local.script({ kind: 'status', status: 401 })
  await studio.say('This one fails')
  await expect(studio.failure).toBeVisible()
  await studio.undo('message')
  await expect(studio.question('This one fails')).toHaveCount(0)
  await expect(studio.failure).toHaveCount(0)
  await studio.redo('message')
  await expect(studio.failure).toBeVisible()
})

test('undo in the settings takes back a setting, never what is off the screen', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page } = studio
  const lines = studio.feed.getByRole('article')
  await expect(studio.answer(/within 30 days/)).toBeVisible()
  const before = await lines.count()
  await studio.openSettings('Appearance')
  await page.getByRole('radio', { name: 'Dark', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(studio.toasts).toContainText('Undone: theme')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(studio.toasts).toContainText('No other setting was changed since the app started')
  await studio.closeSettings()
  expect(await lines.count()).toBe(before)

  await studio.question('Does it start at delivery?').click()
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('region', { name: 'Chosen steps' })
  await bar.getByRole('button', { name: 'More for the chosen steps' }).click()
  await expect(page.getByRole('menuitem', { name: 'Copy the text of 2 steps' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('button', { name: 'Compare', exact: true })).toBeVisible()
  await bar.getByRole('button', { name: /^Hide from model/ }).click()
  await expect(studio.undoButton()).toHaveAccessibleName('Undo hide 2 steps')
  await expect(studio.toasts.getByRole('button', { name: 'Undo' })).toBeVisible()
  await studio.say('A newer act')
  await expect(studio.toasts.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})
