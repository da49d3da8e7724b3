import type { Locator } from '@playwright/test'
import { DatabaseSync } from 'node:sqlite'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'
import { seedPair, seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

const tokensOf = async (studio: Studio): Promise<number> => Number((await studio.xray.getByText(/^~?\d[\d\u2009]*$/).first().textContent())?.replace(/\D/g, ''))
const lineTokens = async (line: Locator): Promise<number> => Number((await line.locator('.num').textContent())?.replace(/\D/g, ''))
const bar = (studio: Studio): Locator => studio.xray.getByRole('meter', { name: 'Unchanged since the last request' })
const changes = (studio: Studio): Locator => studio.xray.getByRole('listbox', { name: 'What changed in the context' }).getByRole('option')
const words = (lines: Locator): Promise<readonly string[]> => lines.evaluateAll((all) => all.map((line) => `${line.querySelector('.sr-only')?.textContent}: ${line.querySelector('.truncate')?.textContent}`))

test('a line that is hidden in place moves to what is left out, the sum drops by what it counts, and undo brings it back', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long can I return shoes?', 'Sixty days.', 'And sandals?', 'The same.') })
  const line = studio.xrayLine('And sandals?')
  const [before, size] = [await tokensOf(studio), await lineTokens(line)]
  await line.hover()
  const hide = studio.xray.getByRole('toolbar', { name: 'Actions on this line' }).getByRole('button', { name: 'Hide from model' })
  await hide.hover()
  await expect(studio.page.getByRole('tooltip').first()).toContainText(`Hide from model, −${size}`)
  await hide.click()
  await expect(studio.xrayLine('hidden by you')).toHaveAttribute('data-state', 'hidden')
  await expect.poll(() => tokensOf(studio)).toBe(before - size)
  await studio.undoButton().click()
  await expect(studio.xrayLine('And sandals?')).toHaveAttribute('data-state', 'in')
  expect(await tokensOf(studio)).toBe(before)
})

test('keys act on the line that has the focus; several lines are chosen and hidden at once', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long can I return shoes?', 'Sixty days.', 'And sandals?', 'The same.') })
  await studio.xrayLine('Sixty days.').click()
  await studio.page.keyboard.press('p')
  await expect(studio.xrayLine('always, by you')).toHaveAttribute('data-state', 'pinned')
  await studio.page.keyboard.press('n')
  await expect(studio.xrayLine('Sixty days.')).toHaveAttribute('data-state', 'in')
  await studio.page.keyboard.press('Shift+ArrowDown')
  await expect(studio.page.getByRole('region', { name: 'Chosen steps' })).toContainText('2 steps')
  await studio.page.keyboard.press('s')
  await expect(studio.xrayLine('hidden by you')).toHaveCount(2)
  await studio.xrayLine('How long can I return shoes?').click()
  await studio.page.keyboard.press('e')
  await expect(studio.feed.getByRole('textbox', { name: 'Correct this message' })).toBeFocused()
})

test('W shows why a step is in or out; Enter leads back to it in the chat', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long can I return shoes?', 'Sixty days.') })
  await studio.hide(studio.answer('Sixty days.'))
  await studio.feed.getByRole('button', { name: 'show', exact: true }).click()
  await studio.answer('Sixty days.').click()
  await studio.page.keyboard.press('w')
  await expect(studio.xray.getByRole('listbox')).toBeFocused()
  await expect(studio.xrayLine('hidden by you')).toHaveAttribute('aria-selected', 'true')
  await studio.page.keyboard.press('Enter')
  await expect(studio.feed.locator('[data-message]:focus')).toContainText('Sixty days.')
})

test('at an old step it shows the old text and says so; on another branch what the model sees there', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await expect(studio.xrayLine('replaced by correction')).toHaveAttribute('data-state', 'replaced')
  await studio.xrayLine('corrected').first().click()
  await studio.xrayAt('After the chosen step')
  await expect(studio.xray.getByRole('status').filter({ hasText: 'As it was right after' })).toBeVisible()
  await expect(studio.xrayLine(/60 days/)).toBeVisible()
  await expect(studio.xrayLine('replaced by correction')).toHaveCount(0)
  await studio.xrayLine(/60 days/).hover()
  await expect(studio.xray.getByRole('toolbar')).toHaveCount(0) // what was can't be changed
  await studio.xrayAt('cheap')
  await expect(studio.xrayLine('And sale items?')).toBeVisible()
  await studio.xrayAt('1 hour ago')
  await expect(studio.xray.getByText('There was nothing yet')).toBeVisible()
  await studio.xray.getByLabel('Date and time').fill('2100-01-01T00:00:00')
  await expect(studio.xrayLine('It starts on the day of delivery.')).toBeVisible()
  await studio.xray.getByRole('button', { name: 'Back to HEAD' }).click()
  await expect(studio.xrayLine('corrected')).toHaveCount(1)
  await expect(studio.xray.getByRole('button', { name: 'Back to HEAD' })).toHaveCount(0)
})

test('against the last request it tells what came and changed, word by word, and an early correction shortens the cache', async ({ launch, local }) => {
  const studio = await launch({ seed: spoken('You are brief.', 'Yes.'), answersFrom: local })
  await expect(studio.xray.getByText('Nothing was sent from here yet')).toBeVisible()
  await studio.ask('How long can I return shoes?', 'Echo: How long')
  await expect(studio.xray.getByRole('button', { name: /^Against previous call/ })).toContainText('+1 message')
  const whole = Number(await bar(studio).getAttribute('aria-valuenow'))
  expect(whole).toBeGreaterThan(10)
  await studio.correct(studio.answer('Yes.'), 'Yes, always.')
  await expect.poll(async () => Number(await bar(studio).getAttribute('aria-valuenow'))).toBeLessThan(whole)
  await expect(studio.xray.getByRole('button', { name: /first change at assistant ✎ → ~\d+ tokens sent anew/ })).toBeVisible()
  await studio.xray.getByRole('button', { name: /^Against previous call/ }).click()
  await expect(changes(studio)).toHaveCount(4)
  expect(await words(changes(studio))).toEqual(['alike: You are brief.', 'changed: Yes, always.', 'alike: How long can I return shoes?', 'added: Echo: How long can I return shoes?'])
  await expect(changes(studio).nth(1).locator('ins')).toHaveText(', always')
})

test('the difference against another branch has what only one of them says', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.xrayAs('Diff')
  await studio.xray.getByRole('button', { name: /^Compared against / }).click()
  await studio.page.getByRole('menuitem', { name: 'cheap' }).click()
  await expect.poll(() => words(changes(studio))).toEqual([
    'alike: You answer questions about returns.',
    'alike: How long can I return shoes?',
    'changed: Customers can return shoes within 30 days from delivery, as long as they are unworn outdoors.',
    'removed: And sale items?',
    'removed: Sale items can be exchanged within two weeks.',
    'added: Does it start at delivery?',
    'added: It starts on the day of delivery.',
  ])
})

test('the largest lines come first when asked for, and one kind alone', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Short.', `Long ${'word '.repeat(60)}`, 'A bit longer than that.', 'Yes.') })
  const sizes = (): Promise<readonly number[]> => studio.xray.getByRole('option').evaluateAll((lines) => lines.map((line) => Number(line.querySelector('.num')?.textContent)))
  await studio.xray.getByRole('button', { name: 'More about the X-ray' }).click()
  await studio.page.getByRole('menuitemradio', { name: 'Largest first' }).click()
  await expect(studio.xray.getByText('Largest first')).toBeVisible()
  const found = await sizes()
  expect([found.length, found]).toEqual([4, found.toSorted((a, b) => b - a)])
  await studio.xray.getByRole('button', { name: 'More about the X-ray' }).click()
  await studio.page.getByRole('menuitemradio', { name: 'User', exact: true }).click()
  await expect(studio.xray.getByRole('option')).toHaveCount(2)
  await studio.xray.getByRole('button', { name: 'show all in order' }).click()
  await expect(studio.xrayLine('Short.')).toBeVisible()
  await expect(studio.xray.getByRole('option').first()).toContainText('Short.')
})

test('what was sent for an answer can be seen again, and for another kind of call as its provider gets it', async ({ launch, local }) => {
  const studio = await launch({ answersFrom: local })
  await studio.ask('How long can I return shoes?', 'Echo: How long')
  await studio.correct(studio.question('How long can I return shoes?'), 'How long can I return boots?')
  await studio.answer('Echo: How long').click()
  await studio.xrayAt('Sent for the chosen answer')
  await expect(studio.xrayLine('How long can I return shoes?')).toBeVisible()
  await expect(studio.xray.getByRole('option')).toHaveCount(1)
  await expect(studio.xray.getByRole('alert')).toHaveCount(0)
  await studio.xray.getByRole('button', { name: /^For which kind of call: / }).click()
  await studio.page.getByRole('menuitemradio', { name: /^Title/ }).click()
  await studio.xrayAs('OpenAI JSON')
  await expect(studio.xray).toContainText('This context with the settings of title')
  await expect(studio.xray.getByRole('document')).toContainText('How long can I return shoes?')
  const download = studio.page.waitForEvent('download')
  await studio.xray.getByRole('button', { name: 'Save as a file' }).click()
  expect((await download).suggestedFilename()).toBe('request-openai.json')
})

test('an answer whose context gives something else than was sent for it says so in red', async ({ launch }) => {
  const studio = await launch({
    async seed(file) {
      await seedPair(file)
      using db = new DatabaseSync(file)
      db.exec(`update calls set record = json_set(record, '$.contextHash', '${'ab'.repeat(32)}')`)
    },
  })
  await studio.answer('They start on the day of delivery').click()
  await expect(studio.xray.getByRole('alert')).toContainText('another context than its step gives now. sent abababab, now ')
  await studio.question('And for a gift?').click()
  await expect(studio.xray.getByRole('alert')).toHaveCount(0)
})

test('it stands up to a check of its accessibility in every form', async ({ launch, local }) => {
  const studio = await launch({ seed: seedParted, answersFrom: local })
  await studio.ask('Really?', 'Echo: Really?')
  const found = async (): Promise<readonly string[]> => (await new AxeBuilder({ page: studio.page }).include('[data-pane="xray"]').analyze()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  await studio.xrayLine('corrected').first().hover()
  await expect(studio.xray.getByRole('toolbar', { name: 'Actions on this line' })).toBeVisible()
  expect(await found()).toEqual([])
  await studio.xrayAt('1 hour ago')
  await expect(studio.xray.getByText('There was nothing yet')).toBeVisible()
  expect(await found()).toEqual([])
  await studio.xray.getByRole('button', { name: 'Back to HEAD' }).click()
  await studio.xrayAs('Diff')
  await expect(changes(studio).first()).toBeVisible()
  expect(await found()).toEqual([])
  await studio.xrayAs('OpenAI JSON')
  await expect(studio.xray.getByRole('document')).toBeVisible()
  expect(await found()).toEqual([])
})

test('ribbons lead from a message to its line, light up on either side, and can be put away', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long can I return shoes?', 'Sixty days.') })
  await studio.page.setViewportSize({ width: 1800, height: 900 })
  const ribbons = studio.xray.locator('svg[data-ribbons]')
  await expect(ribbons.locator('path')).toHaveCount(2)
  await studio.xrayLine('Sixty days.').hover()
  await expect(ribbons.locator('path[data-lit]')).toHaveCount(1)
  await studio.page.mouse.move(5, 500)
  await studio.question('How long').hover()
  await expect(ribbons.locator('path[data-lit]')).toHaveCount(1)
  await studio.page.setViewportSize({ width: 1200, height: 800 })
  await expect(ribbons.locator('path')).toHaveCount(1) // no room: only the one that is pointed at
  await studio.xray.getByRole('button', { name: 'More about the X-ray' }).click()
  await studio.page.getByRole('menuitemcheckbox', { name: 'Ribbons to the chat' }).click()
  await expect(ribbons).toHaveCount(0)
})
