import { expect, test } from './fixtures.ts'
import { priced } from './scenes.ts'
import type { Studio } from './studio.ts'

const panel = (studio: Studio) => studio.page.getByRole('dialog', { name: 'How this answer was made' })

test('an answer tells how it was made: model, settings with their levels, tokens, cost, time, and its receipt', async ({ launch, local }) => {
  const studio = await launch({ answersFrom: local, seed: priced })
  local.script({ kind: 'answer', text: 'Within 30 days of delivery, unworn.', usage: { input: 7928, output: 812, cached: 6684 } })
  await studio.chat.getByRole('button', { name: 'More settings' }).click()
  await studio.page.getByRole('textbox', { name: 'Top k' }).fill('40')
  await studio.page.getByRole('textbox', { name: 'Max tokens' }).fill('1024')
  await studio.page.keyboard.press('Enter')
  await studio.ask('How long?', 'Within 30 days')
  const answer = studio.answer('Within 30 days')
  await expect(answer).toContainText(/in\s*7928 \(cached 6684\)\s*out 812\s*\$0\.020/)
  await answer.getByRole('button', { name: 'How this answer was made' }).click()
  await expect(panel(studio)).toContainText('local-1from the composer')
  await expect(panel(studio)).toContainText('Max tokens1024from the composer')
  await expect(panel(studio)).toContainText('Top k40not sent: the provider has no such setting')
  await expect(panel(studio)).toContainText('ProviderLocal')
  await expect(panel(studio)).toContainText('Cost$0.020as the price was then')
  await expect(panel(studio)).toContainText('Endedby itself')
  await expect(panel(studio)).toContainText('Still the sameyes')
  await studio.page.keyboard.press('Escape')
  await expect(panel(studio)).toHaveCount(0)
})

test('the key I opens it for the focused answer, and says nothing for a step no model wrote', async ({ connected: studio }) => {
  await studio.ask('Hello', 'Echo: Hello')
  await studio.answer('Echo: Hello').click()
  await studio.page.keyboard.press('i')
  await expect(panel(studio)).toContainText('local-1')
  await expect(panel(studio).locator(':scope:focus, :focus')).toHaveCount(1)
  await studio.page.keyboard.press('Escape')
  await expect(panel(studio)).toHaveCount(0)
  await studio.question('Hello').click()
  await studio.page.keyboard.press('i')
  await expect(panel(studio)).toHaveCount(0)
})
