import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'

test('a whole conversation is held and shaped without a mouse', async ({ connected: studio }) => {
  const { page } = studio
  const keys = page.keyboard
  const hiddenRun = studio.feed.getByRole('article').filter({ hasText: '1 step hidden from the model' })
  await keys.type('The first question')
  await keys.press('Enter')
  await expect(studio.answer('Echo: The first question')).toBeVisible()
  await expect(studio.live).toHaveCount(0)
  await expect(studio.composer).toBeFocused()

  // into the list: the newest message has the focus; up to the question
  await keys.press('ControlOrMeta+1')
  await expect(studio.answer('Echo: The first question')).toBeFocused()
  await keys.press('k')
  await expect(studio.question('The first question')).toBeFocused()
  await keys.press('p')
  await expect(studio.question('The first question').getByText('Keep always')).toBeVisible()
  await keys.press('n')
  await expect(studio.question('The first question').getByText('Keep always')).toHaveCount(0)

  // correct it in place, and be back on it
  await keys.press('e')
  const box = studio.feed.getByRole('textbox', { name: 'Correct this message' })
  await expect(box).toBeFocused()
  await keys.press('ControlOrMeta+a')
  await keys.type('A better question')
  await keys.press('ControlOrMeta+Enter')
  await expect(studio.question('A better question')).toBeFocused()
  await expect(studio.question('A better question').getByRole('button', { name: '1 correction' })).toBeVisible()

  // hide the answer, and take that back: the keyboard stays with it
  await keys.press('j')
  await expect(studio.answer('Echo: The first question')).toBeFocused()
  await keys.press('s')
  await expect(hiddenRun).toBeFocused()
  await keys.press('ControlOrMeta+z')
  await expect(studio.answer('Echo: The first question')).toBeFocused()
  await keys.press('ControlOrMeta+y')
  await expect(hiddenRun).toBeFocused()
  await keys.press('n')
  await expect(studio.answer('Echo: The first question')).toBeFocused()

  // a branch at the question
  await keys.press('Home')
  await expect(studio.question('A better question')).toBeFocused()
  await keys.press('b')
  await expect(studio.dialog.getByRole('textbox', { name: 'Name of the branch' })).toBeFocused()
  await keys.type('by-key')
  await keys.press('Enter')
  await studio.isOn('by-key')
  await expect(studio.answer('Echo: The first question')).toHaveCount(0)

  // and back, by the menu of branches
  await keys.press('ControlOrMeta+Shift+B')
  await expect(page.getByRole('menuitemradio', { name: /^main/ })).toBeFocused()
  await keys.press('b')
  await expect(page.getByRole('menuitemradio', { name: /^by-key/ })).toBeFocused()
  await keys.press('Home')
  await expect(page.getByRole('menuitemradio', { name: /^main/ })).toBeFocused()
  await keys.press('Enter')
  await studio.isOn('main')
  await expect(studio.answer('Echo: The first question')).toBeVisible()

  // on writing
  await keys.press('ControlOrMeta+l')
  await expect(studio.composer).toBeFocused()
})

test('the palette finds commands, branches, tracts and steps', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Where do penguins live?', 'Far in the south.') })
  const keys = studio.page.keyboard
  await keys.press('ControlOrMeta+k')
  const search = studio.dialog.getByRole('combobox', { name: 'Search or command' })
  await expect(search).toBeFocused()
  await keys.type('new branch')
  await keys.press('Enter')
  await expect(studio.dialog.getByRole('textbox', { name: 'Name of the branch' })).toBeFocused()
  await keys.type('cold')
  await keys.press('Enter')
  await studio.isOn('cold')
  await keys.press('ControlOrMeta+k')
  await keys.type('#main')
  await keys.press('Enter')
  await studio.isOn('main')
  await keys.press('ControlOrMeta+k')
  await keys.type('@penguins')
  await keys.press('Enter')
  await expect(studio.page.getByRole('dialog')).toHaveCount(0)
  await expect(studio.xrayLine(/^user/).first()).toHaveAttribute('aria-selected', 'true')
  await keys.press('ControlOrMeta+k')
  await keys.type('dark theme')
  await keys.press('Enter')
  await expect(studio.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await keys.press('ControlOrMeta+k')
  await keys.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
})

test('settings open, change and close by keys, and the focus is where it was', async ({ studio }) => {
  const { page } = studio
  const keys = page.keyboard
  await keys.press('ControlOrMeta+,')
  await expect(page.getByRole('button', { name: 'General' })).toBeFocused()
  await keys.press('Tab')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Providers and keys' })).toBeVisible()
  await keys.press('Shift+Tab')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'General' })).toBeVisible()
  await page.getByRole('radio', { name: 'System' }).focus()
  await keys.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked()
  await keys.press('Escape')
  await expect(studio.composer).toBeFocused()
  await keys.press('?')
  await expect(studio.composer).toHaveValue('?') // a letter there, no command
  await expect(studio.dialog).toHaveCount(0)
})

test('every key there is stands in one list', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day') })
  await expect(studio.answer('Good day')).toBeVisible()
  await studio.page.keyboard.press('ControlOrMeta+1')
  await expect(studio.answer('Good day')).toBeFocused()
  await studio.page.keyboard.press('?')
  await expect(studio.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Hide from model')
  await studio.page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
  await expect(studio.answer('Good day')).toBeFocused()
})

test('each pane is one key away, and letters act on the step that has the focus', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day') })
  const { page } = studio
  const keys = page.keyboard
  await expect(studio.answer('Good day')).toBeVisible()
  await keys.press('ControlOrMeta+1')
  await expect(studio.answer('Good day')).toBeFocused()
  await keys.press('p')
  await expect(studio.answer('Good day').getByText('Keep always')).toBeVisible()
  await keys.press('ControlOrMeta+2')
  await expect(studio.rail.getByRole('listbox')).toBeFocused()
  await keys.press('Home')
  await expect(studio.step(/^user: Hello/)).toHaveAttribute('aria-selected', 'true')
  await keys.press('p')
  await expect(studio.question('Hello').getByText('Keep always')).toBeVisible()
  await keys.press('ControlOrMeta+3')
  await expect(studio.xray.getByRole('listbox')).toBeFocused()
  await keys.press('End')
  await keys.press('s')
  await expect(studio.feed.getByText('1 step hidden from the model')).toBeVisible()
  await keys.press('ControlOrMeta+4')
  await expect(studio.tracts.getByRole('treeitem', { level: 1 })).toBeFocused()
  await keys.press('ControlOrMeta+b')
  await expect(studio.tracts).toHaveCount(0)
  await keys.press('ControlOrMeta+Shift+X')
  await expect(studio.xray).toHaveCount(0)
  await keys.press('ControlOrMeta+b')
  await expect(studio.tracts).toBeVisible()
})
