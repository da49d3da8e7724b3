import type { Page } from '@playwright/test'

/** What shall be there: an element, with these words where they are given; or, `gone`, no longer. */
export type Sign = { readonly selector: string; readonly text?: string; readonly isGone?: boolean }

/** Milliseconds from the key press or click that `act` makes until each sign stands on the screen: the browser's own clock, up to the frame that shows it. */
export async function untilShown(page: Page, act: () => Promise<unknown>, ...signs: readonly Sign[]): Promise<readonly number[]> {
  const shown = await page.evaluateHandle(watch, signs)
  await act()
  return shown.evaluate((probe) => probe.ms)
}

/** Runs in the page. */
function watch(signs: readonly Sign[]): { readonly ms: Promise<readonly number[]> } {
  let from = 0
  const start = (event: Event): void => {
    if (from === 0) from = event.timeStamp
  }
  for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, start, { capture: true, once: true })
  const holds = ({ selector, text, isGone = false }: Sign): boolean => [...document.querySelectorAll(selector)].some((element) => text === undefined || (element.textContent ?? '').includes(text)) !== isGone
  const until = (sign: Sign): Promise<number> =>
    new Promise((done) => {
      const look = (): void => {
        if (from === 0 || !holds(sign)) return void requestAnimationFrame(look)
        requestAnimationFrame(() => done(performance.now() - from)) // the frame after has it painted
      }
      look()
    })
  return { ms: Promise.all(signs.map(until)) }
}

/** The time between frames in milliseconds while `act` goes on. */
export async function frames(page: Page, act: () => Promise<unknown>): Promise<readonly number[]> {
  const run = await page.evaluateHandle(() => {
    const times: number[] = []
    let isOver = false
    const frame = (now: number): void => {
      times.push(now)
      if (!isOver) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    return { times, stop: () => (isOver = true) }
  })
  await act()
  const times = await run.evaluate(({ times: seen, stop }) => (stop(), seen))
  return times.slice(1).map((time, nth) => time - (times[nth] ?? 0))
}

/** Rolls the wheel over a place, forth and back, for so long. */
export async function roll(page: Page, selector: string, ms: number): Promise<void> {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`nothing to roll at ${selector}`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const end = Date.now() + ms
  for (let nth = 0; Date.now() < end; nth += 1) await page.mouse.wheel(0, Math.floor(nth / 40) % 2 === 0 ? -240 : 240)
}
