import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import type { Studio } from './studio.ts'

/** On `side` a hidden tool result says "kumquat", far behind where `main` ends. */
function seedSearched(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Searched' })
  const pinned = tract.user('Which fruit keeps?')
  tract.assistant('Apples and quinces.')
  tract.annotate(pinned.hash, 'pinned')
  tract.branch('side')
  const call = tract.commit({ type: 'tool_call', tool: 'look_up', callId: 'c1', input: { of: 'fruit' } })
  const result = tract.commit({ type: 'tool_result', tool: 'look_up', callId: 'c1', output: 'kumquat, in syrup', status: 'success' })
  tract.user('And fruit in syrup?')
  tract.annotate([call.hash, result.hash], 'skip')
  tract.switch('main')
}

async function search(studio: Studio, words: string): Promise<void> {
  await studio.page.keyboard.press('ControlOrMeta+Shift+f')
  await studio.dialog.getByRole('combobox').fill(words)
}

test('a hit in a hidden, folded step of another branch opens that branch, the fold and the row', async ({ launch }) => {
  const studio = await launch({ seed: seedSearched })
  await search(studio, 'kumquat')
  await expect(studio.dialog.getByRole('group', { name: 'on side' }).getByRole('option')).toHaveCount(1)
  await studio.page.keyboard.press('Enter')
  await studio.isOn('side')
  await expect(studio.feed.getByText('kumquat, in syrup').last()).toBeVisible()
  await expect(studio.feed.getByRole('article').filter({ hasText: 'look_up' }).last()).toBeFocused()
  await expect(studio.rail.getByRole('row', { selected: true })).toHaveAccessibleName(/look_up|kumquat/)
})

test('operators ask for more than words, are offered while one types, and a wrong one is told', async ({ launch }) => {
  const studio = await launch({ seed: seedSearched })
  await search(studio, 'is:')
  await studio.dialog.getByRole('button', { name: 'is:pinned' }).click()
  await expect(studio.dialog.getByRole('combobox')).toHaveValue('is:pinned ')
  await expect(studio.dialog.getByRole('option')).toHaveText([/Which fruit keeps\?/])
  await studio.dialog.getByRole('combobox').fill('role:user in:arc')
  await studio.page.keyboard.press('Tab')
  await expect(studio.dialog.getByRole('combobox')).toHaveValue('role:user in:archive ')
  await expect(studio.dialog.getByRole('status')).toHaveText('No text has all of this.')
  await studio.dialog.getByRole('combobox').fill('role:bot')
  await expect(studio.dialog.getByText('role: takes system, user, assistant or tool, not "bot"')).toBeVisible()
  await studio.dialog.getByRole('combobox').fill('branch:side syrup')
  await expect(studio.dialog.getByRole('option')).toHaveCount(2)
})

test('a search that led somewhere is offered again, and a copied link leads back to its step', async ({ launch }) => {
  const studio = await launch({ seed: seedSearched })
  await studio.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await search(studio, 'quinces')
  await studio.dialog.getByRole('option').click()
  await expect(studio.answer('Apples and quinces.')).toBeFocused()
  await studio.act(studio.answer('Apples and quinces.'), 'More')
  await studio.page.getByRole('menuitem', { name: 'Copy link' }).click()
  await studio.switchTo('side')
  await search(studio, '')
  await expect(studio.dialog.getByRole('region', { name: 'Last searches' }).getByRole('button', { name: 'quinces' })).toBeVisible()
  await studio.page.keyboard.press('ControlOrMeta+v')
  await expect(studio.dialog.getByRole('status')).toHaveText('A link to a step. Enter opens it.')
  await studio.page.keyboard.press('Enter')
  await expect(studio.answer('Apples and quinces.')).toBeFocused()
})
