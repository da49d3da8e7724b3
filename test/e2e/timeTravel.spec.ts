import { type Tract, Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import { seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

const strip = (studio: Studio) => studio.chat.getByRole('status').filter({ hasText: 'You are looking at' })
const later = (studio: Studio, words: string) => studio.feed.getByRole('group', { name: 'Later, not in this view' }).filter({ hasText: words })

/** By keys alone: to the answer, and there. */
async function goToAnswer(studio: Studio): Promise<void> {
  await studio.answer(/within 30 days/).click()
  await studio.page.keyboard.press('o')
  await expect(strip(studio)).toContainText(/You are looking at [0-9a-f]{4} of main, 2 steps back/)
}

test('an old step is shown as it was, what came later is greyed, and nothing can be written on the branch', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await goToAnswer(studio)
  await expect(studio.answer(/within 60 days/)).toBeVisible()
  await expect(studio.answer(/within 30 days/)).toHaveCount(0)
  await expect(studio.xrayLine(/within 60 days/)).toBeVisible()
  await expect(studio.xrayLine(/Does it start at delivery/)).toHaveCount(0)
  await expect(studio.feed.getByText('later steps, not in this view')).toBeVisible()
  await expect(later(studio, 'Does it start at delivery?')).toBeVisible()
  await expect(studio.titleBar.getByRole('button', { name: 'Branch: main, 2 steps back' })).toBeVisible()

  const answer = studio.answer(/within 60 days/)
  await studio.closeToasts()
  await answer.hover()
  const hide = answer.getByRole('toolbar').getByRole('button', { name: 'Hide from model' })
  await expect(hide).toHaveAttribute('aria-disabled', 'true')
  await hide.hover()
  await expect(studio.page.getByRole('tooltip')).toContainText('You are looking at an old step. Return, or start a branch here')
  await answer.click()
  await studio.page.keyboard.press('s')
  await expect(studio.xrayLine(/within 60 days/)).toBeVisible()
})

test('Mod+Shift+G returns from anywhere, Escape from the banner; undo takes the going back; a reload and a restart keep it', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page } = studio
  await goToAnswer(studio)
  await studio.composer.focus()
  await page.keyboard.press('ControlOrMeta+Shift+g')
  await studio.isOn('main')
  await expect(strip(studio)).toHaveCount(0)
  await expect(studio.answer(/within 30 days/)).toBeVisible()

  await goToAnswer(studio)
  await strip(studio).getByRole('button', { name: 'Return' }).focus()
  await page.keyboard.press('Escape')
  await studio.isOn('main')

  await goToAnswer(studio)
  await page.reload()
  await expect(strip(studio)).toContainText('of main, 2 steps back')
  await expect(studio.answer(/within 60 days/)).toBeVisible()
  await studio.restart()
  await expect(strip(studio)).toContainText('of main, 2 steps back')
  await studio.undoButton().click()
  await studio.isOn('main')
  await expect(studio.answer(/within 30 days/)).toBeVisible()
})

test('what is sent from an old step starts a branch there and is answered on it; the branch that was left stays as it is', async ({ launch, local }) => {
  const studio = await launch({ seed: seedParted, answersFrom: local })
  const { page } = studio
  await goToAnswer(studio)
  const name = studio.chat.getByRole('textbox', { name: 'Start branch' })
  await expect(name).toHaveValue('main-alt')
  await name.fill('cheap')
  await name.press('Enter')
  await expect(studio.composer).toBeFocused()
  await expect(studio.chat.getByText('There is already a branch “cheap”')).toBeVisible()
  await name.press('Escape')
  await expect(name).toHaveValue('main-alt')
  local.script('Sixty, then.')
  await studio.ask('How many days exactly?', 'Sixty, then.')
  await studio.isOn('main-alt')
  await expect(studio.answer(/within 60 days/)).toBeVisible()
  await expect(later(studio, 'Does it start')).toHaveCount(0)
  await studio.switchTo('main')
  await expect(studio.answer(/within 30 days/)).toBeVisible()
  await expect(studio.question('How many days exactly?')).toHaveCount(0)

  for (let acts = 0; acts < 3; acts += 1) await page.keyboard.press('ControlOrMeta+z') // the switch; the answer; branch and question as one
  await expect(strip(studio)).toContainText('of main, 2 steps back')
  await expect(studio.branchRow('main-alt')).toHaveCount(0)
})

test('a branch can begin at an old step, as it was; where a script left HEAD on a step the page says the same', async ({ launch }) => {
  const studio = await launch({
    seed: (file) => {
      seedParted(file)
      using workspace = Workspace.open(file)
      const [summary] = workspace.list()
      if (summary !== undefined) workspace.get(summary.id).checkout('cheap~1')
    },
  })
  await expect(strip(studio)).toContainText('of cheap, 1 step back')
  await expect(later(studio, 'exchanged within two weeks')).toBeVisible()
  await studio.question('And sale items?').click()
  await studio.page.keyboard.press('b')
  await studio.dialog.getByRole('button', { name: 'Start branch' }).click()
  await studio.isOn('cheap-2')
  await expect(studio.feed.getByText('exchanged within two weeks')).toHaveCount(0)
})

test('the graph’s own page shows it too: the ring, the text of then, the way back', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await goToAnswer(studio)
  await studio.page.keyboard.press('Alt+2')
  const details = studio.page.getByRole('region', { name: 'Step', exact: true })
  await expect(details).toContainText('within 60 days')
  await expect(details).toContainText('3 of 3')
  await expect(studio.page.getByRole('status').filter({ hasText: 'You are looking at' })).toContainText('of main, 2 steps back')
  await studio.page.keyboard.press('ControlOrMeta+Shift+g')
  await studio.isOn('main')
})

test('in a small window too', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.page.setViewportSize({ width: 880, height: 600 })
  await goToAnswer(studio)
  await expect(strip(studio).getByRole('button', { name: 'Return' })).toBeInViewport()
  await expect(studio.chat.getByRole('textbox', { name: 'Start branch' })).toBeInViewport()
})

function seedLong(file: string, act: (tract: Tract) => unknown): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'A long one' })
  for (let at = 1; at <= 40; at += 1) tract.user(`Question ${at}: ${'and so on '.repeat(20)}`)
  act(tract)
}

test('undo goes to what it changed, and a jump over many steps is shown before it is done', async ({ launch }) => {
  const studio = await launch({
    seed: (file) => seedLong(file, (tract) => {
      tract.batch(() => { for (let at = 1; at <= 25; at += 1) tract.user(`Pasted ${at}`) })
      tract.edit(tract.transcript({ limit: 5000 }).items[0]?.messageId ?? '', 'A corrected question')
    }),
  })
  await expect(studio.question('Pasted 25')).toBeInViewport()
  await studio.undoButton().click()
  await expect(studio.question('Question 1:')).toBeInViewport()
  await expect(studio.step(/user: Question 1:/)).toHaveAttribute('aria-selected', 'true')

  await studio.undoButton().click()
  await expect(studio.dialog).toContainText('Takes back 1 act: several steps at once')
  await expect(studio.dialog).toContainText('Pasted 1')
  await studio.page.keyboard.press('Escape')
  await expect(studio.undoButton()).toHaveAccessibleName('Undo several steps at once')
  await studio.undoButton().click()
  await studio.dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.question('Question 40:')).toBeInViewport()
  await expect(studio.redoButton()).toHaveAccessibleName('Redo several steps at once')
})

test('moving the end of a branch back lists what would be out of reach; a bookmark on the old end, or undo, brings it back', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page, dialog } = studio
  await studio.question('How long can I return shoes?').click()
  await page.keyboard.press('Shift+R')
  await expect(dialog).toContainText('Every step stays within reach') // odds leads to all of them
  await page.keyboard.press('Escape')
  await studio.switchTo('cheap')
  await studio.answer(/within 60 days/).click()
  await page.keyboard.press('Shift+R')
  await expect(dialog).toContainText('After this, no branch and no bookmark leads to 2 steps')
  await expect(dialog.getByRole('list', { name: 'Steps out of reach' }).getByRole('listitem')).toHaveText([/And sale items\?/, /within two weeks/])
  await dialog.getByRole('switch', { name: 'Bookmark the old end as cheap-before' }).click()
  await expect(dialog).toContainText('Every step stays within reach')
  await dialog.getByRole('button', { name: 'Move the end' }).click()
  await expect(studio.question('And sale items?')).toHaveCount(0)
  await expect(studio.step(/Sale items can be exchanged/)).toBeVisible()
  await studio.undoButton().click()
  await expect(studio.question('And sale items?')).toBeVisible()
})
