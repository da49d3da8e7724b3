import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Workspace } from '../../core/index.ts'
import { bombs, hostileTexts, randomHostile } from '../helpers/hostileMarkdown.ts'
import { randomOf } from '../helpers/random.ts'
import { expect, test } from './fixtures.ts'
import type { Studio } from './studio.ts'

/** A server that must never be called. */
async function startSentinel() {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`)
    response.end()
  })
  server.on('connection', () => calls.push('connection'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, close: () => new Promise((done) => server.close(done)) }
}

const seed = Number(process.env['SEED'] ?? 20_261)

function textsFor(url: string): readonly string[] {
  const random = randomOf(seed)
  const generated = Array.from({ length: 120 }, () => randomHostile(random, url)).filter((text) => text.trim() !== '')
  return [...bombs.map(([, text]) => text), ...hostileTexts(url).filter((text) => text.toWellFormed() === text && text.trim() !== ''), ...generated]
}

function seedHostile(texts: readonly string[]) {
  return (file: string): void => {
    using workspace = Workspace.open(file)
    const tract = workspace.create({ name: '<img src=x onerror=alert(1)>' })
    texts.forEach((text, at) => (at % 12 === 5 ? tract.user(text) : at % 12 === 7 ? tract.commit({ type: 'reasoning', text }) : tract.assistant(text)))
  }
}

/** What a message may be made of; everything else would have come from its text. */
const tags = new Set('a article b blockquote br button circle code del div ellipse em footer g h3 h4 h5 h6 header hr i ins kbd li line mark ol p path polygon polyline pre rect s section small span strong sub summary sup svg table tbody td textarea th thead time tr ul'.split(' '))

/** Goes from the first message to the last; gives every message that was drawn, and what in them should not be there. */
async function readAll(studio: Studio): Promise<{ readonly drawn: number; readonly strange: readonly string[] }> {
  const { page } = studio
  await studio.feed.evaluate((feed) => feed.scrollTo(0, 0))
  return await page.evaluate(async (allowed) => {
    const feed = document.querySelector<HTMLElement>('[role="feed"]')
    const drawn = new Set<string>()
    const strange = new Set<string>()
    const known = new Set(allowed)
    const look = (): void => {
      for (const item of feed?.querySelectorAll<HTMLElement>('[data-message]') ?? []) {
        drawn.add(item.dataset['message'] ?? '')
        for (const element of item.querySelectorAll('*')) {
          if (!known.has(element.localName)) strange.add(element.localName)
          for (const { name, value } of element.attributes) if (/^(?:on|src|srcset|href|action|formaction|ping|poster|background|srcdoc|data$)/.test(name)) strange.add(`${element.localName} ${name}=${value.slice(0, 60)}`)
        }
      }
    }
    /** A card can be a hundred windows tall; its words are in the page from its first line on. */
    const endOfLast = (): number => {
      const shown = [...(feed?.querySelectorAll<HTMLElement>('[data-index]') ?? [])].map((item) => item.getBoundingClientRect()).filter(({ top }) => top < innerHeight)
      return (feed?.scrollTop ?? 0) + Math.max(0, ...shown.map(({ bottom }) => bottom)) - innerHeight + 40
    }
    const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
    if (feed === null) return { drawn: 0, strange: ['no feed'] }
    for (let still = 0; still < 5; ) {
      const before = feed.scrollTop
      look()
      feed.scrollTop = Math.max(before + feed.clientHeight * 0.7, endOfLast())
      await frame()
      await frame()
      still = feed.scrollTop === before ? still + 1 : 0
    }
    return { drawn: drawn.size, strange: [...strange] }
  }, [...tags])
}

test('nothing that a message says loads, runs, leads away or holds up the window', async ({ launch }) => {
  test.setTimeout(240_000)
  const sentinel = await startSentinel()
  const texts = textsFor(sentinel.url)
  expect(texts.length).toBeGreaterThan(250)
  const studio = await launch({ seed: seedHostile(texts) })
  const { page } = studio
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const at = page.url()
  const more = studio.feed.getByRole('button', { name: /earlier steps, show more/ })
  await expect(async () => {
    await studio.feed.evaluate((feed) => feed.scrollTo(0, 0))
    await more.click({ timeout: 1000 })
  }).toPass()
  await expect(more).toHaveCount(0)
  const { drawn, strange } = await readAll(studio)
  expect([strange, drawn]).toEqual([[], texts.length])
  expect({ dialogs, calls: sentinel.calls, at: page.url(), pages: page.context().pages().length }).toEqual({ dialogs: [], calls: [], at, pages: 1 })
  await studio.composer.fill('Still here')
  await expect(studio.composer).toHaveValue('Still here')
  await sentinel.close()
})

test('a link tells its whole address and goes nowhere until it is confirmed', async ({ launch }) => {
  const sentinel = await startSentinel()
  const studio = await launch({ seed: seedHostile([`[https://good.example](${sentinel.url}/lie?to=you)`]) })
  await studio.feed.getByRole('link', { name: 'https://good.example' }).click()
  const told = studio.page.getByRole('dialog', { name: 'Open a link' })
  await expect(told).toContainText(`${sentinel.url}/lie?to=you`)
  await studio.page.keyboard.press('Escape')
  await expect(told).toHaveCount(0)
  expect(sentinel.calls).toEqual([])
  await sentinel.close()
})
