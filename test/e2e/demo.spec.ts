import { expect, test } from './fixtures.ts'

test('a fresh start talks to the demo model, and says so everywhere', async ({ studio }) => {
  await expect(studio.page.getByRole('heading', { name: 'See and shape what the model sees' })).toBeVisible()
  await expect(studio.page.getByRole('button', { name: 'Connect a model' })).toContainText('until then the demo model answers')
  await expect(studio.composer).toBeFocused()
  await studio.ask('What can you see?', 'I am the demo model')
  await expect(studio.answer('Besides your question I see no other message')).toHaveCount(1)
  await expect(studio.chat.getByRole('button', { name: 'Model: Demo model' })).toBeVisible()
  await expect(studio.chat.getByText('no provider yet, answers come from the demo model')).toBeVisible()
})

test('what the demo model sees changes with what is hidden', async ({ studio }) => {
  await studio.ask('My cat is called Juno', 'I am the demo model')
  await studio.hide(studio.question('My cat is called Juno'))
  await expect(studio.feed.getByText('1 step hidden from the model')).toBeVisible()
  await studio.ask('Which animals do I have?', /Besides your question I see 1 message:/)
  await expect(studio.xrayLine(/hidden by you/)).toHaveCount(1)
})

test('a system prompt is written first and stands before everything', async ({ studio }) => {
  await studio.page.getByRole('button', { name: 'Write a system prompt' }).click()
  const field = studio.chat.getByRole('textbox', { name: 'System prompt' })
  await field.fill('You are a gardener.')
  await studio.chat.getByRole('button', { name: 'Save' }).click()
  await expect(studio.rule('You are a gardener.')).toBeVisible()
  await expect(studio.rule('You are a gardener.').getByText('Keep always')).toBeVisible()
  await studio.ask('Hello', 'your instruction: “You are a gardener.”')
})
