import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import { seedPair, seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

const section = (studio: Studio, name: string): Locator => studio.details.getByRole('region', { name, exact: true })
/** The value beside a name. */
const fact = (studio: Studio, name: string): Locator => studio.details.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }).locator('+ dd')

async function openDetails(studio: Studio, step: RegExp): Promise<void> {
  await studio.step(step).click()
  await studio.page.keyboard.press('ArrowRight')
  await expect(studio.details.getByRole('group', { name: 'Details' })).toBeFocused()
}

test('the details tell what changed, what the model sees and what else touches a step; a version is restored and that undone', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await openDetails(studio, /Customers can return/)
  const versions = section(studio, 'Versions').getByRole('radio')
  await expect(versions).toHaveText([/^v2you/, /^v1you/])
  await expect(studio.details.locator('ins')).toHaveText(['30', ' from delivery'])
  await expect(fact(studio, 'In context')).toHaveText('yes, corrected text')
  await expect(fact(studio, 'Position')).toHaveText('3 of 5')
  await expect(fact(studio, 'Compiled size here')).toHaveText(/in 3 messages$/)
  await expect(section(studio, 'Touched by').getByRole('listitem')).toHaveText([/cheap starts here/])

  for (const theme of ['light', 'dark']) {
    await studio.page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    const { violations } = await new AxeBuilder({ page: studio.page }).include('[data-pane="step"]').analyze()
    expect(violations.map(({ id, nodes }) => [theme, id, nodes.map(({ html }) => html)])).toEqual([])
  }
  await studio.details.getByRole('button', { name: 'Restore version 1' }).click()
  await expect(versions).toHaveText([/^v3you/, /^v2you/, /^v1you/])
  await expect(studio.answer('within 60 days, as long')).toBeVisible()
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await expect(versions).toHaveCount(2)
  await expect(studio.answer('within 30 days from delivery')).toBeVisible()
})

test('a step of another branch is told as that branch has it, with how it was made; its branch is opened from there', async ({ launch }) => {
  const studio = await launch({ seed: seedPair })
  await openDetails(studio, /next working day/)
  await expect(studio.details).toContainText('on cheap')
  await expect(fact(studio, 'In context')).toHaveText('no, it is on cheap')
  await expect(fact(studio, 'On cheap')).toHaveText('yes')
  await expect(fact(studio, 'Model')).toHaveText('gpt-4o-mini')
  await expect(fact(studio, 'Temperature')).toHaveText(/^0.9/)
  await studio.details.getByRole('button', { name: 'Go to the step before' }).click()
  await expect(studio.details).toContainText('When do the 30 days start?')
  await section(studio, 'Touched by').getByRole('button', { name: /^Open: cheap/ }).click()
  await studio.isOn('cheap')
})

test('keys walk along the graph: before, after, beside, across a fork, to the first and the newest', async ({ launch }) => {
  const studio = await launch({ seed: seedPair })
  const at = (words: RegExp): Promise<void> => expect(studio.step(words)).toHaveAttribute('aria-selected', 'true')
  const press = async (keys: readonly string[], words: RegExp): Promise<void> => {
    for (const key of keys) await studio.page.keyboard.press(key)
    await at(words)
  }
  await studio.step(/day of delivery/).click()
  await press(['Alt+ArrowLeft'], /When do the 30 days/)
  await press(['Alt+ArrowRight'], /day of delivery/)
  await press(['Alt+ArrowDown'], /next working day/)
  await press(['Alt+ArrowUp'], /day of delivery/)
  await press(['Alt+ArrowRight'], /And for a gift/)
  await press([']'], /next working day/)
  await press(['['], /day of delivery/)
  await press(['g', 'g'], /You answer questions/)
  await press(['Shift+G'], /And for a gift/)
})

test('with nothing chosen it says what will stand there; a merge tells what it joined; in a small window it lies over the chat', async ({ launch }) => {
  const studio = await launch({
    seed: (file) => {
      seedParted(file)
      using workspace = Workspace.open(file)
      workspace.get('Return-policy bot').merge('cheap')
    },
  })
  const { page } = studio
  await page.keyboard.press('ControlOrMeta+i')
  await expect(studio.details).toContainText('No step is chosen')
  await studio.step(/branches brought together/).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Show its details' }).click()
  await expect(section(studio, 'What it joined').getByRole('listitem')).toHaveText([/It starts on the day/, /Sale items/])
  await expect(fact(studio, 'In context')).toHaveText('nothing of its own')
  await page.setViewportSize({ width: 880, height: 600 })
  await studio.rail.getByRole('row').first().click()
  await expect(studio.details).toContainText('You answer questions about returns.')
  const [pane, view] = [await studio.details.boundingBox(), page.viewportSize()]
  expect(pane !== null && view !== null && pane.x > 400 && pane.x + pane.width <= view.width + 1).toBe(true)
  await studio.details.getByRole('button', { name: 'Close the step’s details' }).click()
  await expect(studio.details).toHaveCount(0)
})
