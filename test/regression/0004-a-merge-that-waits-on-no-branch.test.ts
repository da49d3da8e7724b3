import { describe, expect, test } from 'vitest'
import { type OpenTract, type OperationId, Tract, type UndoResult } from '../../core/index.ts'

const lastId = (tract: Tract): OperationId => tract.operations({ limit: 1 }).items[0]!.id
const told = (result: UndoResult) => (result.kind === 'conflict' ? `conflict: ${result.with.map(({ id, verb }) => `${verb} ${id}`).join(', ')}` : result.kind)
/** Does something and gives the id of the operation that it was. */
const idOf = (tract: Tract, act: () => unknown): OperationId => {
  act()
  return lastId(tract)
}
/** The branches, the merge that waits on each, and what a check of the file finds. */
const view = (tract: Tract) => ({ waiting: tract.listBranches().map((branch) => [branch, tract.on(branch.name).findPendingMerge()]), findings: tract.workspace.fsck('full').findings })

/** The same message corrected on `main` and on `theirs`. */
function twoSides(): OpenTract {
  const tract = Tract.open()
  const { hash } = tract.user('one')
  tract.branch('theirs', { switch: false })
  tract.edit(hash, 'ours')
  tract.on('theirs').edit(hash, 'theirs')
  return tract
}

describe('taking an older operation back leaves no merge waiting on a branch that is gone', () => {
  test('the making of the branch that a merge waits on: the merge is named, and nothing is written', () => {
    using tract = twoSides()
    const made = idOf(tract, () => tract.branch('spare', { switch: false }))
    const opened = idOf(tract, () => tract.on('spare').merge('theirs'))
    const before = [view(tract), tract.workspace.lastSeq()]
    expect([told(tract.revert(made)), [view(tract), tract.workspace.lastSeq()]]).toEqual([`conflict: merge ${opened}`, before])
    tract.on('spare').abortMerge()
    expect([told(tract.revert(made)), tract.listBranches().map(({ name }) => name)]).toEqual(['done', ['main', 'theirs']])
  })

  test('a new name under which a merge was begun', () => {
    using tract = twoSides()
    tract.branch('side', { switch: false })
    const renamed = idOf(tract, () => tract.renameBranch('side', 'spare'))
    const opened = idOf(tract, () => tract.on('spare').merge('theirs'))
    expect([told(tract.revert(renamed)), tract.on('spare').findPendingMerge()?.branch]).toEqual([`conflict: merge ${opened}`, 'theirs'])
  })

  test('a new name that a waiting merge went along with goes back with it', () => {
    using tract = twoSides()
    tract.branch('side', { switch: false })
    tract.on('side').merge('theirs')
    const renamed = idOf(tract, () => tract.renameBranch('side', 'spare'))
    tract.user('later')
    expect([told(tract.revert(renamed)), tract.on('side').findPendingMerge()?.into, told(tract.undo()), tract.on('spare').findPendingMerge()?.into]).toEqual(['done', 'side', 'done', 'spare'])
  })

  test('the making of a branch, where undo on that branch comes to it', () => {
    using tract = Tract.open()
    const { hash } = tract.user('one')
    tract.branch('side')
    tract.edit(hash, 'side')
    tract.on('main').edit(hash, 'main')
    const opened = idOf(tract, () => tract.merge('main'))
    tract.switch('main')
    const undo = () => told(tract.undo({ branch: 'side' }))
    expect([undo(), undo(), tract.on('side').findPendingMerge()?.isStale]).toEqual(['done', `conflict: merge ${opened}`, true])
  })

  test('the dropping of a merge whose branch was deleted since', () => {
    using tract = twoSides()
    tract.branch('spare', { switch: false })
    tract.on('spare').merge('theirs')
    const dropped = idOf(tract, () => tract.on('spare').abortMerge())
    const deleted = idOf(tract, () => tract.deleteBranch('spare'))
    const before = view(tract)
    expect([told(tract.revert(dropped)), view(tract)]).toEqual([`conflict: deleteBranch ${deleted}`, before])
  })
})

describe('taking an older operation back leaves no two merges waiting on one branch', () => {
  test.each<[string, (tract: OpenTract) => unknown]>([
    ['dropped', (tract) => tract.abortMerge()],
    ['opened, which was undone,', (tract) => tract.undo()],
  ])('a merge that was %s stays away while another waits', (_, close) => {
    using tract = twoSides()
    tract.merge('theirs')
    const closed = idOf(tract, () => close(tract))
    const second = idOf(tract, () => tract.merge('theirs'))
    const waiting = tract.findPendingMerge()
    expect([told(tract.revert(closed)), tract.findPendingMerge()]).toEqual([`conflict: merge ${second}`, waiting])
    tract.abortMerge()
    expect([told(tract.revert(closed)), tract.findPendingMerge()?.id === waiting?.id, tract.findPendingMerge()?.branch, tract.workspace.fsck('full').findings]).toEqual(['done', false, 'theirs', []])
  })

  test('a branch deleted by force with its merge, when one of its name has another', () => {
    using tract = twoSides()
    tract.branch('spare', { switch: false })
    tract.on('spare').merge('theirs')
    const deleted = idOf(tract, () => tract.deleteBranch('spare', { force: true }))
    tract.branch('spare', { switch: false })
    const second = idOf(tract, () => tract.on('spare').merge('theirs'))
    expect([told(tract.revert(deleted)), view(tract).findings]).toEqual([`conflict: merge ${second}`, []])
  })
})
