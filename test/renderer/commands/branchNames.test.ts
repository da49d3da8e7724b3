import { expect, test } from 'vitest'
import { nextBranchName, whyNotBranchName } from '../../../renderer/commands/branchNames.ts'

test('a new branch gets the next free number of its family', () => {
  expect([nextBranchName(['main'], 'main'), nextBranchName(['main', 'main-2'], 'main'), nextBranchName(['main', 'main-2'], 'main-2'), nextBranchName(['main', 'main-3'], 'main')]).toEqual([
    'main-2',
    'main-3',
    'main-3',
    'main-2',
  ])
})

test('a name that can’t be given is refused with the reason', () => {
  expect(['', 'main', 'two words', 'fine/name'].map((name) => whyNotBranchName(name, ['main']))).toEqual(['A branch needs a name', 'There is already a branch “main”', 'No spaces: use - or _', null])
})
