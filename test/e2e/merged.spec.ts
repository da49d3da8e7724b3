import { Workspace } from '../../core/index.ts'
import { expect, test } from './fixtures.ts'

/** What a program may leave behind: branches merged, a summary in force, a message picked, a tag. */
function seedMerged(file: string): void {
  using workspace = Workspace.open(file)
  const tract = workspace.create({ name: 'Merged by a script' })
  tract.system('You plan journeys.')
  tract.user('Three days in Lisbon, please.')
  tract.assistant('Day 1: Alfama on foot. Day 2: Belém by tram. Day 3: the coast at Cascais, if the weather is kind.')
  tract.branch('surfing')
  tract.user('And with surfing?')
  tract.assistant('Then day 3 belongs to Carcavelos: two hours of lessons in the morning.')
  tract.switch('main')
  tract.user('What does it cost?')
  tract.assistant('About 240 euros without the flight.')
  tract.merge('surfing')
  tract.tag('agreed')
  const last = tract.user('Thank you, please book it for the second week of May, with breakfast.')
  tract.compress({ messages: [last.messageId], content: 'Booked for May.' })
}

test('a history that was merged and compressed by a script is shown whole', async ({ launch }, info) => {
  const studio = await launch({ seed: seedMerged })
  await expect(studio.answer('Then day 3 belongs to Carcavelos')).toBeVisible()
  await expect(studio.feed.getByText('Booked for May.')).toBeVisible()
  const steps = studio.rail.getByRole('row')
  await expect(steps.filter({ hasText: 'And with surfing?' })).toBeVisible()
  await expect(studio.step(/branches brought together/)).toHaveCount(1)
  await expect(steps.filter({ hasText: 'Booked for May.' })).toBeVisible()
  await studio.page.screenshot({ path: info.outputPath('merged.png') })
})
