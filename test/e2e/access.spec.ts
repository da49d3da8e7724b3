import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { shaped, states } from './scenes.ts'

test('everything that can be worked has a name, in every state of the window', async ({ launch }) => {
  test.setTimeout(60_000)
  const studio = await launch({ seed: shaped })
  await expect(studio.answer('Autumn King')).toBeVisible()
  for (const { name, show, leave } of states) {
    await test.step(name, async () => {
      await show(studio)
      expect(await nameless(studio.page)).toEqual([])
      expect(await twice(studio.page)).toEqual([])
      await expect(studio.page.locator('[role="img"]:not([aria-label]):not([aria-hidden])')).toHaveCount(0)
      await leave(studio)
    })
  }
})

test('wherever Tab leads, one sees where one is', async ({ launch }) => {
  test.setTimeout(60_000)
  const studio = await launch({ seed: shaped })
  await expect(studio.answer('Autumn King')).toBeVisible()
  await studio.page.mouse.move(0, 0) // what shows under the pointer would show without the focus too
  await studio.page.keyboard.press('ControlOrMeta+l')
  await expect(studio.composer).toBeFocused()
  const seen: string[] = []
  for (let stop = 0; stop < 60; stop += 1) {
    await studio.page.keyboard.press('Tab')
    const where = await focused(studio.page)
    if (where.name === seen[0]) break
    seen.push(where.name)
    if (where.box !== null) expect(await showsFocus(studio.page, where.box), `the focus shows on ${where.name}`).toBe(true)
  }
  expect(seen.length).toBeGreaterThan(12)
})

test('a dialog keeps the focus inside, and gives it back', async ({ studio }) => {
  await studio.page.keyboard.press('ControlOrMeta+o')
  await expect(studio.dialog.getByRole('button', { name: /^Work / })).toBeFocused()
  for (let stop = 0; stop < 12; stop += 1) {
    await studio.page.keyboard.press('Tab')
    expect(await studio.page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(true)
  }
  await studio.dialog.getByRole('button', { name: /^Work / }).focus() // Tab may have left for the browser's own controls
  await expect(studio.page.getByRole('tooltip')).toHaveCount(0) // else Escape closes that first
  await studio.page.keyboard.press('Escape')
  await expect(studio.composer).toBeFocused()
})

test('the page says its language, its parts, and what it is doing', async ({ connected: studio, local }) => {
  expect(await nameless(studio.page)).toEqual([])
  await expect(studio.page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(studio.page.getByRole('main')).toHaveCount(1)
  await expect(studio.page.getByRole('heading', { level: 2 })).toHaveText(['Tracts', 'Graph', 'Chat', 'Context X-ray'])
  local.hold()
  await studio.say('Hello')
  await expect(studio.live).toHaveAttribute('aria-busy', 'true')
  await expect(studio.feed.locator('[aria-posinset]').first()).toHaveAttribute('aria-setsize', '2')
  local.release()
  await expect(studio.answer('Echo: Hello')).toBeVisible()
})

/** Controls that assistive technology could not call by a name. */
async function nameless(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('body').ariaSnapshot()
  return tree.split('\n').filter((line) => /^\s*- (?:button|link|textbox|combobox|switch|radio|checkbox|menuitem|menuitemradio|option|tab|treeitem|dialog|listbox|tree|feed)(?: \[[^\]]*\])*:?$/.test(line))
}

/** Ids that more than one element has. */
const twice = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, at) => ids.indexOf(id) !== at)
  })

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const focused = (page: Page): Promise<{ readonly name: string; readonly box: Box | null }> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { name: 'the end of the page', box: null }
    const { x, y, width, height } = element.getBoundingClientRect()
    const margin = 8
    const left = Math.max(0, x - margin)
    const top = Math.max(0, y - margin)
    const box = { x: left, y: top, width: Math.min(innerWidth, x + width + margin) - left, height: Math.min(innerHeight, y + height + margin) - top }
    return { name: `${element.getAttribute('role') ?? element.tagName} “${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}”`, box }
  })

/** Whether a picture of the place changes when the focus leaves it. */
async function showsFocus(page: Page, clip: Box): Promise<boolean> {
  const picture = (): Promise<Buffer> => page.screenshot({ clip, animations: 'disabled' })
  const mark = await page.evaluateHandle(() => document.activeElement as HTMLElement)
  const withFocus = await picture()
  await mark.evaluate((element) => element.blur())
  const without = await picture()
  await mark.evaluate((element) => element.focus({ preventScroll: true }))
  return !withFocus.equals(without)
}
