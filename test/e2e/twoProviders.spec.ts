import { anthropicKey, expect, openaiKey, test } from './fixtures.ts'
import { linesOf, modelOf } from './received.ts'

test('two providers answer in one conversation, each in its own protocol, and each answer says whose it is', async ({ studio, openai, anthropic }) => {
  test.setTimeout(90_000)
  await studio.connect('OpenAI', openai.url, openaiKey, 'gpt-4o')
  await studio.ask('Name a fruit', 'Echo: Name a fruit')
  await studio.connect('Anthropic', anthropic.url, anthropicKey, 'claude-haiku-4-5')
  await studio.ask('And a nut', 'Echo: And a nut')
  await studio.chooseModel('gpt-4o')
  await studio.ask('And a berry', 'Echo: And a berry')
  expect([openai.requests.length, anthropic.requests.length]).toEqual([2, 1])
  expect([modelOf(openai.requests.at(-1)), modelOf(anthropic.requests.at(-1))]).toEqual(['gpt-4o', 'claude-haiku-4-5'])
  expect(linesOf(anthropic.requests.at(-1))).toEqual(['user: Name a fruit', 'assistant: Echo: Name a fruit', 'user: And a nut'])
  expect(linesOf(openai.requests.at(-1))).toEqual(['user: Name a fruit', 'assistant: Echo: Name a fruit', 'user: And a nut', 'assistant: Echo: And a nut', 'user: And a berry'])
  for (const [answer, model] of [['Echo: Name a fruit', 'gpt-4o'], ['Echo: And a nut', 'claude-haiku-4-5'], ['Echo: And a berry', 'gpt-4o']] as const) {
    await expect(studio.answer(answer)).toContainText(model)
    await expect(studio.answer(answer)).toContainText(/in\s*\d+\s*out\s*\d+\s*<?\$0\.0/)
  }
  await studio.answer('Echo: And a nut').click()
  await studio.page.keyboard.press('i')
  const panel = studio.page.getByRole('dialog', { name: 'How this answer was made' })
  await expect(panel).toContainText('ProviderAnthropic')
  await expect(panel).toContainText('Still the sameyes')
})
