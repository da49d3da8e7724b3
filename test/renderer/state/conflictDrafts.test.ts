import { beforeAll, expect, test, vi } from 'vitest'
import type { ConflictId, MergeId } from '../../../core/model/ids.ts'

const kept = new Map<string, string>()
let drafts: typeof import('../../../renderer/state/conflictDrafts.ts')

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) })
  drafts = await import('../../../renderer/state/conflictDrafts.ts')
})

const [first, second] = ['m1', 'm2'] as unknown as [MergeId, MergeId]
const conflict = 'c1' as unknown as ConflictId
const inStore = () => {
  const { byConflict, typed } = drafts.useConflictDrafts.getState()
  return { byConflict: Object.keys(byConflict), typed }
}

test('what is typed for a conflict outlives the editor and what a model says, until its merge waits no more', () => {
  const [one, other] = [drafts.draftKey(first, conflict), drafts.draftKey(second, conflict)]
  drafts.keepDraft(one, { text: 'of a model', model: 'm', costUsd: null })
  drafts.typeForConflict(one, 'my own')
  drafts.typeForConflict(other, 'of another merge')
  const reloaded = JSON.parse(kept.get('conflictDrafts') ?? '{}').state.typed
  drafts.dropDraft(one)
  const withoutDraft = inStore()
  drafts.dropDraftsOf(first)
  const after = inStore()
  drafts.dropTyped(other)
  expect([reloaded, withoutDraft, after, inStore()]).toEqual([
    { 'm1/c1': 'my own', 'm2/c1': 'of another merge' },
    { byConflict: [], typed: { 'm1/c1': 'my own', 'm2/c1': 'of another merge' } },
    { byConflict: [], typed: { 'm2/c1': 'of another merge' } },
    { byConflict: [], typed: {} },
  ])
})
