import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'

function seedFound(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Found' })
  tract.user('Where is the quince?')
  tract.commit({ type: 'tool_call', tool: 'look_up', callId: 'c1', input: { of: 'fruit' } })
  tract.commit({ type: 'tool_result', tool: 'look_up', callId: 'c1', output: 'A quince stands behind the shed.', status: 'success' })
  const hidden = tract.user('A Quince nobody sees')
  tract.annotate(hidden.hash, 'skip')
  for (let at = 0; at < 30; at += 1) {
    tract.user(`Question ${at}`)
    tract.assistant(`Answer ${at}, with some more words to fill a line or two of the window.`)
  }
}

test('words are found in this chat: counted, in hidden and folded steps too, with the way to the next and back', async ({ launch }) => {
  const studio = await launch({ seed: seedFound })
  const { page } = studio
  await page.keyboard.press('ControlOrMeta+f')
  const bar = page.getByRole('search', { name: 'Find in the chat' })
  await expect(bar.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('quince')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await expect(studio.question('Where is the quince?')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('2 of 3')
  await expect(studio.feed.getByText('A quince stands behind the shed.').last()).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(studio.question('A Quince nobody sees')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await page.keyboard.press('Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  await expect.poll(() => page.evaluate(() => [CSS.highlights.get('found-here')?.size, (CSS.highlights.get('found')?.size ?? 0) >= 3])).toEqual([1, true])
  await page.keyboard.type('s of nowhere')
  await expect(bar.getByRole('status')).toHaveText('not found')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0)
  await page.keyboard.press('ControlOrMeta+f')
  await expect(bar.getByRole('textbox')).toHaveValue('quinces of nowhere')
})

test('the turns stand at the right edge: a click goes there, and the pill back to the end', async ({ launch }) => {
  const studio = await launch({ seed: seedFound })
  await studio.chat.locator('button.group\\/turn').first().click()
  await expect(studio.question('Where is the quince?')).toBeInViewport()
  await studio.chat.getByRole('button', { name: 'latest' }).click()
  await expect(studio.answer('Answer 29')).toBeInViewport()
})

test('what came while one was on another branch is told where it begins', async ({ launch, local }) => {
  const studio = await launch({ seed: seedFound, answersFrom: local })
  local.hold()
  await studio.say('And now?')
  await local.received(1)
  await studio.branchHere(studio.question('Question 29'), 'side')
  local.release()
  await expect(studio.branchRow('main')).not.toContainText('answering')
  await studio.switchTo('main')
  await expect(studio.feed.getByRole('article').last()).toContainText('new since you left')
  await expect(studio.feed.getByText('new since you left')).toHaveCount(1)
})
