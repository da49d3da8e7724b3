import { expect, test } from 'vitest'
import type { CommitHash, TractId } from '../../../core/model/ids.ts'
import { Tract } from '../../../core/index.ts'
import type { TractOverview } from '../../../main/contract/tracts.ts'
import { branchOf } from '../../../renderer/queries/useCurrent.ts'

const at = 'a'.repeat(64) as CommitHash
const moved = (name: string, updatedAt: number) => ({ name, commit: at, isCurrent: false, updatedAt, messageCount: 1 })

/** An overview as the host gives it, with these branches; detached with these among them leading to the step. */
function overview(branches: readonly string[], holders: readonly string[] | null): TractOverview {
  using tract = Tract.open()
  return {
    summary: { id: 'tract_1' as TractId } as TractOverview['summary'],
    status: { ...tract.status(), head: holders === null ? { kind: 'attached', branch: 'side', commit: at } : { kind: 'detached', commit: at } },
    branches: branches.map(moved), config: tract.config, undo: tract.undoState(), batch: null,
    detached: holders === null ? null : { at, branches: holders.map((name) => ({ name, stepsBack: 1 })) },
  }
}

test.each([
  ['on a branch, that one', overview(['main', 'side'], null), 'main', 'side'],
  ['looking back, the one that was left', overview(['main', 'side'], ['side', 'main']), 'main', 'main'],
  ['after a script, the one moved last that leads there', overview(['main', 'side', 'other'], ['side', 'main']), undefined, 'side'],
  ['where the one that was left leads elsewhere, one that leads there', overview(['main', 'side'], ['side']), 'main', 'side'],
  ['where none leads there, the one that was left', overview(['main', 'side'], []), 'main', 'main'],
  ['where that is gone too, the one moved last', overview(['main', 'side'], []), 'gone', 'side'],
  ['without any branch, the usual name', overview([], []), 'gone', 'main'],
])('%s', (_, facts, left, expected) => {
  expect(branchOf(facts, left)).toBe(expected)
})
