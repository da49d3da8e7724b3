import { join } from 'node:path'
import type { ModelServer } from '../helpers/modelServer.ts'
import { expect, openaiKey, test } from './fixtures.ts'
import { cutOff, pages, states } from './scenes.ts'
import type { Scene } from './scenes.ts'
import { seedLeftovers, seedPair, seedParted, seedRules } from './seeds.ts'
import type { Studio } from './studio.ts'

/** `SHOTS=folder` takes pictures of every pane and state of the window: `npm run screenshots` puts those of the large window into docs/screenshots. */
const folder = process.env['SHOTS']
test.skip(folder === undefined, 'pictures are taken where SHOTS names a folder')

type Look = { readonly colorScheme: 'light' | 'dark'; readonly size: (typeof sizes)[number] }
const place = ({ colorScheme, size }: Look, name: string): string => join(folder ?? '', size.width === 1440 ? colorScheme : `${colorScheme}-small`, `${name}.png`)

const sizes = [
  { width: 1440, height: 900 },
  { width: 880, height: 600 },
] as const

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`pictures: ${colorScheme}, ${size.width}×${size.height}`, async ({ studio, openai }) => {
      test.setTimeout(180_000)
      await studio.page.setViewportSize(size)
      await studio.page.emulateMedia({ colorScheme })
      const take = async (name: string): Promise<void> => {
        await studio.page.screenshot({ path: place({ colorScheme, size }, name), animations: 'disabled' })
      }
      await take('empty')
      await studio.connect('OpenAI', openai.url, openaiKey, 'gpt-5.4')
      await studio.closeToasts()
      await talk(studio, openai, take)
      for (const { name, show, leave } of states) {
        await show(studio)
        await rest(studio)
        await take(name)
        await leave(studio)
      }
      await failures(studio, openai, take)
      await tightBudget(studio, take)
    })
    test(`pictures of all pages: ${colorScheme}, ${size.width}×${size.height}`, async ({ launch }) => {
      test.setTimeout(180_000)
      const studio = await launch({ seed: seedParted })
      const { page } = studio
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect(studio.answer(/within 30 days/)).toBeVisible()
      for (const { name, show, leave } of [...requests, ...pages, ...cutOff]) {
        await show(studio)
        await page.waitForTimeout(400) // what opens has come to rest
        if (!takenElsewhere.has(name)) await page.screenshot({ path: place({ colorScheme, size }, name.replaceAll(/[^a-z]+/g, '-')), animations: 'disabled' })
        await leave(studio)
      }
    })
    test(`pictures of what waits and what can go: ${colorScheme}, ${size.width}×${size.height}`, async ({ launch }) => {
      const rules = await launch({ seed: seedRules })
      const { page } = rules
      const take = (name: string) => page.screenshot({ path: place({ colorScheme, size }, name), animations: 'disabled' })
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await rules.openSettings('Policies')
      await expect(page.getByText('On main it would have acted 1 time so far.')).toBeVisible()
      await take('settings-policies')
      await rules.closeSettings()
      await page.keyboard.press('Alt+3')
      await expect(page.getByRole('option', { name: /^Keep 1 step always/ })).toBeVisible()
      await take('proposal')
    })
    test(`pictures of a clean-up: ${colorScheme}, ${size.width}×${size.height}`, async ({ launch }) => {
      const studio = await launch({ seed: seedLeftovers })
      const { page } = studio
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await studio.openSettings('Storage and clean-up')
      await page.getByRole('slider', { name: 'Leftovers older than' }).press('Home')
      await expect(page.getByText('Less than a week')).toBeVisible()
      await page.waitForTimeout(600)
      await page.screenshot({ path: place({ colorScheme, size }, 'clean-up'), animations: 'disabled' })
    })
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`pictures of branches: ${colorScheme}, ${size.width}×${size.height}`, async ({ launch }) => {
      test.setTimeout(120_000)
      const studio = await launch({ seed: seedParted })
      const { page, dialog } = studio
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const take = (name: string) => page.screenshot({ path: place({ colorScheme, size }, name), animations: 'disabled' })
      await studio.question('How long can I return shoes?').click()
      await page.keyboard.press('Shift+ArrowDown')
      await take('chosen')
      await page.keyboard.press('Escape')
      await page.keyboard.press('m')
      await expect(dialog.getByRole('button', { name: /^Branch to bring in/ })).toBeVisible()
      await take('merge')
      await dialog.getByRole('button', { name: /^Branch to bring in/ }).click()
      await page.getByRole('menuitemradio', { name: /^odds/ }).click()
      await dialog.getByRole('button', { name: 'Decide the conflicts' }).click()
      await expect(dialog.getByText('0 of 1 decided')).toBeVisible()
      await take('conflict')
      await page.keyboard.press('Escape')
      await take('merge-waits')
      await page.keyboard.press('ControlOrMeta+Shift+f')
      await page.keyboard.type('days')
      await expect(dialog.getByRole('option').first()).toBeVisible()
      await take('search')
    })
    test(`pictures of a comparison: ${colorScheme}, ${size.width}×${size.height}`, async ({ launch }) => {
      const studio = await launch({ seed: seedPair })
      const { page } = studio
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.keyboard.press('Alt+4')
      await expect(page.getByText('gpt-4o → gpt-4o-mini')).toBeVisible()
      await rest(studio)
      await page.screenshot({ path: place({ colorScheme, size }, 'compare'), animations: 'disabled' })
    })
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`pictures of the sample: ${colorScheme}, ${size.width}×${size.height}`, async ({ studio }) => {
      test.setTimeout(180_000)
      const { page } = studio
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const take = async (name: string): Promise<void> => {
        await rest(studio)
        await page.screenshot({ path: place({ colorScheme, size }, name), animations: 'disabled' })
      }
      await page.getByRole('button', { name: 'Open the sample' }).click()
      await expect(studio.answer('EU 43 is')).toBeVisible()
      await take('sample')
      await page.keyboard.press('Alt+2')
      await expect(page.getByRole('region', { name: 'Graph', exact: true }).getByText('9 steps in one')).toBeVisible()
      await take('graph')
      await page.keyboard.press('Alt+5')
      await expect(page.getByText('This is now')).toBeVisible()
      await take('forensics')
      await page.keyboard.press('Alt+3')
      await take('review')
      await page.keyboard.press('Alt+1')
      await page.keyboard.press('ControlOrMeta+Shift+h')
      await take('log')
      await page.keyboard.press('Escape')
      await studio.question('A customer wears').click()
      await page.keyboard.press(' ')
      await studio.answer('EU 31 is').click({ modifiers: ['Shift'] })
      await page.keyboard.press('x')
      await studio.dialog.getByRole('button', { name: /^Draft with the model/ }).first().click()
      await expect(studio.dialog.getByRole('textbox', { name: /^Summary/ }).first()).toBeVisible()
      await take('compress')
      await page.keyboard.press('Escape')
      await studio.feed.press('End')
      await studio.answer('It starts on the').click()
      await page.keyboard.press('k')
      await page.keyboard.press('o')
      await expect(page.getByText(/You are looking at/)).toBeVisible()
      await take('old-step')
    })
  }
}

/** The sample has more to show of these. */
const takenElsewhere: ReadonlySet<string> = new Set(['graph', 'review', 'compare', 'forensics', 'search', 'an old step', 'drawer: log', 'its strip', 'a merge that waits', 'join', 'chosen steps'])

/** What the model is sent, as it is sent. */
const requests: readonly Scene[] = (['OpenAI JSON', 'Diff'] as const).map((form) => ({
  name: `x-ray ${form.split(' ')[0]?.toLowerCase() ?? ''}`,
  show: (studio) => studio.xrayAs(form),
  leave: (studio) => studio.xrayAs('Messages'),
}))

type Take = (name: string) => Promise<void>

const answers = {
  carrots: 'Sow carrots outdoors from **mid-March**, once the soil is above 7 °C:\n\n- draw rows 25 cm apart, 1 cm deep\n- sow thinly, cover with sand, keep moist\n- thin to 3 cm when the plants have three leaves\n\nThey need about two weeks to show.',
  names: 'For storing I would take **Rodelika** or **Autumn King**: both are late, firm, and keep until March in damp sand.',
  neighbour: 'Nice! A neighbour with a greenhouse is worth asking for early seedlings.',
  plan: '| Week | What |\n|---|---|\n| 11 | loosen the bed, rake in compost |\n| 12 | first row of carrots |\n| 14 | second row, radishes between |\n| 18 | thin out, mulch |\n\n```sh\nremind --week 12 "sow carrots"\n```',
  autumn: 'For autumn: spinach, lamb’s lettuce and winter purslane. Sow them from mid-August where the peas stood.',
}

async function talk(studio: Studio, openai: ModelServer, take: Take): Promise<void> {
  await studio.page.getByRole('button', { name: 'Write a system prompt' }).click()
  await studio.chat.getByRole('textbox', { name: 'System prompt' }).fill('You help with a small garden in a mild climate. Answer briefly, with dates.')
  await studio.page.keyboard.press('Enter')
  await expect(studio.rule('You help with a small garden')).toBeVisible()
  openai.script(answers.carrots, answers.names, answers.neighbour, answers.plan, answers.autumn)
  await studio.ask('When do I sow carrots?', 'They need about two weeks to show.')
  await studio.ask('Which kinds keep well over winter?', 'keep until March')
  await studio.ask('By the way, my neighbour has a greenhouse now.', 'worth asking')
  await studio.correct(studio.question('When do I sow carrots?'), 'When do I sow carrots outdoors?')
  await studio.hide(studio.question('By the way'))
  await studio.hide(studio.answer('worth asking'))
  await studio.pin(studio.answer('keep until March'))
  openai.hold()
  await studio.say('Make me a plan for the spring')
  await openai.received(4)
  openai.release(24)
  await expect(studio.live).toContainText('first row of carrots')
  await rest(studio)
  await take('streaming')
  openai.release()
  await expect(studio.answer('remind')).toBeVisible()
  await studio.branchHere(studio.answer('keep until March'), 'autumn')
  await studio.ask('And what can I sow in autumn?', 'winter purslane')
  await rest(studio)
  await take('other-branch')
  await studio.switchTo('main')
  await studio.question('Make me a plan').hover()
  await studio.closeToasts()
  await take('actions')
}

async function failures(studio: Studio, openai: ModelServer, take: Take): Promise<void> {
  openai.script({ kind: 'answer', text: 'Water in the morning, at the root, and rather', afterwards: 'cut' })
  await studio.say('How do I water them?')
  await expect(studio.partial).toContainText('rather')
  await rest(studio)
  await take('partial')
  openai.script({ kind: 'status', status: 429, headers: { 'retry-after': '18' } })
  await studio.way('Retry').click()
  await expect(studio.live).toContainText('asks to wait')
  await take('waiting')
  await studio.chat.getByRole('button', { name: 'Stop' }).click()
  await expect(studio.live).toHaveCount(0)
  openai.script({ kind: 'status', status: 401, message: 'Incorrect API key provided' })
  await studio.say('Hello?')
  await expect(studio.failure).toContainText('refused the key')
  await rest(studio)
  await take('failed')
  await studio.way('dismiss').click()
}

async function tightBudget(studio: Studio, take: Take): Promise<void> {
  await studio.page.getByRole('button', { name: 'Set budget' }).click()
  await studio.page.getByRole('textbox', { name: 'Token budget' }).fill('150')
  await studio.page.keyboard.press('Enter')
  await expect(studio.page.getByRole('contentinfo').getByRole('status')).toContainText('over')
  await rest(studio)
  await take('over-budget')
}

/** Nothing under the pointer, nothing that is about to go. */
async function rest(studio: Studio): Promise<void> {
  await studio.closeToasts()
  await studio.page.mouse.move(0, 0)
}
