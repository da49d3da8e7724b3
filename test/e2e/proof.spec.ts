import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ModelServer } from '../helpers/modelServer.ts'
import { anthropicKey, expect, openaiKey, test } from './fixtures.ts'
import { linesOf, modelOf } from './received.ts'
import type { Studio } from './studio.ts'

type Case = { readonly provider: 'OpenAI' | 'Anthropic'; readonly key: string; readonly model: string; readonly serverOf: (servers: { readonly openai: ModelServer; readonly anthropic: ModelServer }) => ModelServer }
const cases: readonly Case[] = [
  { provider: 'OpenAI', key: openaiKey, model: 'gpt-test', serverOf: ({ openai }) => openai },
  { provider: 'Anthropic', key: anthropicKey, model: 'claude-test', serverOf: ({ anthropic }) => anthropic },
]

for (const { provider, key, model, serverOf } of cases) {
  test.describe(`with ${provider}'s protocol`, () => {
    test('a conversation is shaped, branched, undone, closed, and found again whole', async ({ studio, openai, anthropic }) => {
      test.setTimeout(90_000)
      const server = serverOf({ openai, anthropic })
      await connectFirst(studio, { provider, key, model, server })
      await streamsPieceByPiece(studio, server)
      await hidingReachesTheModel(studio, server)
      await pinsAndCorrections(studio, server)
      await branches(studio, server)
      await undoAndRedo(studio)
      await setBudget(studio, '9000')
      const before = await whatIsThere(studio)
      await studio.restart()
      await expect.poll(() => whatIsThere(studio)).toEqual(before)
      await goesOn(studio, server)
    })

    test('the key stays in the host: no page, no frame, no log and no file but its own ever holds it', async ({ studio, folder, openai, anthropic }, { project }) => {
      const frames = listenToFrames(studio.page)
      const server = serverOf({ openai, anthropic })
      await studio.page.reload()
      await connectFirst(studio, { provider, key, model, server })
      await studio.ask('Hello', 'Echo: Hello')
      server.script(`Your key is ${key}, is it not?`)
      await studio.ask('What is my key?', 'is it not?')
      await studio.openSettings('Providers and keys')
      await expect(studio.provider(provider).getByText(`…${key.slice(-4)}`)).toBeVisible()
      expect(await everythingInThePage(studio.page)).not.toContain(key)
      await studio.page.reload()
      await expect(studio.answer('Echo: Hello')).toBeVisible()
      expect(await everythingInThePage(studio.page)).not.toContain(key)
      if (project.name === 'web') expect(frames.received.join('\n')).toContain('Echo: Hello')
      expect(frames.received.join('\n')).not.toContain(key)
      await studio.stop()
      const holders = filesUnder(folder).filter((path) => readFileSync(path).includes(key))
      if (project.name !== 'web') return expect(holders).toEqual([]) // there it is in the system's own store, sealed
      expect(holders).toEqual([join(folder, 'data/keys.json')])
      if (process.platform !== 'win32') expect(statSync(join(folder, 'data/keys.json')).mode & 0o777).toBe(0o600)
    })
  })
}

async function connectFirst(studio: Studio, { provider, key, model, server }: Pick<Case, 'provider' | 'key' | 'model'> & { readonly server: ModelServer }): Promise<void> {
  await studio.openSettings('Providers and keys')
  await studio.setAddress(provider, server.url)
  await studio.setKey(provider, key)
  const card = studio.provider(provider)
  await card.getByRole('button', { name: 'Check connection' }).click()
  await expect(card.getByRole('status')).toContainText('It answers')
  await card.getByRole('button', { name: /^add the (?:\d+ new ones|new one) to the list$/ }).click()
  await expect(card.getByRole('textbox', { name: 'Models' })).toHaveValue(new RegExp(model))
  await studio.closeSettings()
  await studio.chooseModel(model)
  await expect(studio.chat.getByText(/demo model/)).toHaveCount(0)
}

async function streamsPieceByPiece(studio: Studio, server: ModelServer): Promise<void> {
  server.hold()
  server.script('The garden must drink twice a week.')
  await studio.say('How often do I water the garden?')
  await server.received(2) // the first was the check of the connection
  await expect(studio.live).toBeVisible()
  server.release(2)
  await expect(studio.live).toContainText('The garden')
  await expect(studio.live).not.toContainText('must')
  server.release(1)
  await expect(studio.live).toContainText('The garden must')
  await expect(studio.live).not.toContainText('drink')
  server.release()
  await expect(studio.answer('The garden must drink twice a week.')).toBeVisible()
  await expect(studio.live).toHaveCount(0)
  expect(linesOf(server.requests[1])).toEqual(['user: How often do I water the garden?'])
}

async function hidingReachesTheModel(studio: Studio, server: ModelServer): Promise<void> {
  await studio.ask('My neighbour is called Quill.', 'Echo: My neighbour is called Quill.')
  await studio.hide(studio.question('My neighbour is called Quill.'))
  await studio.hide(studio.answer('Echo: My neighbour is called Quill.'))
  await expect(studio.feed.getByText('2 steps hidden from the model')).toBeVisible()
  await expect(studio.xray.getByText('Left out')).toBeVisible()
  await studio.ask('And the roses?', 'Echo: And the roses?')
  expect(linesOf(server.requests[3])).toEqual([
    'user: How often do I water the garden?',
    'assistant: The garden must drink twice a week.',
    'user: And the roses?',
  ])
  expect(JSON.stringify(server.requests[3])).not.toContain('Quill')
}

async function pinsAndCorrections(studio: Studio, server: ModelServer): Promise<void> {
  await studio.pin(studio.question('How often do I water the garden?'))
  await expect(studio.question('How often do I water the garden?').getByText('Keep always')).toBeVisible()
  await studio.correct(studio.answer('The garden must drink twice a week.'), 'The garden must drink every day.')
  const corrected = studio.answer('The garden must drink every day.')
  await corrected.getByRole('button', { name: '1 correction' }).click()
  const versions = studio.page.getByRole('dialog', { name: 'Versions of this message' })
  await expect(versions.getByRole('radio')).toHaveCount(2)
  await expect(versions.getByRole('radio', { name: /^v1 Original/ })).toBeVisible()
  await studio.page.keyboard.press('Escape')
  await expect(versions).toHaveCount(0)
  await studio.ask('And in June?', 'Echo: And in June?')
  expect(linesOf(server.requests[4])[1]).toBe('assistant: The garden must drink every day.')
}

async function branches(studio: Studio, server: ModelServer): Promise<void> {
  await studio.branchHere(studio.answer('The garden must drink every day.'), 'winter')
  await expect(studio.question('And the roses?')).toHaveCount(0)
  await studio.ask('And in winter?', 'Echo: And in winter?')
  expect(linesOf(server.requests[5])).toEqual([
    'user: How often do I water the garden?',
    'assistant: The garden must drink every day.', // as it stands on main now, though it was corrected there later
    'user: And in winter?',
  ])
  await studio.switchTo('main')
  await expect(studio.answer('Echo: And in June?')).toBeVisible()
  await expect(studio.question('And in winter?')).toHaveCount(0)
  await studio.switchTo('winter')
  await expect(studio.answer('Echo: And in winter?')).toBeVisible()
  await expect(studio.question('And in June?')).toHaveCount(0)
  await studio.switchTo('main')
}

async function undoAndRedo(studio: Studio): Promise<void> {
  await studio.pin(studio.question('And the roses?'))
  await expect(studio.question('And the roses?').getByText('Keep always')).toBeVisible()
  await studio.undo('keep always')
  await expect(studio.question('And the roses?').getByText('Keep always')).toHaveCount(0)
  await expect(studio.toasts).toContainText('Undone: keep always')
  await studio.redo('keep always')
  await expect(studio.question('And the roses?').getByText('Keep always')).toBeVisible()
  await studio.correct(studio.question('And in June?'), 'And in July?')
  await studio.undo('correction')
  await expect(studio.question('And in June?')).toBeVisible()
  await studio.redo('correction')
  await expect(studio.question('And in July?')).toBeVisible()
}

async function setBudget(studio: Studio, tokens: string): Promise<void> {
  await studio.page.getByRole('button', { name: 'Set budget' }).click()
  const form = studio.page.getByRole('dialog', { name: 'Token budget' })
  await form.getByRole('textbox', { name: 'Token budget' }).fill(tokens)
  await form.getByRole('button', { name: 'Set budget' }).click()
  await expect(form).toHaveCount(0)
  await expect(studio.page.getByRole('contentinfo').getByRole('status')).toContainText('OK')
}

/** Everything that must survive the end of the host, in words. */
async function whatIsThere(studio: Studio): Promise<unknown> {
  await expect(studio.question('And in July?')).toBeVisible()
  await expect(studio.feed.getByText('2 steps hidden from the model')).toBeVisible()
  await expect(studio.rail.getByRole('row')).toHaveCount(10)
  await expect(studio.branchRow('winter')).toBeVisible()
  const [main, rail, xray, tracts] = [await studio.feed.ariaSnapshot(), await studio.rail.ariaSnapshot(), await studio.xray.ariaSnapshot(), await studio.tracts.ariaSnapshot()]
  await studio.switchTo('winter')
  await expect(studio.answer('Echo: And in winter?')).toBeVisible()
  const winter = await studio.feed.ariaSnapshot()
  await studio.switchTo('main')
  await expect(studio.question('And in July?')).toBeVisible()
  const dock = await studio.page.getByRole('contentinfo').ariaSnapshot()
  await expect(studio.undoButton()).toHaveAccessibleName('Undo open branch main')
  return { main: withoutFocus(main), winter: withoutFocus(winter), rail: withoutFocus(rail), xray: withoutFocus(xray), tracts: withoutFocus(tracts), dock, model: await studio.chat.getByRole('button', { name: /^Model: / }).textContent() }
}

/** Where the focus is may differ, and the pictures with numbers that only the pointer brings up. */
const withoutFocus = (snapshot: string): string => snapshot.replaceAll(/ \[(?:active|selected)\]/g, '')

async function goesOn(studio: Studio, server: ModelServer): Promise<void> {
  const count = server.requests.length
  await studio.ask('Where were we?', 'Echo: Where were we?')
  expect(modelOf(server.requests[count])).toBe(modelOf(server.requests[1]))
  expect(linesOf(server.requests[count])).toEqual([
    'user: How often do I water the garden?',
    'assistant: The garden must drink every day.',
    'user: And the roses?',
    'assistant: Echo: And the roses?',
    'user: And in July?',
    'assistant: Echo: And in June?',
    'user: Where were we?',
  ])
}

function listenToFrames(page: Page): { readonly received: string[] } {
  const received: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void received.push(String(payload))))
  return { received }
}

/** The document as it stands, what its fields hold, and what it keeps for later. */
function everythingInThePage(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ].join('\n'),
  )
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
