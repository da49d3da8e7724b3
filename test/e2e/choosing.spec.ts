import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'

function seedTalk(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Several at once' })
  for (const name of ['one', 'two', 'three', 'four']) {
    tract.user(`Question ${name}`)
    tract.assistant(`Answer ${name}`)
  }
}

test('several steps are chosen by keys, told with their tokens, and hidden in one act that undo takes back', async ({ launch }) => {
  const studio = await launch({ seed: seedTalk })
  const { page } = studio
  const bar = page.getByRole('region', { name: 'Chosen steps' })
  await studio.question('Question two').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar.getByRole('status')).toContainText('3 steps')
  await expect(studio.step(/assistant: Answer two/)).toHaveAttribute('aria-selected', 'true')
  await bar.getByRole('button', { name: /^Hide from model −\d+/ }).click()
  await expect(bar).toHaveCount(0)
  await expect(studio.toasts).toContainText(/Hidden from the model: 3 steps, −\d+/)
  await expect(studio.xrayLine(/Question two/)).toHaveCount(0)
  await studio.undoButton().click()
  await expect(studio.xrayLine(/Question two/)).toBeVisible()
})

test('steps are chosen by Mod and Shift clicks, all of a kind at once, and let go by Escape', async ({ launch }) => {
  const studio = await launch({ seed: seedTalk })
  const { page } = studio
  const bar = page.getByRole('region', { name: 'Chosen steps' })
  await studio.step(/user: Question one/).click()
  await studio.step(/user: Question three/).click({ modifiers: ['Shift'] })
  await expect(bar.getByRole('status')).toContainText('5 steps')
  await studio.step(/assistant: Answer one/).click({ modifiers: ['ControlOrMeta'] })
  await expect(bar.getByRole('status')).toContainText('4 steps')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await studio.question('Question one').click()
  await page.keyboard.press('ControlOrMeta+Shift+a')
  await expect(bar.getByRole('status')).toContainText('4 steps')
  await bar.getByRole('button', { name: 'Take along' }).click()
  await expect(studio.toasts).toContainText('Took 4 steps along')
})
