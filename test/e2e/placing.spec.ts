import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'

const long = 'x'.repeat(600)

/** Two branches with unbroken words, and names as long as they can be. */
function seedLong(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'A conversation whose name is longer than the title bar has room for' })
  tract.user('What is it?')
  tract.branch('a-branch-whose-name-is-longer-than-the-title-bar-has-room-for', { switch: false })
  tract.assistant(`Day of delivery, ${long}`)
  tract.switch('a-branch-whose-name-is-longer-than-the-title-bar-has-room-for')
  tract.assistant(`Day of order, ${long}${long}`)
}

test('long names and words leave room for what stands beside them', async ({ launch }) => {
  const studio = await launch({ seed: seedLong })
  const { page, titleBar } = studio
  await page.setViewportSize({ width: 880, height: 600 })
  for (const name of [/^Tract: /, /^Branch: /]) expect((await titleBar.getByRole('button', { name }).boundingBox())?.width).toBeGreaterThan(60)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.keyboard.press('Alt+4')
  const cells = page.getByRole('main', { name: 'Compare' }).getByRole('row').first().getByRole('cell')
  await expect(cells).toHaveCount(2)
  for (const cell of await cells.all()) expect(await cell.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})

test('a refusal is told in front of the dialog that asked, and can be closed there', async ({ studio }) => {
  const { page, dialog } = studio
  await studio.ask('Hello', /demo|Besides/i)
  await studio.act(studio.question('Hello'), 'Branch here')
  const name = dialog.getByRole('textbox', { name: 'Name of the branch' })
  await name.fill('a..b')
  await name.press('Enter')
  const told = dialog.getByRole('log', { name: 'Messages' })
  await expect(told).toContainText('a..b')
  await told.getByRole('button', { name: 'Close' }).click()
  await expect(name).toHaveValue('a..b')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(studio.toasts).toHaveCount(1)
})
