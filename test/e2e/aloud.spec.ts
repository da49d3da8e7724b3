import { expect, test } from './fixtures.ts'
import { shaped } from './scenes.ts'
import type { Studio } from './studio.ts'

/** The one place that speaks of an answer. */
const voice = (studio: Studio, words: string | RegExp) => studio.page.getByRole('status').filter({ hasText: words })

test('an answer is told when it begins and when it is whole, not word by word', async ({ connected: studio, local }) => {
  local.hold()
  local.script('Clouds drift over the quiet hills tonight.')
  await studio.say('Write a line')
  await expect(voice(studio, /^Generating$/)).toHaveCount(1)
  await local.received(1)
  local.release(3)
  await expect(studio.live).toContainText('Clouds drift over')
  await expect(studio.feed).not.toHaveAttribute('aria-live')
  await expect(studio.feed.locator('[aria-live], [role="status"], [role="log"]')).toHaveCount(0)
  await expect(voice(studio, /^Generating$/)).toHaveCount(1)
  local.release()
  await expect(voice(studio, /^Response complete, \d+ tokens$/)).toHaveCount(1)
})

test('an answer that is stopped is told; one that fails has one alert, of words that do not change', async ({ connected: studio, local }) => {
  local.hold()
  local.script('Clouds drift over the quiet hills tonight.', { kind: 'status', status: 429, headers: { 'retry-after': '90' } })
  await studio.say('Write a line')
  await local.received(1)
  local.release(3)
  await expect(studio.live).toContainText('Clouds drift over')
  await studio.chat.getByRole('button', { name: 'Stop' }).click()
  await expect(voice(studio, /^The answer stopped; what arrived is kept$/)).toHaveCount(1)
  local.release()
  await studio.way('Discard').click()
  await studio.say('And another')
  await expect(studio.failure.getByText(/^1:\d\d$/)).toBeVisible()
  await expect(studio.feed.getByRole('alert')).toHaveText(/asks to wait: its rate limit is reached\. Nothing was lost\./)
  await expect(studio.feed.getByRole('alert')).not.toHaveText(/\d:\d\d|Retry/)
})

test('the steps are a grid of rows: each says which it is, whose, its marks, its size, where, and whether the model sees it', async ({ launch }) => {
  const studio = await launch({ seed: shaped })
  await expect(studio.answer('Autumn King')).toBeVisible()
  const grid = studio.rail.getByRole('treegrid', { name: 'Steps, oldest first' })
  await expect(grid).toHaveAttribute('aria-rowcount', '7')
  const rows = grid.getByRole('row')
  const names = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')?.replace(/\d+ tokens/, 'n tokens')))
  await expect.poll(names).toEqual([
    'step 1, system: You help with a small garden. Answer briefly, kept always, n tokens, on main, in context',
    'step 2, user: When do I sow carrots outdoors?, corrected once, n tokens, on main, in context',
    expect.stringMatching(/^step 3, assistant: From mid-March:.*, n tokens, on main, in context$/),
    'step 4, user: And which ones keep well?, n tokens, on main, hidden from the model',
    expect.stringMatching(/^step 5, assistant: Rodelika and Autumn King, in damp sand\..*, you are here, kept always, n tokens, on main, end of main, in context$/),
    'step 6, user: And what in autumn?, n tokens, on another branch, not in context',
    'step 7, assistant: Spinach, n tokens, on another branch, end of autumn, not in context',
  ])
  expect(await rows.evaluateAll((all) => all.map((row) => `${row.getAttribute('aria-rowindex')} ${row.getAttribute('aria-level')}`))).toEqual(['1 1', '2 1', '3 1', '4 1', '5 1', '6 2', '7 2'])
  await expect(grid.locator('[tabindex]')).toHaveCount(0)
  await grid.focus()
  await grid.press('Home')
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true')
  await expect(grid).toHaveAttribute('aria-activedescendant', (await rows.first().getAttribute('id')) ?? '')
})
