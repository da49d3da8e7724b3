import { expect, openaiKey, test } from './fixtures.ts'
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
  await expect(studio.tracts.getByRole('treeitem', { level: 2 })).toHaveCount(3) // each way is a branch in the sidebar
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

test('contexts and graph of two branches are compared too; equal settings are told; a step is copied; a verdict is kept for people', async ({ launch }) => {
  const studio = await launch({ seed: seedPair })
  const { page, dialog } = studio
  await page.keyboard.press('Alt+4')
  const compare = page.getByRole('main', { name: 'Compare' })
  await compare.getByRole('button', { name: '7 fields equal' }).click()
  await expect(page.getByRole('dialog', { name: 'Settings that are equal' })).toContainText('top pnot set')
  await page.keyboard.press('Escape')
  await compare.getByRole('radio', { name: 'Context' }).click()
  const contexts = compare.getByRole('region', { name: 'From main to cheap' })
  await expect(contexts.getByRole('option', { name: /^removed user And for a gift/ })).toBeVisible()
  await compare.getByRole('radio', { name: 'Graph' }).click()
  await expect(compare.getByRole('treegrid', { name: 'Steps, oldest first' }).getByRole('row')).toHaveCount(5)
  await compare.getByRole('radio', { name: 'Answers' }).click()
  await compare.getByRole('checkbox', { name: 'Choose to copy to A' }).check()
  await compare.getByRole('button', { name: 'Copy 1 selected to A' }).click()
  await expect(dialog).toHaveAccessibleName('Copy 1 step to the end of main')
  await page.keyboard.press('Escape')
  const before = await studio.undoButton().getAttribute('aria-label')
  await compare.getByRole('radio', { name: 'B better' }).click()
  await expect(studio.toasts).toContainText('Kept the verdict')
  await compare.getByRole('button', { name: 'Add a note' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('It names the working day.')
  await page.getByRole('button', { name: 'Keep note' }).click()
  await expect(compare.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  await page.reload()
  await expect(studio.question('And for a gift?')).toBeVisible()
  await page.keyboard.press('Alt+4')
  await expect(compare.getByRole('radio', { name: 'B better' })).toBeChecked()
  await expect(compare.getByText('Verdict: cheap is better')).toHaveCount(0) // it is no answer that is compared
  await page.keyboard.press('Alt+1')
  await expect(studio.xray.getByText('tokens in 4 messages')).toBeVisible()
  await studio.undoButton().click()
  await studio.undoButton().click()
  await expect(studio.undoButton()).toHaveAttribute('aria-label', before ?? '')
})

test('columns scroll alone where that is wanted; the comparison is copied as Markdown', async ({ launch, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {})
  const studio = await launch({ seed: seedPair })
  const { page } = studio
  await page.keyboard.press('Alt+4')
  const compare = page.getByRole('main', { name: 'Compare' })
  await compare.getByRole('checkbox', { name: 'Scroll together' }).uncheck()
  await expect(compare.getByRole('region', { name: 'B, cheap' })).toContainText('next working day')
  await compare.getByRole('checkbox', { name: 'Scroll together' }).check()
  await compare.getByRole('button', { name: 'Differences: Differing words' }).click()
  await page.getByRole('menuitemradio', { name: 'No marks' }).click()
  await expect(compare.locator('ins')).toHaveCount(0)
})

test('each way of asking has a model and a temperature of its own', async ({ launch, openai }) => {
  const studio = await launch({ seed: seedPair })
  const { page, dialog } = studio
  await studio.connect('OpenAI', openai.url, openaiKey, 'gpt-5.4')
  await studio.answer('by the last scan').click()
  await page.keyboard.press('t')
  await dialog.getByRole('textbox', { name: 'Temperature of B' }).fill('0.1')
  await dialog.getByRole('button', { name: 'Once more like this' }).first().click()
  await dialog.getByRole('textbox', { name: 'Temperature of C' }).fill('0.7')
  await dialog.getByRole('button', { name: 'Ask 3 ways' }).click()
  const compare = page.getByRole('main', { name: 'Compare' })
  await expect(compare.getByRole('row').first().getByRole('cell')).toHaveCount(4)
  await expect(compare.getByText('T 0.1')).toBeVisible()
  await expect(compare.getByText('T 0.7')).toBeVisible()
})
