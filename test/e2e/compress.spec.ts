import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import type { Studio } from './studio.ts'

const question = 'How long can I return shoes that I bought in Hamburg? My order is 88-213 and I have the receipt. They are too small for me and I have not worn them outside.'
const rule = 'Never promise a refund date before the parcel has been scanned.'
const answer = 'You have 30 days from delivery for that. They must be unworn, in the original box, and the receipt has to lie in it. The refund goes to the account that paid, once the warehouse has scanned the parcel.'

/** Five steps, the third a rule that nobody has pinned yet. */
function seed(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Returns' })
  tract.configure({ budget: { maxTokens: 400 } })
  tract.user(question)
  tract.assistant(answer)
  tract.user(rule)
  tract.user(`${question} I ask for a friend.`)
  tract.assistant(`${answer} This holds for friends too.`)
  tract.user('Thank you, that is all.')
}
/** The hash of what the model sees of a step, and of the whole. */
function contextOf(file: string): ReadonlyMap<string, string> {
  using workspace = Workspace.open(file, { access: 'read' })
  const [first] = workspace.list()
  return new Map(workspace.get(first?.id ?? '').compile().messages.map(({ content, blob }) => [content, blob]))
}

const sheet = (studio: Studio) => studio.page.getByRole('dialog', { name: /^Compress/ })
const summaries = (studio: Studio) => sheet(studio).getByRole('textbox', { name: /^Summary/ })

/** Chooses a stretch of steps in the chat and opens the sheet with the key. */
async function compress(studio: Studio, from: string, to: string): Promise<void> {
  await studio.question(from).first().click()
  await studio.page.keyboard.press(' ')
  await studio.answer(to).last().click({ modifiers: ['Shift'] })
  await studio.page.keyboard.press('x')
  await expect(sheet(studio)).toBeVisible()
}

test('a pinned step passes through with the same bytes, and undo brings the originals back', async ({ launch }) => {
  const studio = await launch({ seed })
  await studio.pin(studio.question(rule))
  const before = contextOf(studio.place.file).get(rule)
  await compress(studio, question, 'This holds for friends too')
  await expect(sheet(studio).getByText('Summary 1 of 2')).toBeVisible()
  await sheet(studio).getByRole('button', { name: /^Draft with the model/ }).first().click()
  await expect(summaries(studio)).toHaveCount(2)
  await expect(sheet(studio).getByRole('group', { name: 'Effect' })).toContainText('1 unchanged')
  await sheet(studio).getByRole('button', { name: /^Approve/ }).click()
  await expect(studio.toasts).toContainText(/Compressed 4 steps, −/)
  const after = contextOf(studio.place.file)
  expect([after.get(rule), after.size]).toEqual([before, 4])
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.answer('This holds for friends too')).toBeVisible()
  expect(contextOf(studio.place.file).has(`${question} I ask for a friend.`)).toBe(true)
})

test('a draft is written, regenerated, edited, rejected, brought back and approved, without a network', async ({ launch }) => {
  const studio = await launch({ seed })
  const original = contextOf(studio.place.file)
  await compress(studio, question, 'This holds for friends too')
  await sheet(studio).getByRole('button', { name: /^Draft with the model/ }).first().click()
  await expect(summaries(studio)).not.toHaveValue('')
  await sheet(studio).getByRole('button', { name: 'Regenerate with guidance' }).click()
  await studio.page.getByRole('button', { name: 'shorter', exact: true }).click()
  await expect(sheet(studio).getByRole('radio', { name: 'Draft 2' })).toBeChecked()
  await summaries(studio).fill('Shoes can be returned within 30 days, unworn, with box and receipt.')
  await expect(sheet(studio).getByText('edited by you')).toBeVisible()
  const missing = sheet(studio).getByRole('region', { name: 'Not mentioned' })
  await missing.getByRole('button', { name: 'Insert 88-213' }).click()
  await expect(summaries(studio)).toHaveValue(/88-213$/)
  await expect(missing.getByRole('button', { name: 'Insert 88-213' })).toHaveCount(0)
  await sheet(studio).getByRole('button', { name: /^Reject…/ }).click()
  await studio.page.getByRole('textbox', { name: /^Why/ }).fill('too short')
  await studio.page.getByRole('button', { name: 'Reject the summary' }).click()
  await expect(sheet(studio)).toHaveCount(0)
  expect(contextOf(studio.place.file)).toEqual(original)
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await studio.dockTab('Review').click()
  await studio.drawer('Review').getByRole('option', { name: /^Summary of 5 steps/ }).press('a')
  await expect(sheet(studio).getByRole('radio', { name: 'Draft 2' })).toBeVisible()
  await summaries(studio).fill('Shoes: 30 days, unworn, box and receipt. Order 88-213.')
  await expect(sheet(studio).getByRole('button', { name: /^Approve/ })).not.toHaveAttribute('aria-disabled', 'true')
  await summaries(studio).press('ControlOrMeta+Enter')
  await expect(sheet(studio)).toHaveCount(0)
  expect([...contextOf(studio.place.file).keys()]).toEqual(['Shoes: 30 days, unworn, box and receipt. Order 88-213.', 'Thank you, that is all.'])
  await studio.page.keyboard.press('ControlOrMeta+z')
  await expect(async () => expect(contextOf(studio.place.file)).toEqual(original)).toPass()
})

test('a draft that waits is there after a restart, with the words that were typed', async ({ launch }) => {
  const studio = await launch({ seed })
  await compress(studio, question, 'This holds for friends too')
  await sheet(studio).getByRole('button', { name: 'Write it myself' }).click()
  await expect(sheet(studio).getByRole('button', { name: /^Approve/ })).toHaveAttribute('aria-disabled', 'true')
  await summaries(studio).fill('Shoes: 30 days.')
  await sheet(studio).getByRole('button', { name: 'Keep for later' }).click()
  await expect(studio.dockTab('Review')).toHaveAccessibleName('Review 1')
  await studio.restart()
  await expect(studio.dockTab('Review')).toHaveAccessibleName('Review 1')
  await studio.dockTab('Review').click()
  await studio.drawer('Review').getByRole('button', { name: /^Look and decide/ }).click()
  await expect(summaries(studio)).toHaveValue('Shoes: 30 days.')
})

test('a step that is left out splits the range, and a stale draft is refreshed before it counts', async ({ launch }) => {
  const studio = await launch({ seed })
  await compress(studio, question, 'This holds for friends too')
  await sheet(studio).getByRole('checkbox', { name: new RegExp(`^Summarise: ${rule}`) }).click()
  await expect(sheet(studio).getByText('Summary 2 of 2')).toBeVisible()
  await sheet(studio).getByRole('slider', { name: 'Last step of the range' }).press('ArrowLeft')
  await sheet(studio).getByRole('button', { name: 'Write it myself' }).click()
  await summaries(studio).first().fill('Shoes: 30 days.')
  await summaries(studio).last().fill('A friend asks too.')
  await sheet(studio).getByRole('button', { name: 'Keep for later' }).click()
  await studio.correct(studio.answer(answer).first(), 'You have 14 days from delivery for that, unworn, in the box, with the receipt in it.')
  await studio.dockTab('Review').click()
  await studio.drawer('Review').getByRole('button', { name: /^Look and decide/ }).click()
  await expect(sheet(studio)).toContainText('The steps changed since this was written')
  await expect(sheet(studio).getByRole('button', { name: /^Approve/ })).toHaveAttribute('aria-disabled', 'true')
  await sheet(studio).getByRole('button', { name: 'Refresh' }).click()
  await expect(sheet(studio).getByRole('button', { name: /^Approve/ })).not.toHaveAttribute('aria-disabled', 'true')
})

test('a model that fails changes nothing, and one can go on by hand', async ({ connected: studio, local }) => {
  for (const text of [question, answer]) {
    await studio.composer.fill(text)
    await studio.composer.press('Alt+Enter')
    await expect(studio.composer).toHaveValue('')
  }
  const before = contextOf(studio.place.file)
  local.script({ kind: 'status', status: 401 })
  await studio.question(question).click()
  await studio.page.keyboard.press('x')
  await sheet(studio).getByRole('button', { name: /^Draft with the model/ }).first().click()
  await expect(sheet(studio)).toContainText('Nothing was changed')
  expect(contextOf(studio.place.file)).toEqual(before)
  await sheet(studio).getByRole('button', { name: 'Write it myself' }).click()
  await summaries(studio).fill('Asked about returns.')
  await expect(sheet(studio).getByRole('button', { name: /^Approve/ })).not.toHaveAttribute('aria-disabled', 'true')
})

test('a summary is compared with its steps, taken back, written again and expanded by keys', async ({ launch }) => {
  const studio = await launch({ seed })
  const context = () => [...contextOf(studio.place.file).keys()]
  const original = context()
  await compress(studio, question, 'This holds for friends too')
  await sheet(studio).getByRole('button', { name: 'Write it myself' }).click()
  await summaries(studio).fill('Shoes: 30 days, for friends too.')
  await summaries(studio).press('ControlOrMeta+Enter')
  await expect(sheet(studio)).toHaveCount(0)
  await studio.closeToasts()
  const summary = studio.feed.locator('[data-summary]')
  await summary.click()
  await studio.page.keyboard.press('d')
  await expect(summary.locator('ins, del').first()).toBeVisible()
  await studio.page.keyboard.press('d')
  await expect(summary.locator('ins, del')).toHaveCount(0)

  await studio.page.keyboard.press('u')
  await expect(summary).toHaveCount(0)
  expect(context()).toEqual(original)
  await studio.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(summary).toBeVisible()

  await summary.getByRole('button', { name: 'redo' }).click()
  await expect(summaries(studio)).toHaveValue('Shoes: 30 days, for friends too.')
  await expect(sheet(studio).getByRole('checkbox', { checked: true })).toHaveCount(5)
  await sheet(studio).getByRole('button', { name: /^Draft with the model/ }).click()
  await expect(sheet(studio).getByRole('radio', { name: 'Draft 2' })).toBeChecked() // the first one is the summary that stands
  await sheet(studio).getByRole('button', { name: /^Approve/ }).click()
  await expect(sheet(studio)).toHaveCount(0)
  await expect(summary).toContainText('Assistant: ')
  expect(context()).toHaveLength(2)

  await studio.closeToasts()
  await summary.click()
  await studio.page.keyboard.press('ArrowRight')
  await expect(summary).toHaveCount(0)
  expect(context()).toEqual(original)
})

test('a draft that is stopped is kept with what had come, over a restart, and counts only when it is finished', async ({ connected: studio, local }) => {
  for (const text of [question, answer]) {
    await studio.composer.fill(text)
    await studio.composer.press('Alt+Enter')
    await expect(studio.composer).toHaveValue('')
  }
  local.script('They asked about shoes')
  local.hold()
  await studio.question(question).click()
  await studio.page.keyboard.press('x')
  await sheet(studio).getByRole('button', { name: /^Draft with the model/ }).first().click()
  await local.received(1)
  local.release(3)
  await expect(sheet(studio).getByRole('status', { name: 'Summary 1, being written' })).toContainText('They asked about')
  await sheet(studio).getByRole('button', { name: 'Stop' }).click()
  await expect(sheet(studio)).toContainText('Stopped before its end')
  local.release()
  await studio.restart()
  await studio.dockTab('Review').click()
  await expect(studio.drawer('Review')).toContainText('stopped before its end')
  await studio.drawer('Review').getByRole('button', { name: /^Look and decide/ }).click()
  await expect(sheet(studio).getByRole('button', { name: /^Approve/ })).toHaveAttribute('aria-disabled', 'true')
  await summaries(studio).fill('They asked about shoes.')
  await sheet(studio).getByRole('button', { name: /^Approve/ }).click()
  await expect(sheet(studio)).toHaveCount(0)
  expect([...contextOf(studio.place.file).keys()][0]).toBe('They asked about shoes.')
})
