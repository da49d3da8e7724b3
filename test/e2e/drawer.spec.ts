import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'
import { seedParted } from './seeds.ts'

test('the drawer opens above the dock, keeps its height, and gives the keyboard back', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.page.keyboard.press('ControlOrMeta+j')
  await expect(studio.drawer('Log')).toBeVisible()
  await expect(studio.drawer('Log').getByRole('listbox')).toBeFocused()
  const edge = studio.page.getByRole('separator', { name: 'Height of the drawer' })
  const before = (await studio.drawer('Log').boundingBox())?.height ?? 0
  await edge.press('ArrowUp')
  await expect.poll(async () => (await studio.drawer('Log').boundingBox())?.height).toBe(before + 24)
  await studio.drawer('Log').getByRole('listbox').press('Escape')
  await expect(studio.drawer('Log')).toHaveCount(0)
  await expect(studio.composer).toBeFocused()
  await studio.dockTab('Log').click()
  await expect.poll(async () => (await studio.drawer('Log').boundingBox())?.height).toBe(before + 24)
  await studio.page.reload()
  await expect(studio.drawer('Log')).toBeVisible()
})

test('F6 goes round through the panes, the drawer too, in both directions', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.dockTab('Log').click()
  const paneOf = (): Promise<string | null | undefined> => studio.page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))
  await studio.page.keyboard.press('ControlOrMeta+4')
  const met: (string | null | undefined)[] = []
  for (let at = 0; at < 5; at += 1) {
    met.push(await paneOf())
    await studio.page.keyboard.press('F6')
  }
  expect(met).toEqual(['sidebar', 'rail', 'chat', 'xray', 'drawer'])
  expect(await paneOf()).toBe('sidebar')
  await studio.page.keyboard.press('Shift+F6')
  expect(await paneOf()).toBe('drawer')
})

test('the log names what was done, strikes what was undone, and marks where one is', async ({ launch }) => {
  const studio = await launch({ seed: spoken('When do I sow carrots?', 'In March.') })
  await studio.dockTab('Log').click()
  await expect(studio.logLine(/^Answer In March\./)).toContainText('you are here')
  await studio.hide(studio.question('When do I sow carrots?'))
  await expect(studio.logLine(/^Hide from model/)).toContainText('you are here')
  await studio.undo('hide from model')
  await expect(studio.logLine(/^Undid hide from model/)).toBeVisible()
  await expect(studio.logLine(/^Hide from model/)).toContainText('not in effect')
  await expect(studio.logLine(/^Answer/)).toContainText('you are here')
})

test('one older act is taken back alone, and one goes back to how it was', async ({ launch }) => {
  const studio = await launch({ seed: spoken('When do I sow carrots?', 'In March.') })
  await studio.hide(studio.question('When do I sow carrots?'))
  await studio.pin(studio.answer('In March.'))
  await studio.dockTab('Log').click()
  await studio.logLine(/^Hide from model/).click()
  await studio.drawer('Log').getByRole('button', { name: 'Take back only this' }).click()
  await expect(studio.toasts).toContainText('Took back hide from model')
  await expect(studio.xrayLine(/When do I sow/)).toBeVisible()
  await expect(studio.answer('In March.')).toContainText('Keep always')
  await studio.logLine(/^Answer/).click()
  await studio.drawer('Log').getByRole('button', { name: 'Undo back to here' }).click()
  await expect(studio.answer('In March.')).not.toContainText('Keep always')
  await expect(studio.logLine(/^Keep always/)).toContainText('not in effect')
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(studio.answer('In March.')).toContainText('Keep always')
})

test('a jump over several branches is shown before it is done', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.dockTab('Log').click()
  await studio.drawer('Log').getByRole('listbox').press('End')
  await studio.drawer('Log').getByRole('button', { name: 'Undo back to here' }).click()
  const branches = studio.dialog.getByRole('list', { name: 'Branches that move' })
  await expect(branches.getByRole('listitem')).toHaveText([/^cheap/, /^main/, /^odds/])
  await studio.dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(studio.branchRow('odds')).toBeVisible()
  await studio.drawer('Log').getByRole('button', { name: 'Undo back to here' }).click()
  await studio.dialog.getByRole('button', { name: 'Go back', exact: true }).click()
  await expect(studio.branchRow('odds')).toHaveCount(0)
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(studio.branchRow('odds')).toBeVisible()
})

test('the log is searched by words and by kind, and says what the app said', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.dockTab('Log').click()
  const log = studio.drawer('Log')
  await log.getByRole('searchbox', { name: 'Search the log' }).fill('cheap')
  await expect(log.getByRole('option')).toHaveText([/^Answer/, /^Message/, /^New branch cheap/])
  await log.getByRole('searchbox', { name: 'Search the log' }).fill('nonesuch')
  await expect(log).toContainText('Nothing like that was done')
  await log.getByRole('searchbox', { name: 'Search the log' }).fill('')
  await studio.hide(studio.question('Does it start at delivery?'))
  await log.getByRole('button', { name: /^Show: / }).click()
  await studio.page.getByRole('menuitemradio', { name: 'What the app said' }).click()
  await expect(log.getByRole('option')).toHaveText([/^Hid/])
})

test('two contexts are compared: branches, bookmarks and steps, in either direction', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  await studio.dockTab('Diff').click()
  const diff = studio.drawer('Diff')
  await expect(diff).toContainText('Nothing was sent from here yet')
  await diff.getByRole('button', { name: /^Against: / }).click()
  await studio.page.getByRole('menuitem', { name: 'cheap', exact: true }).click()
  await expect(diff.getByRole('option', { name: /^added: user, Does it start at delivery/ })).toBeVisible()
  await expect(diff.getByRole('option', { name: /^removed: user, And sale items/ })).toBeVisible()
  await expect(diff.getByRole('option', { name: /^changed: assistant/ })).toContainText('30 days from delivery')
  await diff.getByRole('button', { name: /^Compared: / }).click()
  await studio.page.getByRole('menuitem', { name: 'cheap', exact: true }).click()
  await expect(diff).toContainText('They are alike')
})

test('each tract comes back as it was left: its layout, its drawer, its step', async ({ launch }) => {
  const studio = await launch({
    seed: (file) => {
      seedParted(file)
      spoken('When do I sow carrots?', 'In March.')(file)
    },
  })
  await studio.tractRow('Return-policy bot').click()
  await studio.answer('It starts on the day').click()
  await studio.dockTab('Log').click()
  await studio.tractRow('Garden').click()
  await expect(studio.answer('In March.')).toBeVisible()
  await expect(studio.drawer('Log')).toHaveCount(0)
  await studio.tractRow('Return-policy bot').click()
  await expect(studio.drawer('Log')).toBeVisible()
  await expect(studio.rail.getByRole('option', { selected: true })).toContainText('It starts on')
  await studio.tractRow('Garden').click()
  await expect(studio.drawer('Log')).toHaveCount(0)
})

test('a layout is saved under a name, used and deleted from the palette', async ({ launch }) => {
  const studio = await launch({ seed: seedParted })
  const choose = async (words: string, title: string | RegExp): Promise<void> => {
    await studio.page.keyboard.press('ControlOrMeta+k')
    await studio.page.keyboard.type(words)
    await studio.dialog.getByRole('option', { name: title }).click()
  }
  await studio.dockTab('Log').click()
  await choose('save this layout', 'Save this layout…')
  await studio.dialog.getByRole('textbox', { name: 'Name of the layout' }).fill('Checking')
  await studio.dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await studio.dockTab('Log').click()
  await expect(studio.drawer('Log')).toHaveCount(0)
  await choose('checking', /^Use the layout “Checking”/)
  await expect(studio.drawer('Log')).toBeVisible()
  await choose('delete checking', /^Delete the layout “Checking”/)
  await studio.page.keyboard.press('ControlOrMeta+k')
  await studio.page.keyboard.type('checking')
  await expect(studio.dialog.getByRole('option', { name: /Checking/ })).toHaveCount(0)
})
