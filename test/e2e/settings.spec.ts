import type { Locator } from '@playwright/test'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import { expect, openaiKey, readLog, test } from './fixtures.ts'
import { bodyOf } from './received.ts'
import { spoken } from './scenes.ts'
import type { Studio } from './studio.ts'

const cell = (studio: Studio, name: string): Locator => studio.page.getByRole('button', { name: new RegExp(`^${name}: `) })
const used = (studio: Studio, field: string): Locator => studio.page.getByRole('table', { name: 'Which value wins' }).getByRole('row', { name: new RegExp(`^${field}\\b`) }).getByRole('cell').last()

async function set(studio: Studio, name: string, value: string): Promise<void> {
  await cell(studio, name).click()
  await studio.page.getByRole('textbox', { name }).fill(value)
  await studio.page.keyboard.press('Enter')
  await expect(studio.page.getByRole('textbox', { name })).toHaveCount(0)
}

test.describe('providers', () => {
  test('a check asks for the models and for one word, and says how long it took', async ({ studio, openai }) => {
    await studio.openSettings('Providers and keys')
    await studio.setAddress('OpenAI', openai.url)
    await studio.setKey('OpenAI', openaiKey)
    const card = studio.provider('OpenAI')
    await card.getByRole('button', { name: 'Check connection' }).click()
    await expect(card.getByRole('status')).toHaveText(/It answers: gpt-5\.4-mini in [\d\s]+ ms, 2 models$/)
    expect(openai.requests.map((request) => bodyOf(request)['max_completion_tokens'] ?? bodyOf(request)['max_tokens'])).toEqual([64])
    await expect(card.getByText(/^Kept (in a file only you can read|in the system’s key store)/)).toBeVisible()
  })

  test('a header goes with every request; one that looks secret is never shown again', async ({ connected: studio, local, folder }) => {
    const secret = 'gateway-token-19c4-x7q2'
    await studio.openSettings('Providers and keys')
    const card = studio.provider('Local')
    await card.getByRole('button', { name: 'add a header' }).click()
    await card.getByRole('textbox', { name: 'Name of the header' }).fill('X-Team')
    await card.getByRole('textbox', { name: 'Value of the header' }).fill('garden')
    await studio.page.keyboard.press('Enter')
    await expect(card.getByRole('listitem')).toHaveText(['X-Team:garden'])
    await card.getByRole('button', { name: 'add another' }).click()
    await card.getByRole('textbox', { name: 'Name of the header' }).fill('X-Gateway-Token')
    await card.getByLabel('Value of the header').fill(secret)
    await expect(card.getByText('the value is kept with the keys')).toBeVisible()
    await studio.page.keyboard.press('Enter')
    await expect(card.getByRole('listitem')).toHaveText([/^X-Team:garden$/, /^X-Gateway-Token:….*x7q2 \(kept with the keys, for http:\/\/127\.0\.0\.1:\d+\)$/])
    expect(await studio.page.content()).not.toContain(secret)
    await studio.closeSettings()
    await studio.ask('Hello', 'Echo: Hello')
    expect([local.requests[0]?.headers['x-team'], local.requests[0]?.headers['x-gateway-token'], readLog(folder).includes(secret)]).toEqual(['garden', secret, false])
    await studio.openSettings('Providers and keys')
    await card.getByRole('button', { name: 'Remove the header X-Gateway-Token' }).click()
    await expect(card.getByRole('listitem')).toHaveText(['X-Team:garden'])
  })

  test('a model server on this machine is found and taken with its models', async ({ studio }) => {
    const server = await startOpenAIServer({ port: 1234, models: ['qwen2.5-7b', 'phi-4'] })
    await studio.openSettings('Providers and keys')
    const offers = studio.page.getByRole('region', { name: 'Found on this machine' })
    await expect(offers).toContainText('Found LM Studio here: 2 models')
    await offers.getByRole('button', { name: 'Use it' }).click()
    await expect(studio.provider('LM Studio').getByRole('textbox', { name: 'Models' })).toHaveValue('qwen2.5-7b, phi-4')
    await expect(offers).toHaveCount(0)
    await studio.closeSettings()
    await studio.chooseModel('qwen2.5-7b')
    await studio.ask('Who answers?', 'Echo: Who answers?')
    await server.close()
  })

  test('Ollama stands in the list, without a key, with a context size of its own', async ({ studio }) => {
    await studio.openSettings('Providers and keys')
    const card = studio.provider('Ollama, local')
    await expect(card.getByLabel('Key', { exact: true })).toHaveCount(0)
    await expect(card.getByText('it needs no key')).toBeVisible()
    const size = card.getByRole('textbox', { name: 'Context size' })
    await size.fill('12')
    await expect(card.getByRole('alert')).toHaveText('A whole number of tokens, 256 or more')
    await size.fill('32 768')
    await size.press('Enter')
    await expect(card.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
    await expect(size).toHaveValue('32768')
  })
})

test.describe('models and prices', () => {
  test('a price is entered, holds for the next answer, and goes back to what it was', async ({ connected: studio }) => {
    await studio.openSettings('Models and prices')
    const table = studio.page.getByRole('table', { name: 'Models of Local' })
    const row = table.getByRole('row', { name: /local-1/ })
    await expect(row).toContainText('free here')
    await row.getByRole('button', { name: 'Price of local-1' }).click()
    const form = table.getByRole('form', { name: 'Price of local-1' })
    await form.getByRole('textbox', { name: 'Input', exact: true }).fill('much')
    await expect(form.getByRole('button', { name: 'Save price' })).toHaveAttribute('aria-disabled', 'true')
    await form.getByRole('textbox', { name: 'Input', exact: true }).fill('2000')
    await form.getByRole('textbox', { name: 'Cached input' }).fill('')
    await form.getByRole('textbox', { name: 'Output' }).fill('8000')
    await studio.page.keyboard.press('Enter')
    await expect(row).toContainText('$2000.00—$8000.00you')
    await studio.closeSettings()
    await studio.ask('What does this cost?', 'Echo: What does this cost?')
    await expect(studio.answer('Echo: What does this cost?')).toContainText('$')
    await studio.openSettings('Models and prices')
    await row.getByRole('button', { name: 'Price of local-1' }).click()
    await form.getByRole('button', { name: 'Forget it' }).click()
    await expect(row).toContainText('free here')
  })

  test('a model is added, asked first, and taken off again', async ({ connected: studio, local }) => {
    await studio.openSettings('Models and prices')
    const rows = studio.page.getByRole('table', { name: 'Models of Local' }).getByRole('rowheader')
    await studio.page.getByRole('textbox', { name: 'Another model of Local' }).fill('local-2')
    await studio.page.keyboard.press('Enter')
    await expect(rows).toHaveText(['local-1first', 'local-2'])
    await studio.page.getByRole('button', { name: 'Ask local-2 first' }).click()
    await expect(rows).toHaveText(['local-2first', 'local-1'])
    await studio.page.getByRole('button', { name: 'Take local-1 off the list' }).click()
    await expect(rows).toHaveText(['local-2first'])
    await studio.toasts.getByRole('button', { name: 'Undo' }).click()
    await expect(rows).toHaveText(['local-2first', 'local-1'])
    await studio.closeSettings()
    await studio.ask('Who are you?', 'Echo: Who are you?')
    expect(bodyOf(local.requests[0])['model']).toBe('local-1') // chosen in the composer, which wins
  })
})

test.describe('operations', () => {
  test('client and config of a kind of call are set apart; undo takes the config back', async ({ connected: studio }) => {
    await studio.openSettings('Operations')
    const row = studio.page.getByRole('table', { name: 'Operations' }).getByRole('row', { name: /^Compress/ })
    await expect(row).toHaveText('Compressas Chatlocal-1——edit')
    await row.getByRole('button', { name: 'Edit Compress' }).click()
    await studio.dialog.getByRole('button', { name: /^Client: / }).click()
    await studio.page.getByRole('menuitemradio', { name: 'Demo model' }).click()
    await studio.dialog.getByRole('textbox', { name: 'Temperature' }).fill('9')
    await expect(studio.dialog.getByRole('alert')).toHaveText('a number from 0 to 2')
    await studio.dialog.getByRole('textbox', { name: 'Temperature' }).fill('0')
    await studio.dialog.getByRole('textbox', { name: 'Max tokens' }).fill('2 000')
    await studio.page.keyboard.press('Enter')
    await expect(row).toHaveText('CompressDemo modeldemo02000edit')
    await studio.toasts.getByRole('button', { name: 'Undo' }).click()
    await expect(row).toHaveText('CompressDemo modeldemo——edit')
  })

  test('the level that wins is shown, changed where it is set, and what is sent is what was shown', async ({ connected: studio, local }) => {
    await studio.openSettings('Operations')
    await set(studio, 'temperature at Operation, chat', '0.2')
    await expect(used(studio, 'temperature')).toHaveText('0.2from operation')
    await set(studio, 'temperature at llm_config', '0.5')
    await expect(used(studio, 'temperature')).toHaveText('0.5from llm_config')
    await set(studio, 'temperature at This call', '0.9')
    await expect(used(studio, 'temperature')).toHaveText('0.9from this call')
    await expect(cell(studio, 'temperature at llm_config')).toHaveAccessibleName('temperature at llm_config: 0.5, overruled')
    await set(studio, 'max_tokens at Tract default', '1024')
    await set(studio, 'stop_sequences at llm_config', '["END"]')
    await expect(used(studio, 'stop_sequences')).toHaveText('["END"]from llm_config, as stop')
    await set(studio, 'top_k at Operation, chat', '40')
    await expect(used(studio, 'top_k')).toHaveText('not sentLocal has no top_k')
    await studio.closeSettings()
    await studio.ask('Once hot', 'Echo: Once hot')
    await studio.ask('Then mild', 'Echo: Then mild')
    expect(local.requests.map((request) => [bodyOf(request)['temperature'], bodyOf(request)['max_tokens'], bodyOf(request)['stop'], 'top_k' in bodyOf(request)])).toEqual([
      [0.9, 1024, ['END'], false],
      [0.5, 1024, ['END'], false],
    ])
    await studio.openSettings('Operations')
    await expect(cell(studio, 'temperature at This call')).toHaveAccessibleName('temperature at This call: not set')
    await studio.page.getByRole('button', { name: 'Call: the next message' }).click()
    await studio.page.getByRole('menuitemradio', { name: /^Echo: Once hot/ }).click()
    await expect(used(studio, 'temperature')).toHaveText('0.9from this call')
    await expect(used(studio, 'top_k')).toHaveText('not sentLocal has no top_k')
  })

  test('a cell is walked to, changed and left by keys', async ({ connected: studio }) => {
    const { page } = studio
    await studio.openSettings('Operations')
    await cell(studio, 'temperature at Operation, chat').focus()
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'temperature at Operation, chat' })
    await expect(field).toBeFocused()
    await page.keyboard.type('hot')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('a number from 0 to 2')
    await page.keyboard.press('Escape')
    await expect(cell(studio, 'temperature at Operation, chat')).toBeFocused()
    await expect(cell(studio, 'temperature at Operation, chat')).toHaveAccessibleName('temperature at Operation, chat: not set')
    await page.keyboard.press('Enter')
    await page.keyboard.type('0.7')
    await page.keyboard.press('Enter')
    await expect(cell(studio, 'temperature at Operation, chat')).toHaveAccessibleName('temperature at Operation, chat: 0.7')
    await expect(cell(studio, 'temperature at Operation, chat')).toBeFocused()
    await page.getByRole('button', { name: 'Edit Chat' }).press('Enter')
    await expect(studio.dialog.getByRole('combobox', { name: 'Model' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(studio.dialog).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Edit Chat' })).toBeFocused() // of the two, only the dialog closes
    await page.keyboard.press('Escape')
    await expect(studio.composer).toBeFocused()
  })

  test('settings of another framework are pasted: aliases mapped, the rest said and dropped', async ({ connected: studio }) => {
    await studio.openSettings('Operations')
    await studio.page.getByRole('button', { name: 'Paste JSON' }).click()
    const json = studio.dialog.getByRole('textbox', { name: 'JSON' })
    await expect(json).toBeFocused()
    await json.fill('{ "model": ')
    await expect(studio.dialog.getByRole('alert')).toContainText('it is not JSON')
    await json.fill('{"temperature":0.3,"stop":["END"],"messages":[],"api_key":"sk-pasted-by-mistake","logit_bias":{"5":1}}')
    await expect(studio.dialog.getByRole('listitem')).toHaveText([
      'temperatureis taken',
      'stopis taken as stop_sequences',
      'messagesis dropped: it says what, where or how to send, not how to answer',
      'api_keyis dropped: it says what, where or how to send, not how to answer',
      'logit_biasis kept as it stands, for Local to understand',
    ])
    await studio.dialog.getByRole('button', { name: 'Set 3 settings' }).click()
    await expect(studio.dialog).toHaveCount(0)
    await expect(used(studio, 'stop_sequences')).toHaveText('["END"]from operation, as stop')
    await expect(used(studio, 'logit_bias')).toHaveText('{"5":1}from operation')
    await studio.toasts.getByRole('button', { name: 'Undo' }).click()
    await expect(used(studio, 'stop_sequences')).toHaveText('—not sent')
  })
})

test.describe('the search field', () => {
  test('finds a setting whichever page it is on, by keys alone', async ({ launch }) => {
    const studio = await launch({ seed: spoken('Hello', 'Good day') })
    const { page } = studio
    await studio.openSettings('General')
    const field = page.getByRole('searchbox', { name: 'Search settings' })
    await field.fill('price')
    const nav = page.getByRole('navigation', { name: 'Settings' })
    await expect(nav.getByRole('button', { name: /^Prices/ })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(nav.getByRole('button', { name: /^Prices/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Models and prices' })).toBeVisible()
    await field.fill('no such thing')
    await expect(nav.getByText('No setting is called that.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(field).toHaveValue('')
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(studio.composer).toBeFocused()
  })
})
