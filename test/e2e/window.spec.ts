import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { looking, shaped, spoken, states } from './scenes.ts'
import type { Studio } from './studio.ts'

const sizes = [
  { width: 1440, height: 900, textPx: 14 },
  { width: 880, height: 600, textPx: 14 },
  { width: 880, height: 600, textPx: 20 },
] as const

for (const size of sizes) {
  test(`at ${size.width}×${size.height}, text of ${size.textPx} px, nothing is cut off and nothing scrolls sideways`, async ({ launch }) => {
    test.setTimeout(60_000)
    const { textPx } = size
    const studio = await launch({ seed: (file) => (shaped(file), looking(file, { textPx })) })
    await studio.page.setViewportSize(size)
    await expect(studio.answer('Autumn King')).toBeVisible()
    expect(await misplaced(studio.page, textPx)).toEqual([])
    for (const { name, show, leave } of states) {
      await test.step(name, async () => {
        await show(studio)
        expect(await misplaced(studio.page, textPx)).toEqual([])
        await leave(studio)
      })
    }
  })
}

test('in a small window the panes come over the chat when asked for, and go by Escape', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day') })
  await studio.page.setViewportSize({ width: 880, height: 600 })
  await expect(studio.xray).toHaveCount(0)
  await studio.page.getByRole('button', { name: /^X-ray/ }).click()
  await expect(studio.xrayLine(/^user/)).toBeVisible()
  await studio.page.keyboard.press('Escape')
  await expect(studio.xray).toHaveCount(0)
  await studio.titleBar.getByRole('button', { name: 'Toggle sidebar' }).click()
  await expect(studio.tracts).toBeVisible()
  await studio.page.keyboard.press('Escape')
  await expect(studio.tracts).toHaveCount(0)
  await studio.page.getByRole('button', { name: 'Open the graph' }).click()
  await expect(studio.page.getByRole('group', { name: 'Graph' }).getByRole('row', { name: /user: Hello/ })).toBeVisible()
  await studio.page.keyboard.press('Escape')
  await expect(studio.page.getByRole('group', { name: 'Graph' })).toHaveCount(0)
  await studio.ask('Still here?', 'Besides your question I see 2 messages')
})

test('light, dark and as the system: at once, and from the first moment of the next load', async ({ studio }) => {
  const { page } = studio
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await brightness(page)).toBe('light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => brightness(page)).toBe('dark')
  await choose(studio, 'Light')
  await expect.poll(() => brightness(page)).toBe('light')
  await page.reload()
  expect(await brightness(page)).toBe('light')
  await choose(studio, 'Dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => brightness(page)).toBe('dark')
  await page.reload()
  expect(await brightness(page)).toBe('dark')
  await studio.restart()
  await expect.poll(() => brightness(studio.page)).toBe('dark')
  await choose(studio, 'System')
  await expect.poll(() => brightness(studio.page)).toBe('light')
})

test('what was just done is told above the words being written, however many they are', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day') })
  await studio.hide(studio.question('Hello'))
  const toast = studio.toasts.getByText(/^Hidden from the model/)
  await toast.hover() // so that it stays
  await expect.poll(() => isAbove(toast, studio.composer)).toBe(true)
  await studio.composer.fill('line\n'.repeat(8))
  await expect.poll(() => isAbove(toast, studio.composer)).toBe(true)
  await studio.openSettings('General')
  await studio.closeSettings()
  await expect.poll(() => isAbove(toast, studio.composer)).toBe(true)
})

test('panes are made wider and narrower, closed and opened, and stay so', async ({ studio }) => {
  const { page } = studio
  const edge = page.getByRole('separator', { name: 'Width of the sidebar' })
  await edge.press('ArrowRight')
  await edge.press('ArrowRight')
  await expect(edge).toHaveAttribute('aria-valuenow', '256')
  await page.keyboard.press('ControlOrMeta+Shift+X')
  await expect(studio.xray).toHaveCount(0)
  await page.reload()
  await expect(studio.composer).toBeVisible()
  await expect(edge).toHaveAttribute('aria-valuenow', '256')
  await expect(studio.xray).toHaveCount(0)
})

test('git words and plain words say the same', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day') })
  await studio.openSettings('Appearance')
  await studio.page.getByRole('radio', { name: 'Git words' }).click()
  await studio.closeSettings()
  await studio.act(studio.question('Hello'), 'Skip')
  await expect(studio.feed.getByText('1 step hidden from the model')).toBeVisible()
  await expect(studio.rail.getByText('2 commits')).toBeVisible()
})

async function choose(studio: Studio, theme: 'System' | 'Light' | 'Dark'): Promise<void> {
  await studio.openSettings('Appearance')
  await studio.page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: theme }).click()
  await studio.closeSettings()
}

async function isAbove(upper: Locator, lower: Locator): Promise<boolean> {
  const [over, under] = await Promise.all([upper.boundingBox(), lower.boundingBox()])
  return over !== null && under !== null && over.y + over.height <= under.y
}

/** Whether what is painted is light or dark, whatever the document says of itself. */
const brightness = (page: Page): Promise<'light' | 'dark'> =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return red + green + blue > 384 ? 'light' : 'dark'
  })

/**
 * Controls that can't be seen whole or reached, and whatever is wider than the window. Inside a list that scrolls up and down, below its edge is no
 * fault; with large letters neither is what a wide table has beside its edge, where it scrolls by itself.
 */
const misplaced = (page: Page, textPx: number): Promise<readonly string[]> =>
  page.evaluate((mayScroll) => {
    const nameOf = (element: Element): string => `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}”`
    const faults = document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight ? ['the page scrolls'] : []
    for (const element of document.querySelectorAll('button, input, textarea, [role="option"], [role="row"], [role="treeitem"], [role="menuitem"]')) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest('[inert]')) continue
      const dialog = document.querySelector('dialog[open]')
      if (dialog !== null && !dialog.contains(element)) continue
      if (mayScroll && element.closest('table') !== null) continue
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height <= 1) continue
      if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${nameOf(element)} is beside the window`)
      const scroller = scrollerOf(element)
      if (scroller === null && (box.top < -1 || box.bottom > innerHeight + 1)) faults.push(`${nameOf(element)} is below the window`)
      const frame = scroller?.getBoundingClientRect()
      if (frame !== undefined && (box.left < frame.left - 1 || box.right > frame.right + 1)) faults.push(`${nameOf(element)} is cut at the side`)
      if (element.tagName === 'BUTTON' && element.textContent !== '' && element.scrollWidth > element.clientWidth + 1) faults.push(`${nameOf(element)} is too narrow for its words`)
    }
    return faults

    function scrollerOf(element: Element): Element | null {
      for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
      }
      return null
    }
  }, textPx > 14)
