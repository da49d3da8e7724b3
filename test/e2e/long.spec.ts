import type { Page } from '@playwright/test'
import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'

const turns = 600

test.beforeEach(() => test.setTimeout(120_000))

function seedLong(file: string): void {
  const workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'A long one' })
  tract.batch(() => {
    for (let turn = 1; turn <= turns; turn += 1) {
      tract.user(`Question ${turn} of ${turns}`)
      tract.assistant(`## Answer ${turn}\n\n${'Some **words** of an answer, with `code` in it. '.repeat(1 + (turn % 9))}\n\n- one\n- two`)
    }
  })
  workspace.close()
}

test('1,200 messages open at their end, scroll to their beginning, and only those in view are drawn', async ({ launch }, info) => {
  const studio = await launch({ seed: seedLong })
  await noteLongTasks(studio.page)
  await expect(studio.answer('Answer 600')).toBeVisible({ timeout: 20_000 })
  expect(await drawn()).toBeLessThan(60)
  await studio.feed.press('Home')
  await studio.feed.getByRole('button', { name: '1\u2009000 earlier steps, show more' }).click()
  await expect(studio.feed.getByRole('button', { name: '600 earlier steps, show more' })).toBeAttached()
  await studio.feed.press('Home')
  await studio.feed.getByRole('button', { name: '600 earlier steps, show more' }).click()
  await expect(studio.feed.getByRole('button', { name: /earlier steps/ })).toHaveCount(0)
  await studio.feed.press('Home')
  await expect(studio.question('Question 1 of 600')).toBeVisible()
  expect(await drawn()).toBeLessThan(60)
  await studio.feed.press('End')
  await expect(studio.answer('Answer 600')).toBeVisible()
  await studio.page.keyboard.press('ControlOrMeta+k')
  await studio.page.keyboard.type('@Question 300 of')
  await studio.page.getByRole('option', { name: /Question 300 of 600/ }).click()
  await expect(studio.question('Question 300 of 600')).toBeInViewport()
  info.annotations.push({ type: 'longest task', description: `${await longestTask(studio.page)} ms` })
  await studio.ask('Is there more?', /Besides your question I see 1200 messages, the last 8 of them/)

  function drawn(): Promise<number> {
    return studio.feed.locator('[aria-posinset]').count()
  }
})

test('what was clicked keeps the keyboard while one reads on elsewhere, and does not pull one back', async ({ launch }) => {
  const studio = await launch({ seed: seedLong })
  await studio.question('Question 600 of 600').click()
  const earlier = studio.feed.getByRole('button', { name: /earlier steps, show more/ })
  await studio.feed.hover()
  await expect(async () => {
    await studio.page.mouse.wheel(0, -4000)
    await expect(earlier).toBeInViewport({ timeout: 500 })
  }).toPass()
  await expect(studio.question('Question 600 of 600')).toBeFocused()
  await studio.page.keyboard.press('ArrowUp')
  await expect(studio.answer('Answer 599')).toBeFocused()
  await expect(studio.answer('Answer 599')).toBeInViewport()
})

test('the graph of a long conversation scrolls to its beginning', async ({ launch }) => {
  const studio = await launch({ seed: seedLong })
  const list = studio.rail.getByRole('treegrid')
  await expect(studio.step(/assistant: Answer 600/)).toBeVisible()
  await expect.poll(async () => {
    await list.press('Home')
    return await studio.step(/user: Question 1 of 600/).count()
  }).toBe(1)
  expect(await studio.rail.getByRole('row').count()).toBeLessThan(120)
})

function noteLongTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const kept = window as unknown as { longest: number }
    kept.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest, Math.round(duration))
    }).observe({ entryTypes: ['longtask'] })
  })
}

const longestTask = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { longest: number }).longest)
