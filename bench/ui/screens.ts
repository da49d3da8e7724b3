import type { Page } from '@playwright/test'
import { quantile } from '../ratios.ts'
import type { Figure } from '../figures.ts'
import { lastWords } from './fixture.ts'
import { frames, roll, untilShown } from './probe.ts'
import type { OpenStudio } from './studio.ts'

const card = '[data-pane="chat"] [aria-posinset]'
const railStep = '[data-pane="rail"] [data-message]'
const canvasCard = '[data-pane="canvas"] [data-message]'
const treeRow = '[role="tree"] [role="treeitem"]'
const rollMs = 3000

/** Everything that is measured on a file with a tract `big`, in the order of a person's visit. */
export async function screens({ page }: OpenStudio, fixture: string): Promise<readonly Figure[]> {
  const figure = (name: string, value: string, goal: string): Figure => ({ name: `${fixture}: ${name}`, value, goal })
  const toType = await startMs(page)
  const opened = await openBig(page)
  const found: Figure[] = [
    figure('start to typing', ms(toType), '< 1500 ms'),
    figure('open the tract, first messages', ms(opened.chat), '< 150 ms'),
    figure('open the tract, graph', ms(opened.rail), '< 250 ms'),
  ]
  const anchor = await frames(page, () => page.waitForTimeout(1000))
  const still = quantile(anchor, 0.95)
  const smooth = (name: string, times: readonly number[]): Figure => figure(name, `p95 ${ms(quantile(times, 0.95))}, ${(quantile(times, 0.95) / still).toFixed(1)} × a page at rest`, 'p95 < 20 ms')
  found.push(smooth('roll the chat', await frames(page, () => roll(page, '[data-pane="chat"] [data-list]', rollMs))))
  found.push(smooth('roll the graph rail', await frames(page, () => roll(page, '[data-pane="rail"] [data-list]', rollMs))))
  found.push(smooth('roll the X-ray', await frames(page, () => roll(page, '[data-pane="xray"] [data-list]', rollMs))))
  found.push(figure('a key in the composer', ms(await typing(page)), '< 16 ms'))
  const hidden = await hide(page)
  found.push(figure('hide by key: the card', ms(hidden.card), '< 50 ms'), figure('hide by key: X-ray and budget', ms(hidden.xray), '< 200 ms'))
  found.push(figure('search, first hits', ms(await search(page)), '< 150 ms'))
  await page.keyboard.press('Alt+2')
  await page.locator(canvasCard).first().waitFor()
  found.push(smooth('pan the canvas', await frames(page, () => roll(page, '[data-pane="canvas"] [data-list]', rollMs))))
  found.push(figure('memory of the page', `${Math.round(await heapBytes(page) / 1e6)} MB`, '< 350 MB'))
  return found
}

const ms = (value: number): string => `${value.toFixed(value < 20 ? 1 : 0)} ms`

/** From the start of the page's load until one can write. */
async function startMs(page: Page): Promise<number> {
  await page.reload()
  await page.locator('[data-composer] textarea').waitFor()
  return page.evaluate(() => performance.now())
}

async function openBig(page: Page): Promise<{ readonly chat: number; readonly rail: number }> {
  const row = page.locator(treeRow, { hasText: 'big' }).first()
  await row.waitFor()
  const [chat = 0, rail = 0] = await untilShown(page, () => row.click(), { selector: card, text: lastWords }, { selector: railStep, text: lastWords })
  return { chat, rail }
}

/** The middle of twenty keys, each until its letter is painted. */
async function typing(page: Page): Promise<number> {
  await page.locator('[data-composer] textarea').fill('')
  await page.locator('[data-composer] textarea').focus()
  const times: number[] = []
  for (let nth = 0; nth < 20; nth += 1) times.push(await untilTyped(page))
  await page.locator('[data-composer] textarea').fill('')
  return quantile(times, 0.5)
}

/** From the key press until its letter stands in the field and the work of that press is done; the wait for the next frame is the screen's, not ours. */
async function untilTyped(page: Page): Promise<number> {
  const typed = await page.evaluateHandle(() => {
    const done = new Promise<number>((tell) => {
      window.addEventListener('keydown', (event) => {
        const channel = new MessageChannel()
        window.addEventListener('input', () => channel.port2.postMessage(null), { once: true })
        channel.port1.addEventListener('message', () => tell(performance.now() - event.timeStamp))
        channel.port1.start()
      }, { capture: true, once: true })
    })
    return { done }
  })
  await page.keyboard.press('x')
  return typed.evaluate(({ done }) => done)
}

async function hide(page: Page): Promise<{ readonly card: number; readonly xray: number }> {
  const press = async (): Promise<void> => page.keyboard.press('s')
  const [inChat, inXray] = [{ selector: '[data-pane="chat"]', text: '1 step hidden' }, { selector: '[data-pane="xray"]', text: 'hidden by you' }]
  await page.locator('[data-pane="rail"] [data-list]').focus()
  await page.keyboard.press('End')
  const [inCard = 0, below = 0] = await untilShown(page, press, inChat, inXray)
  await untilShown(page, async () => page.keyboard.press('n'), { ...inChat, isGone: true }, { ...inXray, isGone: true })
  return { card: inCard, xray: below }
}

/** The last letter of a word: the whole word is what is found, its beginning is nowhere. */
async function search(page: Page): Promise<number> {
  await page.keyboard.press('Control+Shift+f')
  const field = page.getByRole('combobox', { name: 'Search all texts' })
  await field.pressSequentially('refun')
  await page.getByText('No text has all of this.').waitFor()
  const [found = 0] = await untilShown(page, () => field.press('d'), { selector: 'dialog mark', text: 'refund' })
  await page.keyboard.press('Escape')
  return found
}

const heapBytes = (page: Page): Promise<number> => page.evaluate(() => (performance as unknown as { readonly memory: { readonly usedJSHeapSize: number } }).memory.usedJSHeapSize)
