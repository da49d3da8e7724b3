import { expect, test } from './fixtures.ts'
import { freePort } from './freePort.ts'
import { linesOf } from './received.ts'
import { spoken } from './scenes.ts'

test('what is typed survives a reload, a switch to another branch and back, and the settings', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day') })
  await studio.branchHere(studio.question('Hello'), 'aside')
  await studio.composer.fill('Words on the side')
  await studio.switchTo('main')
  await expect(studio.composer).toHaveValue('')
  await studio.composer.fill('Words on main')
  await studio.page.reload()
  await expect(studio.composer).toHaveValue('Words on main')
  await studio.switchTo('aside')
  await expect(studio.composer).toHaveValue('Words on the side')
  await studio.openSettings('General')
  await studio.closeSettings()
  await expect(studio.composer).toHaveValue('Words on the side')
  await studio.page.getByRole('button', { name: 'New tract' }).click()
  await expect(studio.composer).toHaveValue('')
})

test('what is typed outlives the host at the same address', async ({ launch }) => {
  const studio = await launch({ port: await freePort() })
  await studio.composer.fill('Half a thought')
  await studio.restart()
  await expect(studio.composer).toHaveValue('Half a thought')
})

test('a correction that is being written asks before it is thrown away', async ({ launch }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day') })
  await studio.act(studio.question('Hello'), 'Correct')
  const box = studio.feed.getByRole('textbox', { name: 'Correct this message' })
  await box.fill('Good morning')
  await box.press('Escape')
  await expect(studio.feed.getByRole('alert')).toContainText('Your changes are not saved.')
  await studio.way('Keep editing').click()
  await expect(box).toHaveValue('Good morning')
  await box.press('Escape')
  await studio.way('Throw them away').click()
  await expect(studio.question('Hello')).toBeVisible()
})

test('a draft of many lines is sent as it was written', async ({ connected: studio, local }) => {
  await studio.composer.pressSequentially('one')
  await studio.composer.press('Shift+Enter')
  await studio.composer.pressSequentially('two')
  await expect(studio.composer).toHaveValue('one\ntwo')
  await studio.composer.press('Enter')
  await expect(studio.question('one\ntwo')).toBeVisible()
  await expect(studio.answer('Echo: one')).toBeVisible()
  expect(local.requests.map(linesOf)).toEqual([['user: one\ntwo']])
})

test('with Enter for new lines, Ctrl+Enter sends', async ({ studio }) => {
  await studio.openSettings('General')
  await studio.page.getByRole('switch', { name: 'Enter sends' }).click()
  await studio.closeSettings()
  await studio.composer.fill('one')
  await studio.composer.press('Enter')
  await expect(studio.composer).toHaveValue('one\n')
  await studio.composer.press('ControlOrMeta+Enter')
  await expect(studio.question('one')).toBeVisible()
})
