import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Workspace } from '../../core/index.ts'
import { bombs, hostileTexts, randomHostile } from '../helpers/hostileMarkdown.ts'
import { randomOf } from '../helpers/random.ts'
import { expect, test } from './fixtures.ts'
import type { Studio } from './studio.ts'

const seed = Number(process.env['SEED'] ?? 20_261)

// every message becomes a card of its own and is drawn once; a busy machine takes its time
test.beforeEach(() => test.setTimeout(180_000))

test('nothing that a message says loads, runs, leads away or holds up the window', async ({ launch }) => {
  await using sentinel = await startSentinel()
  const texts = textsFor(sentinel.url)
  expect(texts.length).toBeGreaterThan(240)
  await readThrough(await launch({ seed: seedHostile(texts) }), texts.length)
  expect(sentinel.calls).toEqual([])
})

test('texts that would take minutes to format, or nest deeper than a stack, are shown as they stand; one scrolls past them', async ({ launch }) => {
  const texts = bombs.map(([, text]) => text)
  await readThrough(await launch({ seed: seedHostile(texts) }), texts.length)
})

test('a link tells its whole address and goes nowhere until it is confirmed', async ({ launch }) => {
  await using sentinel = await startSentinel()
  const studio = await launch({ seed: seedHostile([`[https://good.example](${sentinel.url}/lie?to=you)`]) })
  await studio.feed.getByRole('link', { name: 'https://good.example' }).click()
  const told = studio.page.getByRole('dialog', { name: 'Open a link' })
  await expect(told).toContainText(`${sentinel.url}/lie?to=you`)
  await studio.page.keyboard.press('Escape')
  await expect(told).toHaveCount(0)
  expect(sentinel.calls).toEqual([])
})

test('a sign written by its name is read, in a text that is formatted', async ({ launch }) => {
  const studio = await launch({ seed: seedHostile(['**1 &lt; 2** &copy; &nosuch; `&amp;`']) })
  await expect(studio.feed.locator('strong').filter({ hasText: '1 < 2' })).toBeVisible()
  await expect(studio.feed.getByText('© &nosuch; &amp;')).toBeVisible()
})

/** A server that must never be called. */
async function startSentinel() {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`)
    response.end()
  })
  server.on('connection', () => calls.push('connection'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = (): Promise<void> => new Promise((done) => server.close(() => done()))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, [Symbol.asyncDispose]: close }
}

function textsFor(url: string): readonly string[] {
  const random = randomOf(seed)
  const texts = [...hostileTexts(url), ...Array.from({ length: 120 }, () => randomHostile(random, url))]
  return texts.filter((text) => text.isWellFormed() && text.trim() !== '')
}

/** Most are answers, the formatted kind; some are a person's words and thoughts. */
const seedHostile = (texts: readonly string[]) => (file: string): void => {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: '<img src=x onerror=alert(1)>' })
  tract.batch(() => {
    for (const [at, text] of texts.entries()) {
      if (at % 12 === 5) tract.user(text)
      else if (at % 12 === 7) tract.commit({ type: 'reasoning', text })
      else tract.assistant(text)
    }
  })
}

/** Draws every message of a tract and finds nothing in the window that should not be there; the app still answers. */
async function readThrough(studio: Studio, count: number): Promise<void> {
  const { page } = studio
  const [at, dialogs] = [page.url(), [] as string[]]
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await showAll(studio)
  expect(await scrollThrough(studio)).toEqual({ drawn: count, strange: [] })
  expect({ dialogs, at: page.url(), pages: page.context().pages().length }).toEqual({ dialogs: [], at, pages: 1 })
  await studio.composer.fill('Still here')
  await expect(studio.composer).toHaveValue('Still here')
}

async function showAll(studio: Studio): Promise<void> {
  await studio.feed.press('Home')
  const more = studio.feed.getByRole('button', { name: /earlier steps, show more/ })
  await expect(studio.feed.locator('[data-index="0"]')).toBeInViewport()
  if ((await more.count()) > 0) await more.click()
  await expect(more).toHaveCount(0)
}

/** What a message may be made of; everything else would have come from its text. */
const tags = 'a article b blockquote br button circle code del div ellipse em figcaption figure footer g h3 h4 h5 h6 header hr i ins kbd li line mark ol p path polygon polyline pre rect s section small span strong sub summary sup svg table tbody td textarea th thead time tr ul'.split(' ')

/** Goes from the first message to the last, a screen at a time; counts the messages that were drawn, and lists what in the window could only have come from a text. */
async function scrollThrough(studio: Studio): Promise<{ readonly drawn: number; readonly strange: readonly string[] }> {
  await studio.feed.press('Home')
  return await studio.feed.evaluate(async (feed, allowed) => {
    const [known, drawn, strange] = [new Set(allowed), new Set<string>(), new Set<string>()]
    const look = (): void => {
      for (const { localName } of document.querySelectorAll('img, picture, iframe, frame, object, embed, video, audio, form, base, portal, marquee, body script, body style, body link, body meta')) strange.add(localName)
      for (const item of feed.querySelectorAll<HTMLElement>('[data-message]')) {
        drawn.add(item.dataset['message'] ?? '')
        for (const element of item.querySelectorAll('*')) {
          if (!known.has(element.localName)) strange.add(element.localName)
          for (const { name, value } of element.attributes) {
            if (/^(?:on|src|href|action|formaction|ping|poster|background|data$)/.test(name)) strange.add(`${element.localName} ${name}=${value.slice(0, 60)}`)
          }
        }
      }
    }
    const drawnAgain = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
    feed.scrollTop = 0
    for (let still = 0; still < 5; ) {
      await drawnAgain()
      look()
      const before = feed.scrollTop
      feed.scrollTop = before + feed.clientHeight * 0.7
      still = feed.scrollTop === before ? still + 1 : 0
    }
    return { drawn: drawn.size, strange: [...strange] }
  }, tags)
}
