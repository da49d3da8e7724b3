import { expect, test } from './fixtures.ts'
import { linesOf } from './received.ts'
import type { Studio } from './studio.ts'

const files = (studio: Studio) => studio.chat.getByRole('list', { name: 'Attached files' })
const text = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
const choose = (studio: Studio, ...chosen: readonly { name: string; mimeType: string; buffer: Buffer }[]) => studio.page.setInputFiles('input[type=file]', [...chosen])

test('text files go with the next message as steps of their own, in one act', async ({ connected: studio, local }) => {
  await choose(studio, text('notes.md', '# Garden notes'), text('plan.txt', 'sow carrots'))
  await expect(files(studio).getByRole('listitem')).toHaveText([/notes\.md~4/, /plan\.txt~3/])
  await files(studio).getByRole('button', { name: 'Take plan.txt away' }).click()
  await expect(files(studio).getByRole('listitem')).toHaveCount(1)
  await studio.ask('What do they say?', 'Echo: What do they say?')
  await expect(files(studio)).toHaveCount(0)
  await expect(studio.xray.getByRole('option')).toHaveCount(3)
  await expect(studio.answer('# Garden notes')).toContainText('notes.md')
  expect(local.requests.map(linesOf)).toEqual([['assistant: notes.md\n```markdown\n# Garden notes\n```', 'user: What do they say?']])
})

test('files alone can be sent, and are kept on their branch until then', async ({ connected: studio }) => {
  await studio.composer.fill('Hello')
  await studio.composer.press('Alt+Enter')
  await expect(studio.question('Hello')).toBeVisible()
  await choose(studio, text('only.txt', 'nothing else'))
  await studio.branchHere(studio.question('Hello'), 'aside')
  await expect(files(studio)).toHaveCount(0)
  await studio.switchTo('main')
  await expect(files(studio)).toContainText('only.txt')
  await studio.chat.getByRole('button', { name: 'Send' }).click()
  await expect(studio.question('Here is a file.')).toBeVisible()
})

test('a long file shows its beginning in the chat, and all of it when asked', async ({ connected: studio }) => {
  await choose(studio, text('long.log', Array.from({ length: 400 }, (_, at) => `line ${at + 1}`).join('\n')))
  await studio.composer.press('Alt+Enter')
  await expect(studio.feed).toContainText('line 12')
  await expect(studio.feed).not.toContainText('line 400')
  await studio.way('show all 400 lines').click()
  await expect(studio.feed).toContainText('line 400')
})

test('what is no text, or too large, is left with a sentence that says why', async ({ connected: studio }) => {
  await choose(studio, { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) })
  await expect(studio.toasts).toContainText('“photo.png” was not attached: it is no UTF-8 text. Only text files can be attached.')
  await choose(studio, text('huge.log', 'x'.repeat(1_100_000)))
  await expect(studio.toasts).toContainText('“huge.log” was not attached: it has 1.0 MB, at most 1 MB is taken.')
  await expect(files(studio)).toHaveCount(0)
})

test('files are dropped anywhere in the window, and pasted into the text', async ({ connected: studio }) => {
  const dropped = await studio.page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['dropped words'], 'dropped.txt', { type: 'text/plain' }))
    return data
  })
  await studio.rail.dispatchEvent('dragover', { dataTransfer: dropped })
  await expect(studio.chat.getByText('Drop text files to attach them')).toBeVisible()
  await studio.rail.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(files(studio)).toContainText('dropped.txt')
  await studio.composer.evaluate((element) => {
    const data = new DataTransfer()
    data.items.add(new File(['pasted words'], 'pasted.txt', { type: 'text/plain' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(files(studio).getByRole('listitem')).toHaveText([/dropped\.txt/, /pasted\.txt/])
})
