import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'

function seedRuns(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Long runs' })
  tract.system('You count.')
  for (let turn = 1; turn <= 20; turn += 1) tract.user(`Number ${turn}`)
  tract.annotate('HEAD~9', 'pinned')
  tract.branch('side', { switch: false })
  tract.user('The last one')
}

test('long runs are folded, opened by a click, and stay folded after a reload', async ({ launch }) => {
  const studio = await launch({ seed: seedRuns })
  const { page } = studio
  await expect(studio.step(/user: Number 3,/)).toBeVisible()
  await studio.rail.getByRole('button', { name: 'Fold long runs in the graph' }).click()
  const folded = studio.step(/steps folded/)
  await expect(folded).toHaveCount(2)
  await expect(studio.step(/user: Number 11,.*kept always/)).toBeVisible()
  await expect(studio.step(/user: Number 3,/)).toHaveCount(0)
  await folded.first().click()
  await expect(studio.step(/user: Number 3,/)).toBeVisible()
  await expect(folded).toHaveCount(1)
  await page.reload()
  await expect(folded).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('@Number 15')
  await studio.dialog.getByRole('option', { name: /Number 15/ }).click()
  await expect(studio.step(/user: Number 15,/)).toHaveAttribute('aria-selected', 'true')
  await studio.rail.getByRole('treegrid').press('Shift+F')
  await expect(folded).toHaveCount(0)
})
