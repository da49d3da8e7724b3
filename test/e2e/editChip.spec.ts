import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'

function seedCorrected(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Corrected' })
  tract.user('How long?')
  const answer = tract.assistant('Within 60 days.')
  tract.edit(answer.hash, 'Within 30 days.')
  tract.edit(answer.hash, 'Within 30 working days.')
}

test('the chip opens all versions, tells the difference of any two, and brings one back as a correction', async ({ launch }) => {
  const studio = await launch({ seed: seedCorrected })
  const { page } = studio
  await studio.feed.getByRole('button', { name: '2 corrections' }).click()
  const panel = page.getByRole('dialog', { name: 'Versions of this message' })
  await expect(panel.getByRole('radio')).toHaveText([/^v1Original/, /^v2Correction 1by you/, /^v3Correction 2by you/])
  await expect(panel.locator('ins')).toHaveText(['working '])
  await panel.getByRole('button', { name: 'Compare with: v2' }).click()
  await page.getByRole('menuitemradio', { name: 'v1' }).click()
  await expect(panel.locator('del')).toHaveText(['60'])
  await expect(panel.locator('ins')).toHaveText(['30 working'])
  await panel.getByRole('button', { name: 'restore' }).first().click()
  await expect(studio.feed.getByRole('button', { name: '3 corrections' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(studio.answer('Within 60 days.')).toBeVisible()
  await studio.undo('correction')
  await expect(studio.answer('Within 30 working days.')).toBeVisible()
})

test('correcting an answer says what the model will believe, and offers a branch instead', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long?', 'Within 60 days.') })
  await studio.act(studio.answer('Within 60 days.'), 'Correct')
  await expect(studio.feed.getByText('Correct in place (the model will believe it said this)')).toBeVisible()
  await studio.way('or on a new branch').click()
  await studio.feed.getByRole('textbox', { name: 'Correct this message' }).fill('Within 30 days.')
  await studio.way('Start branch').click()
  await studio.isOn('main-2')
  await expect(studio.answer('Within 30 days.')).toBeVisible()
  await studio.toasts.getByRole('button', { name: 'Go back' }).click()
  await studio.isOn('main')
  await expect(studio.answer('Within 60 days.')).toBeVisible()
})

test('leaving a correction asks once; looking elsewhere keeps what was begun', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long?', 'Within 60 days.', 'And then?', 'Nothing.') })
  const box = studio.feed.getByRole('textbox', { name: 'Correct this message' })
  await studio.act(studio.answer('Within 60 days.'), 'Correct')
  await box.fill('Within 30')
  await box.press('Escape')
  await expect(studio.feed.getByRole('alert')).toHaveText('Your changes are not saved.')
  await studio.way('Keep editing').click()
  await studio.act(studio.answer('Nothing.'), 'Correct')
  await expect(box).toHaveValue('Nothing.')
  await box.press('Escape')
  await studio.way('unsaved correction').click()
  await expect(box).toHaveValue('Within 30')
  await box.press('Escape')
  await studio.way('Throw them away').click()
  await expect(studio.way('unsaved correction')).toHaveCount(0)
  await expect(studio.answer('Within 60 days.')).toBeVisible()
})
