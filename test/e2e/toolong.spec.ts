import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelServer } from '../helpers/modelServer.ts'
import { startOllamaServer } from '../helpers/ollamaServer.ts'
import { expect, test } from './fixtures.ts'
import { linesOf, modelOf } from './received.ts'
import { spoken } from './scenes.ts'

const long = (word: string): string => `${word} `.repeat(400)
/** A conversation in which three steps are large, and one of them is kept always. */
const seed = spoken('Small talk', long('alpha'), 'More', long('beta'), 'And more', long('gamma'), 'Go on', 'Gladly.')

const refuse = (local: ModelServer): void =>
  local.script({
    kind: 'status', status: 400, type: 'invalid_request_error',
    message: "This model's maximum context length is 1024 tokens. However, your messages resulted in 1260 tokens. Please reduce the length of the messages.",
  })

test('a question that is too long is told with its numbers; the largest steps are hidden with one click, and then it is answered', async ({ launch, local }) => {
  const studio = await launch({ seed, answersFrom: local })
  await studio.pin(studio.answer('beta beta'))
  refuse(local)
  await studio.say('What was the first word?')
  await expect(studio.failure).toContainText(/Too long for local-1: 1\s*260 of 1\s*024/)
  await expect(studio.failure).toContainText('Hide the 3 largest steps')
  await studio.closeToasts()
  await studio.way('Hide').click()
  await expect(studio.toasts).toContainText(/Hidden 3 steps from the model, −\d/)
  await studio.way('Retry').click()
  await expect(studio.answer('Echo: What was the first word?')).toBeVisible()
  await expect(studio.failure).toHaveCount(0)
  const sent = linesOf(local.requests.at(-1)).join('\n')
  expect([sent.includes('alpha'), sent.includes('beta'), sent.includes('gamma'), local.requests.length]).toEqual([false, true, false, 2])
})

test('what was hidden for its length comes back by undo', async ({ launch, local }) => {
  const studio = await launch({ seed, answersFrom: local })
  refuse(local)
  await studio.say('What was the first word?')
  await studio.way('Hide').click()
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.toasts).toContainText('Undone')
  await studio.chat.getByRole('button', { name: /latest/ }).click() // the page has gone to what was changed
  await studio.way('Retry').click()
  await expect(studio.answer('Echo: What was the first word?')).toBeVisible()
  expect(linesOf(local.requests.at(-1)).join('\n')).toContain('alpha')
})

test('without numbers it is still recognised, the sentence of the provider is under details, and the message can be shortened', async ({ connected: studio, local }) => {
  local.script({ kind: 'status', status: 400, body: JSON.stringify({ error: { message: 'Your input exceeds the context window of this model.', type: 'invalid_request_error', code: 'context_length_exceeded' } }) })
  await studio.say('A very long story')
  await expect(studio.failure).toContainText('Too long for local-1')
  await studio.way('details').click()
  await expect(studio.failure).toContainText('Your input exceeds the context window of this model.')
  await studio.way('Edit message').click()
  await studio.feed.getByRole('textbox', { name: 'Correct this message' }).fill('A story')
  await studio.way('Save correction').click()
  await studio.way('Retry').click()
  await expect(studio.answer('Echo: A story')).toBeVisible()
})

/** A server with a small model and a large one. */
function withTwoSizes(folder: string, { url }: ModelServer): void {
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data/settings.json'), JSON.stringify({
    providers: [{ id: 'local', kind: 'openai', name: 'Local', baseUrl: url, models: ['llama-3-8b', 'gpt-4o'] }],
    chat: { provider: 'local', model: 'llama-3-8b', temperature: null },
  }))
}
const huge = (word: string): string => `${word} `.repeat(3000)

test('what is too long is told before it is sent, and a larger model takes it', async ({ launch, local, folder }) => {
  withTwoSizes(folder, local)
  const studio = await launch({ seed: spoken('One', huge('alpha'), 'Two', huge('beta')) })
  await studio.composer.fill(huge('gamma'))
  await expect(studio.failure).toContainText(/Too long for llama-3-8b: ~\d+\s*\d+ of 8\s*192/)
  await studio.composer.press('Enter')
  await expect(studio.composer).not.toHaveValue('')
  expect(local.requests).toHaveLength(0)
  await expect(studio.failure).toContainText('Use gpt-4o limit 128k')
  await studio.way('Switch').click()
  await expect(studio.failure).toHaveCount(0)
  await studio.composer.press('Enter')
  await expect(studio.answer('Echo: gamma')).toBeVisible()
  expect(local.requests.map(modelOf)).toEqual(['gpt-4o'])
})

test('hiding the largest steps makes room before anything is sent', async ({ launch, local, folder }) => {
  withTwoSizes(folder, local)
  const studio = await launch({ seed: spoken('One', huge('alpha'), 'Two', huge('beta')) })
  await studio.composer.fill(`And now? ${huge('gamma')}`)
  await expect(studio.failure).toContainText(/Hide the 3 largest steps −6k, 5\d %/)
  await studio.way('Hide').click()
  await expect(studio.failure).toHaveCount(0)
  await studio.composer.press('Enter')
  await expect(studio.answer('Echo: And now?')).toBeVisible()
  expect(linesOf(local.requests[0]).join('\n')).not.toContain('alpha')
})

test('an answer whose model read only a part of what was sent says so, with the ways out', async ({ launch, folder }) => {
  test.setTimeout(60_000)
  const ollama = await startOllamaServer({ cutsSilently: true, contextLength: 2048 }) // it reaches less far than it is told to
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data/settings.json'), JSON.stringify({
    providers: [{ id: 'ollama', kind: 'ollama', name: 'Ollama', baseUrl: ollama.url, models: ['llama3.1'], contextTokens: 32_768 }],
    chat: { provider: 'ollama', model: 'llama3.1', temperature: null },
  }))
  const studio = await launch({ seed: spoken('One', huge('alpha'), 'Two', huge('beta')) })
  const told = studio.feed.getByRole('status').filter({ hasText: 'The model read only a part of what was sent' })
  await studio.ask('And now?', 'Echo: And now?')
  await expect(told).toBeVisible()
  await told.getByRole('button', { name: 'Hide steps' }).click()
  await expect(studio.toasts).toContainText(/Hidden \d steps? from the model/)
  await told.getByRole('button', { name: 'Raise context size' }).click()
  await expect(studio.provider('Ollama')).toBeVisible()
  await studio.closeSettings()
  await studio.ask('And again?', 'Echo: And again?')
  await expect(told).toHaveCount(1)
  await expect(told.getByRole('button')).toHaveCount(0) // it belongs to the older answer
  await ollama.close()
})
