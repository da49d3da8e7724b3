import { expect, test } from './fixtures.ts'
import { seedPair } from './seeds.ts'

test('two branches stand side by side: what they share folded with its hash, other words marked, other settings told', async ({ launch }) => {
  const studio = await launch({ seed: seedPair })
  const { page } = studio
  await page.keyboard.press('Alt+4')
  const compare = page.getByRole('main', { name: 'Compare' })
  await expect(compare.getByRole('button', { name: /2 steps identical.*shared prefix, hash [0-9a-f]{4}.*point of divergence/ })).toBeVisible()
  await expect(compare.getByText('gpt-4o → gpt-4o-mini')).toBeVisible()
  await expect(compare.getByText('0.2 → 0.9')).toBeVisible()
  const answers = compare.getByRole('row').first()
  await expect(answers.getByRole('cell').first().locator('del')).toContainText('of')
  await expect(answers.getByRole('cell').nth(1).locator('ins').first()).toContainText(/next working/)
  await expect(compare.getByRole('row').nth(1).getByRole('cell').nth(1)).toContainText('the branch ends here')
  await compare.getByRole('button', { name: /2 steps identical/ }).click()
  await expect(compare.getByText('When do the 30 days start?')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(studio.composer).toBeVisible()
})

test('the same message goes to both branches, and both answers come', async ({ launch }) => {
  const studio = await launch({ seed: seedPair })
  const { page } = studio
  await page.keyboard.press('Alt+4')
  const compare = page.getByRole('main', { name: 'Compare' })
  await compare.getByRole('textbox', { name: 'The same message to all of them' }).fill('Say it shorter')
  await page.keyboard.press('Enter')
  const question = page.getByRole('article', { name: 'user' }).filter({ hasText: 'Say it shorter' })
  const row = compare.getByRole('row').filter({ has: question })
  await expect(row).toHaveCount(1)
  await expect(row.getByText('the same')).toHaveCount(0) // the same words, not the same message
  await expect(compare.getByRole('cell').filter({ hasText: /Besides your question I see/ })).toHaveCount(2)
  await expect(compare.getByRole('textbox', { name: 'The same message to all of them' })).toHaveValue('')
})

test('a question is asked several ways, each on a branch of its own', async ({ launch }) => {
  const studio = await launch()
  const { page, dialog } = studio
  await studio.ask('What is a tract?', /Besides your question|demo/i)
  await studio.feed.press('End')
  await page.keyboard.press('t')
  await expect(dialog).toHaveAccessibleName('Try several ways')
  await dialog.getByRole('button', { name: 'Ask 2 ways' }).click()
  const compare = page.getByRole('main', { name: 'Compare' })
  await expect(compare.getByRole('row').first().getByRole('cell')).toHaveCount(3)
  await expect(compare.getByRole('article', { name: 'assistant' })).toHaveCount(3)
  await expect(studio.tracts.getByRole('treeitem', { level: 2 })).toHaveCount(0) // the sidebar is not part of this layout
})

test('what came of it: the other branch is brought in, or deleted', async ({ launch }) => {
  const studio = await launch({ seed: seedPair })
  const { page, dialog } = studio
  await page.keyboard.press('Alt+4')
  const compare = page.getByRole('main', { name: 'Compare' })
  await compare.getByRole('button', { name: 'Bring in B into A' }).click()
  await expect(dialog).toHaveAccessibleName('Bring cheap into main')
  await page.keyboard.press('Escape')
  await compare.getByRole('button', { name: 'Keep A, delete B' }).click()
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await dialog.getByRole('button', { name: 'Delete all the same' }).click()
  await expect(compare.getByText('Nothing to compare yet')).toBeVisible()
})
