import { breaches } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { shaped, states } from './scenes.ts'
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

const escape = (studio: Studio): Promise<void> => studio.page.keyboard.press('Escape')
const nothing = async (): Promise<void> => {}
const press = (name: string, keys: string, leave: Scene['leave'] = nothing): Scene => ({ name, show: (studio) => studio.page.keyboard.press(keys), leave })

test.beforeEach(({}, info) => info.setTimeout(240_000)) // oxlint-disable-line no-empty-pattern

test('the chat, its dialogs and the settings', async ({ launch }) => {
  const studio = await launch({ seed: shaped })
  await studio.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expect(studio.answer('Autumn King')).toBeVisible()
  await look(studio, states)
})

test('layouts, drawer, details, peek, menus, the preview of a drop, an old step, a past moment', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const { page } = studio
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expect(studio.answer(/within 30 days/)).toBeVisible()
  const answer = /It starts on the day/
  await look(studio, [
    { name: 'context menu', show: () => studio.step(answer).click({ button: 'right' }), leave: escape },
    { name: 'peek', show: () => page.keyboard.press('.'), leave: escape },
    { name: 'step details', show: () => page.keyboard.press('ControlOrMeta+i'), leave: escape },
    { name: 'chosen steps', show: async () => { await studio.step(answer).click({ modifiers: ['ControlOrMeta'] }); await studio.step(/How long can I/).click({ modifiers: ['ControlOrMeta'] }) }, leave: escape },
    { name: 'search', show: async () => { await page.keyboard.press('ControlOrMeta+Shift+f'); await page.keyboard.type('delivery'); await expect(studio.dialog.getByRole('option').first()).toBeVisible() }, leave: escape },
    { name: 'join', show: async () => { await studio.step(/Only on odds/).click(); await page.keyboard.press('m'); await expect(studio.dialog.getByRole('button', { name: 'Decide the conflicts' })).toBeVisible() }, leave: escape },
    { name: 'drawer: log', show: () => studio.dockTab('Log').click(), leave: nothing },
    { name: 'drawer: review', show: () => studio.dockTab('Review').click(), leave: nothing },
    { name: 'drawer: diff', show: () => studio.dockTab('Diff').click(), leave: nothing },
    { name: 'drawer: timeline', show: () => studio.dockTab('Timeline').click(), leave: nothing },
    { name: 'a past moment', show: () => page.keyboard.press(','), leave: async () => { await escape(studio); await studio.dockTab('Timeline').click() } },
    press('graph', 'Alt+2'), press('review', 'Alt+3'), press('compare', 'Alt+4'), press('forensics', 'Alt+5', () => page.keyboard.press('Alt+1')),
    { name: 'an old step', show: async () => { await studio.answer(/within 30 days/).click(); await page.keyboard.press('o'); await expect(studio.feed.getByText('later steps, not in this view')).toBeVisible() }, leave: () => page.keyboard.press('ControlOrMeta+Shift+g') },
    { name: 'a merge that waits', show: async () => {
      await studio.step(/Only on odds/).click()
      await page.keyboard.press('m')
      await studio.dialog.getByRole('button', { name: 'Decide the conflicts' }).click()
      await expect(studio.dialog.getByText('0 of 1 decided')).toBeVisible()
    }, leave: escape },
    { name: 'its strip', show: () => expect(studio.chat.getByRole('button', { name: 'Continue' })).toBeVisible(), leave: nothing },
  ])
})

test('nothing yet, an answer on its way, cut, failed; over budget, offline, to read only', async ({ connected: studio, local }) => {
  const { page } = studio
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const setNetwork = (isOnline: boolean): Promise<void> =>
    page.evaluate((isOn) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOn })
      window.dispatchEvent(new Event(isOn ? 'online' : 'offline'))
    }, isOnline)
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
    { name: 'offline', show: () => setNetwork(false), leave: () => setNetwork(true) },
    { name: 'to read only', show: async () => {
      await page.keyboard.press('ControlOrMeta+o')
      await studio.dialog.getByRole('button', { name: 'Open Work to read only' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'is open to read only since' })).toBeVisible()
    }, leave: nothing },
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
