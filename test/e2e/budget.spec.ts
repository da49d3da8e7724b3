import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'
import type { Studio } from './studio.ts'

const foot = (studio: Studio) => studio.page.getByRole('contentinfo')

async function setBudget(studio: Studio, tokens: string, marks?: readonly [string, string]): Promise<void> {
  await foot(studio).getByRole('button', { name: /^(Set budget|Budget)$/ }).click()
  if (marks) {
    await studio.page.getByRole('textbox', { name: 'First warning, per cent of the budget' }).fill(marks[0])
    await studio.page.getByRole('textbox', { name: 'Second warning, per cent of the budget' }).fill(marks[1])
  }
  await studio.page.getByRole('textbox', { name: 'Token budget' }).fill(tokens)
  await studio.page.keyboard.press('Enter')
  await expect(studio.page.getByRole('dialog', { name: 'Token budget' })).toHaveCount(0)
}

test('the bar shows what is being written, and warns from the thresholds that were set', async ({ launch, local }) => {
  const studio = await launch({ seed: spoken('word '.repeat(300), 'Good day'), answersFrom: local })
  await setBudget(studio, '1000', ['10', '20'])
  await expect(foot(studio).getByRole('status')).toContainText('tight')
  await studio.composer.fill('x'.repeat(400))
  await expect(foot(studio).getByRole('img', { name: /What you are writing 100$/ })).toBeVisible()
  await setBudget(studio, '1000', ['70', '90'])
  await expect(foot(studio).getByRole('status')).toContainText('OK')
})

test('over a budget a message is still sent; over what the model takes it isn’t, and the reason is told', async ({ launch, openai }) => {
  const studio = await launch({ seed: spoken('word '.repeat(9000), 'Good day') })
  await studio.connect('OpenAI', openai.url, 'sk-e2e-openai-4f9d1c7a', 'gpt-4o')
  await expect(foot(studio)).toContainText('model limit 128k')
  await setBudget(studio, '1000')
  await expect(foot(studio).getByRole('status')).toContainText('over')
  await studio.ask('Still there?', 'Echo: Still there?')
  await studio.composer.fill('x '.repeat(260_000))
  await expect(foot(studio)).toContainText('over the model limit')
  const send = studio.chat.getByRole('button', { name: 'Send' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await studio.composer.press('Enter')
  await expect(studio.composer).not.toHaveValue('')
  expect(openai.requests.length).toBe(1)
})
