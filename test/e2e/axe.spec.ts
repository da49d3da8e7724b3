import { breaches } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { cutOff, escape, nothing, pages, press, shaped, states } from './scenes.ts'
import type { Scene } from './scenes.ts'
import { seedParted } from './seeds.ts'
import type { Studio } from './studio.ts'

/** Each state is looked at in light and in dark; all faults of all states are told together. */
async function look(studio: Studio, scenes: readonly Scene[]): Promise<void> {
  for (const { name, show, leave } of scenes) {
    await test.step(name, async () => {
      await show(studio)
      expect.soft(await breaches(studio.page, ['dark']), name).toEqual([])
      await leave(studio)
    })
  }
}

test.beforeEach(({}, info) => info.setTimeout(240_000)) // oxlint-disable-line no-empty-pattern

test('the chat, its dialogs and the settings', async ({ launch }) => {
  const studio = await launch({ seed: shaped })
  await studio.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expect(studio.answer('Autumn King')).toBeVisible()
  await look(studio, states)
})

test('layouts, drawer, details, peek, menus, the preview of a drop, an old step, a past moment', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expect(studio.answer(/within 30 days/)).toBeVisible()
  await look(studio, pages)
})

test('nothing yet, an answer on its way, cut, failed; over budget, offline, to read only', async ({ connected: studio, local }) => {
  const { page } = studio
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await look(studio, [
    { name: 'empty', show: nothing, leave: nothing },
    { name: 'empty graph', show: () => page.keyboard.press('Alt+2'), leave: () => page.keyboard.press('Alt+1') },
    { name: 'streaming', show: async () => {
      local.hold()
      local.script('Clouds drift over the quiet hills tonight.')
      await studio.say('Write a line')
      await local.received(1)
      local.release(3)
      await expect(studio.live).toContainText('Clouds drift over')
    }, leave: () => studio.chat.getByRole('button', { name: 'Stop' }).click() },
    { name: 'unfinished', show: () => expect(studio.partial).toContainText('stopped by you'), leave: async () => { local.release() } },
    { name: 'failed', show: async () => {
      local.script({ kind: 'status', status: 401 })
      await studio.say('And then?')
      await expect(studio.failure).toBeVisible()
    }, leave: nothing },
    { name: 'over budget', show: async () => {
      await page.getByRole('button', { name: 'Set budget' }).click()
      await page.getByRole('textbox', { name: 'Token budget' }).fill('10')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('contentinfo').getByRole('status')).toContainText('over')
    }, leave: nothing },
    ...cutOff,
  ])
})

test('the sample with its tasks, in high contrast and in a small window', async ({ studio }) => {
  const { page } = studio
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(page.getByRole('region', { name: 'Learn it in four minutes' }).getByRole('listitem')).toHaveCount(7)
  await look(studio, [{ name: 'sample', show: nothing, leave: nothing }])
  await page.emulateMedia({ contrast: 'more' })
  await page.locator('html[data-contrast="high"]').waitFor()
  await look(studio, [{ name: 'high contrast', show: nothing, leave: nothing }, press('graph in high contrast', 'Alt+2'), press('compare in high contrast', 'Alt+4', () => page.keyboard.press('Alt+1'))])
  await page.emulateMedia({ contrast: null })
  await page.setViewportSize({ width: 880, height: 600 })
  await look(studio, [
    { name: 'small', show: nothing, leave: nothing },
    { name: 'small, the graph over the chat', show: () => page.getByRole('button', { name: 'Open the graph' }).click(), leave: escape },
    press('small graph', 'Alt+2'), press('small compare', 'Alt+4'), press('small forensics', 'Alt+5', () => page.keyboard.press('Alt+1')),
  ])
})
