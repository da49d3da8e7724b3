import { expect, test } from 'vitest'
import { altBranchName, nextBranchName, whyNotBranchName } from '../../../renderer/commands/branchNames.ts'

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

test('a branch at an old step is an alternative to the branch, under the next free name', () => {
  expect([altBranchName(['main'], 'main'), altBranchName(['main', 'main-alt'], 'main'), altBranchName(['main', 'main-alt', 'main-alt-2'], 'main-alt-2'), altBranchName(['side'], 'main-alt')]).toEqual([
    'main-alt', 'main-alt-2', 'main-alt-3', 'main-alt',
  ])
})
