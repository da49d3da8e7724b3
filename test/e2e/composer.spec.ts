import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import { bodyOf } from './received.ts'
import type { Studio } from './studio.ts'
import { priced, spoken } from './scenes.ts'

const chip = (studio: Studio, name: RegExp | string) => studio.chat.getByRole('button', { name })
const note = (studio: Studio) => studio.chat.getByRole('note', { name: 'Before sending' })

async function pickOnce(studio: Studio, chipName: RegExp, choice: string): Promise<void> {
  await chip(studio, chipName).click()
  await studio.page.getByRole('menuitemcheckbox', { name: 'Just for the next message' }).click()
  await studio.page.getByRole('menuitemradio', { name: choice, exact: true }).click()
}

test('a temperature chosen for the next message holds for that one, and the usual one comes back', async ({ connected: studio, local }) => {
  await chip(studio, /^Temperature: /).click()
  await studio.page.getByRole('menuitemradio', { name: 'T 0.2', exact: true }).click()
  await expect(chip(studio, 'Temperature: T 0.2')).toBeVisible()
  await pickOnce(studio, /^Temperature: /, 'T 1')
  await expect(chip(studio, 'Temperature: T 1')).toHaveAccessibleDescription('for the next message alone')
  await studio.page.reload()
  await expect(chip(studio, 'Temperature: T 1')).toBeVisible()
  await studio.ask('First', 'Echo: First')
  await expect(chip(studio, 'Temperature: T 0.2')).toBeVisible()
  await studio.ask('Second', 'Echo: Second')
  expect(local.requests.map(bodyOf).map(({ temperature }) => temperature)).toEqual([1, 0.2])
})

test('what is set for the next message is taken back by its ×, and each branch has its own', async ({ launch, local }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day'), answersFrom: local })
  await pickOnce(studio, /^Temperature: /, 'T 0.5')
  await studio.branchHere(studio.question('Hello'), 'aside')
  await expect(chip(studio, 'Temperature: T default')).toBeVisible()
  await studio.switchTo('main')
  await expect(chip(studio, 'Temperature: T 0.5')).toBeVisible()
  await chip(studio, 'Use the usual temperature for the next message').click()
  await expect(chip(studio, 'Temperature: T default')).toBeVisible()
})

test('the tract’s own settings hold where the composer sets nothing', async ({ launch, local }) => {
  const studio = await launch({ seed: withOwnSettings, answersFrom: local })
  await chip(studio, /^Model: /).click()
  await studio.page.getByRole('menuitemradio', { name: /^As the tract says/ }).click()
  await expect(chip(studio, 'Model: tract-model')).toBeVisible()
  await expect(chip(studio, 'Temperature: T 0.3')).toBeVisible()
  await chip(studio, /^Model: /).click()
  await expect(studio.page.getByRole('menuitemradio', { name: /^As the tract says/ })).toBeChecked()
  await studio.page.keyboard.press('Escape')
  await studio.ask('Which model?', 'Echo: Which model?')
  await studio.answer('Echo: Which model?').getByRole('button', { name: 'How this answer was made' }).click()
  await expect(studio.page.getByRole('dialog', { name: 'How this answer was made' })).toContainText('tract-modelfrom this tract’s chat settings')
  expect(local.requests.map(bodyOf).map(({ model, temperature }) => ({ model, temperature }))).toEqual([{ model: 'tract-model', temperature: 0.3 }])
})

function withOwnSettings(file: string): void {
  const workspace = Workspace.open(file)
  workspace.create({ name: 'Garden' }).configureOperations({ chat: { model: 'tract-model', temperature: 0.3 } })
  workspace.close()
}

test('every setting of a call can be set, for all messages or for one, and a value that can’t be taken says why', async ({ connected: studio, local }) => {
  await chip(studio, 'More settings').click()
  const form = studio.page.getByRole('dialog', { name: 'Settings of the call' })
  await form.getByRole('textbox', { name: 'Max tokens' }).fill('1 024')
  await form.getByRole('textbox', { name: 'Top p' }).fill('2')
  await expect(form.getByRole('alert')).toHaveText('a number from 0 to 1')
  await form.getByRole('textbox', { name: 'Top p' }).fill('0.9')
  await form.getByRole('textbox', { name: 'Stop sequences' }).fill('END')
  await form.getByRole('textbox', { name: 'Top k' }).fill('40')
  await form.getByRole('button', { name: 'Use', exact: true }).click()
  await expect(form).toHaveCount(0)
  await expect(note(studio)).toContainText('≤1024 out')
  await chip(studio, 'More settings').click()
  await expect(form).toContainText('Local has none: not sent')
  await form.getByRole('radio', { name: 'The next one alone' }).click()
  await form.getByRole('textbox', { name: 'Max tokens' }).fill('5')
  await form.getByRole('textbox', { name: 'Max tokens' }).press('Enter')
  await expect(note(studio)).toContainText('≤5 out')
  await studio.ask('First', 'Echo: First')
  await studio.ask('Second', 'Echo: Second')
  expect(local.requests.map(bodyOf).map(({ max_tokens, top_p, stop, top_k }) => ({ max_tokens, top_p, stop, top_k }))).toEqual([
    { max_tokens: 5, top_p: 0.9, stop: ['END'], top_k: undefined },
    { max_tokens: 1024, top_p: 0.9, stop: ['END'], top_k: undefined },
  ])
})

test('before sending, the composer tells the tokens that go in, the longest answer, and what they cost', async ({ launch, local }) => {
  const studio = await launch({ answersFrom: local, seed: priced })
  await expect(note(studio)).toContainText('≈0 in')
  await studio.composer.fill('x'.repeat(4000))
  await expect(note(studio)).toContainText('≈1000 in')
  await expect(note(studio)).toContainText('≥$0.0025')
  await chip(studio, 'More settings').click()
  await studio.page.getByRole('textbox', { name: 'Max tokens' }).fill('1000')
  await studio.page.keyboard.press('Enter')
  await expect(note(studio)).toHaveText('≈1000 in·≤1000 out·≈$0.013')
})

test('a provider that is gone since it was chosen for the next message is said, and let go of', async ({ connected: studio, local }) => {
  await studio.composer.fill('Still here?')
  await studio.page.evaluate(() => {
    const { state } = JSON.parse(localStorage.getItem('drafts') ?? '') as { readonly state: { readonly byPlace: object } }
    const byPlace = Object.fromEntries(Object.keys(state.byPlace).map((place) => [place, { provider: 'gone', model: 'gone-1' }]))
    localStorage.setItem('once', JSON.stringify({ state: { byPlace }, version: 1 }))
  })
  await studio.page.reload()
  await expect(studio.chat.getByRole('alert')).toContainText('That provider is not in the settings')
  await chip(studio, 'use the usual settings').click()
  await expect(chip(studio, 'Model: local-1')).toBeVisible()
  await studio.composer.press('Enter')
  await expect(studio.answer('Echo: Still here?')).toBeVisible()
  expect(local.requests.map(bodyOf).map(({ model }) => model)).toEqual(['local-1'])
})

test('model, settings, files and the look of the request are commands of the palette', async ({ connected: studio }) => {
  const command = async (words: string): Promise<void> => {
    await studio.page.keyboard.press('ControlOrMeta+k')
    await studio.page.keyboard.type(words)
    await studio.page.keyboard.press('Enter')
  }
  await command('Choose the model')
  await expect(studio.page.getByRole('menuitemradio', { name: 'local-1', exact: true })).toBeVisible()
  await studio.page.keyboard.press('Escape')
  await command('Settings of the call')
  await studio.page.getByRole('dialog', { name: 'Settings of the call' }).getByRole('textbox', { name: 'Seed' }).fill('7')
  await studio.page.keyboard.press('Enter')
  await expect(studio.page.getByRole('dialog', { name: 'Settings of the call' })).toHaveCount(0)
  const chooser = studio.page.waitForEvent('filechooser')
  await command('Attach text files')
  await (await chooser).setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('words') })
  await studio.ask('With a file', 'Echo: With a file')
  await command('request as OpenAI')
  await expect(studio.xray.getByRole('document')).toContainText('"seed": 7')
})
