import { expect, test } from './fixtures.ts'
import type { Studio } from './studio.ts'

const nextUndo = async (studio: Studio): Promise<string> => (await studio.undoButton().getAttribute('aria-label')) ?? ''

test('the sample teaches its verbs: each task is ticked when it is done, and stays ticked', async ({ studio }) => {
  test.setTimeout(120_000)
  const { page } = studio
  await page.getByRole('button', { name: 'Open the sample' }).click()
  const lesson = page.getByRole('region', { name: 'Learn it in four minutes' })
  const task = (name: string) => lesson.getByRole('listitem', { name })
  await expect(lesson.getByRole('listitem')).toHaveCount(7)
  await expect(task('Hide the tool noise')).toHaveAttribute('aria-current', 'step')
  await expect(page.getByText('over', { exact: true })).toBeVisible()

  await task('Hide the tool noise').getByRole('button').click()
  await studio.rail.getByRole('treegrid').focus()
  await page.keyboard.press('s')
  await expect(task('Hide the tool noise, done')).toHaveCount(1)

  await task('Correct 60 to 30 days').getByRole('button').click()
  await studio.correct(studio.answer('60 days'), 'Customers can return shoes within 30 days.')
  await expect(task('Correct 60 to 30 days, done')).toHaveCount(1)

  await task('Pin the rule').getByRole('button').click()
  await studio.pin(studio.question('A rule for every answer'))
  await expect(task('Pin the rule, done')).toHaveCount(1)

  await studio.chat.getByRole('button', { name: 'latest' }).click()
  await studio.branchHere(studio.question('And if it was a gift'), 'kinder')
  await expect(task('Branch and try another answer, done')).toHaveCount(1)
  await studio.page.getByRole('button', { name: 'Ask for an answer' }).first().click()
  await expect(studio.answer('With a gift receipt the same 30 days apply')).toBeVisible()

  await studio.switchTo('main')
  await page.keyboard.press('Alt+4')
  await page.keyboard.press('Alt+1')
  await expect(task('Compare the two, done')).toHaveCount(1)

  await expect(task('Approve a compression')).toHaveAttribute('aria-current', 'step')
  await studio.question('And if it was a gift').click()
  await page.keyboard.press(' ')
  await studio.answer('Customers can return shoes within 30 days.').click({ modifiers: ['Shift'] })
  await page.keyboard.press('x')
  await studio.dialog.getByRole('button', { name: 'Write it myself' }).click()
  for (const words of await studio.dialog.getByRole('textbox', { name: /^Summary/ }).all()) await words.fill('30 days.')
  await studio.dialog.getByRole('button', { name: /^Approve/ }).click()
  await expect(task('Approve a compression, done')).toHaveCount(1)

  await expect(task('Undo everything')).toHaveAttribute('aria-current', 'step')
  await studio.chat.getByRole('feed').focus()
  // back to what the sample came with
  for (let name = await nextUndo(studio); name !== 'Undo'; name = await nextUndo(studio)) {
    await studio.undoButton().click()
    await expect(studio.undoButton()).not.toHaveAccessibleName(name)
  }
  await expect(lesson.getByText('All done')).toBeVisible()
  await lesson.getByRole('button', { name: 'close' }).click()
  await expect(lesson).toHaveCount(0)
})

test('the tasks can be skipped and brought back', async ({ studio }) => {
  await studio.page.getByRole('button', { name: 'Open the sample' }).click()
  const lesson = studio.page.getByRole('region', { name: 'Learn it in four minutes' })
  await lesson.getByRole('button', { name: 'skip the tasks' }).click()
  await expect(lesson).toHaveCount(0)
  await studio.page.keyboard.press('ControlOrMeta+k')
  await studio.dialog.getByRole('combobox').fill('tasks of the sample')
  await studio.page.keyboard.press('Enter')
  await expect(lesson).toBeVisible()
})
