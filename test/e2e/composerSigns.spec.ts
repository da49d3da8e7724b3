import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'

test('a slash offers commands and runs one; the text is gone with it, and Escape keeps it', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long?', 'Within 30 days.') })
  const offered = studio.chat.getByRole('listbox', { name: 'Commands' })
  await studio.composer.pressSequentially('/as the mo')
  await expect(offered.getByRole('option').first()).toContainText('Show the chat as the model sees it')
  await studio.composer.press('Escape')
  await expect(offered).toHaveCount(0)
  await expect(studio.composer).toHaveValue('/as the mo')
  await studio.composer.press('Backspace')
  await studio.composer.press('Enter')
  await expect(studio.chat.getByRole('radio', { name: 'As the model sees' })).toBeChecked()
  await expect(studio.composer).toHaveValue('')
  await studio.page.keyboard.press('ControlOrMeta+Shift+v')
  await expect(studio.chat.getByRole('radio', { name: 'As it happened' })).toBeChecked()
})

test('an at sign quotes a step: its words are sent before what one writes, and stand there as a quote', async ({ launch, local }) => {
  const studio = await launch({ seed: spoken('How long?', 'Within 30 days of delivery.'), answersFrom: local })
  await studio.composer.pressSequentially('Is @deliv')
  const offered = studio.chat.getByRole('listbox', { name: 'Steps to quote' })
  await expect(offered.getByRole('option')).toHaveCount(1)
  const before = await tokensIn()
  await studio.composer.press('Enter')
  await expect(studio.composer).toHaveValue(/^Is @[0-9a-f]{4,} $/)
  await expect.poll(tokensIn).toBeGreaterThan(before + 10) // the quoted words go along
  await studio.composer.pressSequentially('final?')
  await studio.composer.press('Enter')
  await expect(studio.composer).toHaveValue('')
  await expect(studio.question('final?').getByRole('blockquote')).toContainText('Within 30 days of delivery.')
  await local.received(1)
  const body = local.requests[0]?.body as { messages: readonly { readonly content: string }[] } | undefined
  expect(body?.messages.at(-1)?.content).toMatch(/^> @[0-9a-f]{4,} Assistant:\n> Within 30 days of delivery\.\n\nIs @[0-9a-f]{4,} final\?$/)

  async function tokensIn(): Promise<number> {
    const told = await studio.chat.getByRole('note', { name: 'Before sending' }).textContent()
    return Number(/(\d+) in/.exec(told ?? '')?.[1])
  }
})

test('arrow up in the empty composer brings back what one said', async ({ launch }) => {
  const studio = await launch({ seed: spoken('First question', 'One.', 'Second question', 'Two.') })
  await studio.composer.press('ArrowUp')
  await expect(studio.composer).toHaveValue('Second question')
  await studio.composer.press('ArrowUp')
  await expect(studio.composer).toHaveValue('First question')
  await studio.composer.press('ArrowDown')
  await studio.composer.press('ArrowDown')
  await expect(studio.composer).toHaveValue('')
})

test('Alt and an arrow go from step to step while nothing is written, and move among the words once something is', async ({ launch }) => {
  const studio = await launch({ seed: spoken('First question', 'One.', 'Second question', 'Two.') })
  await studio.composer.fill('Words')
  await studio.composer.press('Alt+ArrowLeft')
  await expect(studio.composer).toBeFocused()
  await studio.composer.fill('')
  await studio.composer.press('Alt+ArrowLeft')
  await expect(studio.answer('Two.')).toBeFocused()
  await studio.page.keyboard.press('Alt+ArrowLeft')
  await expect(studio.question('Second question')).toBeFocused()
})

test('a long pasted text becomes a file, and can be put into the message instead', async ({ launch }) => {
  const studio = await launch({ seed: spoken('How long?', 'Within 30 days.') })
  await studio.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const long = 'A line of a long log.\n'.repeat(600)
  await studio.page.evaluate((text) => navigator.clipboard.writeText(text), long)
  await studio.composer.press('ControlOrMeta+v')
  await expect(studio.chat.getByText('pasted.txt')).toBeVisible()
  await expect(studio.composer).toHaveValue('')
  await studio.toasts.getByRole('button', { name: 'Put it into the message' }).click()
  await expect(studio.chat.getByText('pasted.txt')).toHaveCount(0)
  await expect(studio.composer).toHaveValue(long)
})
