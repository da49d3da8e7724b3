import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import type { Studio } from './studio.ts'

/** A fork after the question, and one deeper on one of its sides. */
function seedForks(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Forks' })
  const question = tract.user('How long can I return shoes?')
  const first = tract.assistant('Within 60 days.')
  tract.user('And sale items?')
  tract.branchAfter(question.hash, 'second')
  const other = tract.assistant('Within 30 days.')
  tract.user('From delivery?')
  tract.branchAfter(other.hash, 'third')
  tract.user('With a receipt?')
  tract.switch('main')
  tract.annotate(first.hash, 'pinned')
}

const versions = (studio: Studio, words: string, name: string) => studio.feed.getByRole('article').filter({ hasText: words }).getByRole('group', { name })

test('arrows lead to the other version, and back to where one was on its side', async ({ launch }) => {
  const studio = await launch({ seed: seedForks })
  await expect(versions(studio, 'Within 60 days.', 'Version 1 of 2')).toBeVisible()
  await versions(studio, 'Within 60 days.', 'Version 1 of 2').getByRole('button', { name: 'Version after' }).click()
  await studio.isOn('third') // written to last, as nobody has looked there yet
  await expect(studio.answer('Within 30 days.')).toBeFocused()
  await versions(studio, 'With a receipt?', 'Version 2 of 2').getByRole('button', { name: 'Version before' }).click()
  await studio.isOn('second')
  await versions(studio, 'Within 30 days.', 'Version 2 of 2').getByRole('button', { name: 'Version before' }).click()
  await studio.isOn('main')
  await versions(studio, 'Within 60 days.', 'Version 1 of 2').getByRole('button', { name: 'Version after' }).click()
  await studio.isOn('second') // not the newest: the one looked at last
})

test('a question asked anew on a branch stands beside the first, both with their answers', async ({ connected: studio, local }) => {
  local.script({ kind: 'answer', text: 'Sixty.' }, { kind: 'answer', text: 'Thirty.' })
  await studio.ask('How long?', 'Sixty.')
  await studio.ask('Are you sure?', 'Thirty.')
  await studio.question('Are you sure?').click()
  await studio.page.keyboard.press('Shift+E')
  const box = studio.feed.getByRole('textbox', { name: 'Correct this message' })
  await expect(studio.feed.getByText('Asks this on a new branch; main stays as it is,')).toBeVisible()
  local.script({ kind: 'answer', text: 'From delivery.' })
  await box.fill('From when?')
  await box.press('ControlOrMeta+Enter')
  await studio.isOn('main-2')
  await expect(studio.answer('From delivery.')).toBeVisible()
  await expect(studio.question('Are you sure?')).toHaveCount(0)
  await versions(studio, 'From when?', 'Version 2 of 2').getByRole('button', { name: 'Version before' }).click()
  await studio.isOn('main')
  await expect(studio.answer('Thirty.')).toBeVisible()
})

test('a fork at an early step keeps both ends', async ({ launch }) => {
  const studio = await launch({ seed: seedForks })
  await studio.branchHere(studio.question('How long can I return shoes?'), 'fourth')
  await expect(studio.branchRow('main')).toBeVisible()
  await studio.composer.fill('In the EU.')
  await studio.composer.press('Alt+Enter')
  await expect(versions(studio, 'In the EU.', 'Version 3 of 3')).toBeVisible()
  await studio.switchTo('main')
  await expect(studio.question('And sale items?')).toBeVisible()
  await expect(studio.question('In the EU.')).toHaveCount(0)
})
