import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'
import { kept, left, seedLeftovers } from './seeds.ts'
import type { Studio } from './studio.ts'

const secret = 'The spare key lies under the seventh stone.'

/** A text that stands in two tracts, in a correction's place and in a summary. */
function seedSecret(file: string): void {
  using workspace = Workspace.open(file)
  workspace.create({ name: 'Elsewhere' }).user(secret)
  const tract = workspace.create({ name: 'House' })
  tract.user('Where is everything?')
  const said = tract.user(secret)
  tract.assistant('Noted.')
  const old = tract.user('An old remark about the garden gate and its paint.')
  tract.compress({ messages: [old.messageId], content: `Gate. ${secret}` })
  tract.annotate(said.hash, 'pinned')
}

const page = (studio: Studio) => studio.page.getByRole('main')
const group = (studio: Studio, name: string) => page(studio).getByRole('list', { name, exact: true }).getByRole('listitem')
/** What is in the file, its log and whatever lies beside it. */
const bytesOf = ({ place: { file } }: Studio): string =>
  readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file, '.tract'))).map((name) => readFileSync(join(dirname(file), name), 'latin1')).join()
function inFile<T>(studio: Studio, read: (workspace: Workspace) => T): T {
  using workspace = Workspace.open(studio.place.file, { access: 'read' })
  return read(workspace)
}

async function openStorage(studio: Studio): Promise<void> {
  await studio.page.keyboard.press('ControlOrMeta+k')
  await studio.page.keyboard.type('Clean up old')
  await studio.page.keyboard.press('Enter')
  await expect(page(studio).getByRole('heading', { level: 1, name: 'Storage and clean-up' })).toBeVisible()
}

test('what a clean-up shows is what it removes: into the trash and back, then for good', async ({ launch }) => {
  const studio = await launch({ seed: seedLeftovers })
  const compiled = inFile(studio, (workspace) => workspace.get('Returns').compile().hash)
  await openStorage(studio)
  await expect(page(studio)).toContainText('Nothing to clean up')
  await page(studio).getByRole('slider', { name: 'Leftovers older than' }).press('Home')
  await expect(page(studio)).toContainText('Less than a week')
  const shown = group(studio, 'To the trash')
  await expect(shown).toHaveCount(3)
  expect((await shown.allInnerTexts()).map((line) => line.split('\n')[0])).toEqual(left.toReversed())
  await page(studio).getByRole('button', { name: 'Move 3 steps to the trash' }).click()
  await expect(studio.toasts).toContainText('Moved 3 steps to the trash')
  await expect(page(studio).getByRole('region', { name: 'Trash' })).toContainText('3 steps')
  await studio.toasts.getByRole('button', { name: 'Undo' }).click()
  await expect(shown).toHaveCount(3)
  await page(studio).getByRole('button', { name: 'Move 3 steps to the trash' }).click()

  await page(studio).getByRole('slider', { name: 'In the trash for' }).press('Home')
  await page(studio).getByRole('button', { name: 'Delete for good 3 steps…' }).click()
  const button = studio.dialog.getByRole('button', { name: 'Delete for good, can’t be undone' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await studio.dialog.getByRole('textbox').fill('delete 3 steps')
  expect(left.map((text) => bytesOf(studio).includes(text))).toEqual([true, true, true])
  await button.click()
  await expect(studio.toasts).toContainText(/Deleted 3 steps for good/)
  expect([...left, kept].map((text) => bytesOf(studio).includes(text))).toEqual([false, false, false, true])
  expect(inFile(studio, (workspace) => [workspace.get('Returns').compile().hash, workspace.fsck('full').findings])).toEqual([compiled, []])
  await page(studio).getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page(studio).getByRole('region', { name: 'Check' })).toContainText('Sound: 1 tract')
})

test('an erased text is gone from every place, and its step says so in every pane', async ({ launch }) => {
  const studio = await launch({ seed: seedSecret })
  await studio.question(secret).click({ button: 'right' })
  await studio.page.getByRole('menuitem', { name: 'Erase for good…' }).click()
  const { dialog } = studio
  await expect(dialog).toContainText('another step that says exactly this')
  await expect(dialog.getByRole('list', { name: /may repeat it/ })).toContainText('Gate.')
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('burglars')
  await dialog.getByRole('textbox', { name: /^Type/ }).fill('erase 2 steps')
  await dialog.getByRole('button', { name: 'Erase, can’t be undone' }).click()
  await expect(studio.toasts).toContainText('Erased 2 steps')
  await expect(studio.feed.getByText('Its text went for good')).toBeVisible()
  await expect(studio.step(/user: erased.*gone for good/)).toBeVisible()
  await expect(studio.xrayLine(/gone for good/)).toBeVisible()
  await studio.page.keyboard.press('Alt+2')
  await expect(studio.page.getByRole('option', { name: /user: erased/ })).toBeVisible()
  await studio.page.keyboard.press('Alt+1')
  await studio.page.keyboard.press('ControlOrMeta+Shift+f')
  await studio.page.keyboard.type('seventh stone')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByRole('option')).toContainText('Gate.')
  await studio.page.keyboard.press('Escape')
  await studio.dockTab('Log').click()
  await expect(studio.logLine(/^Erase for good/)).toBeVisible()
  expect(bytesOf(studio).split(secret).length - 1, 'only the summary repeats it').toBe(bytesOf(studio).split(`Gate. ${secret}`).length - 1)
  expect(existsSync(studio.place.file) && inFile(studio, (workspace) => workspace.fsck('full').findings)).toEqual([])
})
