import { expect, test } from 'vitest'
import type { TractOverview } from '../../../main/contract/tracts.ts'
import type { TractView } from '../../../core/model/operation.ts'
import { branchThen, commitThen, overviewThen } from '../../../renderer/queries/overviewThen.ts'
import type { AsOf } from '../../../renderer/state/asOf.ts'

const view = {
  head: { kind: 'attached', branch: 'side', commit: 's1' },
  config: { budget: { maxTokens: 200 } },
  branches: [{ name: 'main', commit: 'm1', isCurrent: false }, { name: 'side', commit: 's1', isCurrent: true }],
  tags: [],
} as unknown as TractView
const now = { config: { budget: null }, branches: [], detached: null, status: { tokenCount: 999, tokenSource: 'provider', reported: {}, budget: null, pending: { partials: 2, merge: 'x' } } } as unknown as TractOverview

test('the branch that was open then is shown, or one that was chosen and was there', () => {
  expect([branchThen(view, null), branchThen(view, 'main'), branchThen(view, 'later')]).toEqual(['side', 'main', 'side'])
})

test('a branch that was on a bare step then shows that step', () => {
  const bare = { ...view, head: { kind: 'detached', commit: 'd1' }, branches: [] } as unknown as TractView
  expect([branchThen(bare, null), commitThen(bare, 'main'), commitThen(view, 'main')]).toEqual(['main', 'd1', 'm1'])
})

test('size, budget and branches are those of then, and nothing waits', () => {
  const { detached, branches, status } = overviewThen(now, { view, branch: 'main', tokens: 250 } as AsOf)
  expect([detached?.at, branches.map(({ name, isCurrent }) => [name, isCurrent]), status.tokenCount, status.budget, status.pending]).toEqual([
    'm1', [['main', true], ['side', false]], 250, { max: 200, used: 250, pct: 125, over: true }, { partials: 0, merge: null },
  ])
})
