import { expect, test } from 'vitest'
import { type OpenTract, Tract } from '../../../../core/index.ts'
import type { ConflictId, MessageId } from '../../../../core/model/ids.ts'
import type { PendingMerge, Resolution } from '../../../../core/model/merge.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { shown } from '../../../helpers/shown.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'

/** Two messages corrected differently on main and on x, and the merge of x that waits on main. */
function waiting(tract: OpenTract): { readonly first: MessageId; readonly second: MessageId; readonly pending: PendingMerge } {
  const [first, second] = [tract.user('one').messageId, tract.user('two').messageId]
  tract.branch('x', { switch: false })
  for (const [branch, mark] of [['main', 'M'], ['x', 'X']] as const) {
    tract.on(branch).edit(first, `one ${mark}`)
    tract.on(branch).edit(second, `two ${mark}`)
  }
  const result = tract.merge('x', { message: 'both' })
  if (result.kind !== 'conflict') throw new Error(`the merge is ${result.kind}`)
  return { first, second, pending: result.pending }
}
const idOf = (pending: PendingMerge, message: MessageId): ConflictId => pending.conflicts.find(({ messages }) => messages[0] === message)!.id

test('a merge with open conflicts tells base, ours and theirs of each, and changes nothing', () => {
  using tract = Tract.open()
  const { first, pending } = waiting(tract)
  const [conflict] = pending.conflicts
  expect([pending.branch, pending.into, pending.conflicts.length, pending.isStale, tract.status().pending.merge]).toEqual(['x', 'main', 2, false, pending.id])
  expect(conflict).toEqual({
    id: expect.stringMatching(/^text-/), kind: 'bothEdited', kinds: ['bothEdited'], messages: [first], resolution: null, resolvedBy: null, reasoning: null,
    base: { text: 'one', priority: 'normal', commit: first, summaries: [] },
    ours: { text: 'one M', priority: 'normal', commit: expect.any(String), summaries: [] },
    theirs: { text: 'one X', priority: 'normal', commit: expect.any(String), summaries: [] },
  })
  expect(shown(tract)).toBe('one M · two M')
})

test('answers survive a restart, the last one counts, and what was decided is what compile shows', () => {
  using folder = tempFolder()
  let ids: { readonly one: ConflictId; readonly two: ConflictId }
  {
    using tract = Tract.open(folder.file())
    const { first, second, pending } = waiting(tract)
    ids = { one: idOf(pending, first), two: idOf(pending, second) }
    tract.as('reviewer').resolveConflict(ids.one, { take: 'theirs' })
    tract.as('reviewer').resolveConflict(ids.one, { take: 'text', text: 'one by hand' })
  }
  using tract = Tract.open(folder.file())
  const pending = tract.findPendingMerge()
  expect(pending?.conflicts.map(({ id, resolution, resolvedBy }) => [id === ids.one, resolution, resolvedBy])).toEqual([
    [true, { take: 'text', text: 'one by hand' }, { kind: 'agent', id: 'reviewer' }], [false, null, null],
  ])
  expect(faultOf(() => tract.commitMerge())).toBe('merge/unresolved')
  tract.resolveConflict(ids.two, { take: 'base' })
  const commit = tract.commitMerge()
  expect([shown(tract), commit.message, commit.parents.length, commit.resolutions.map(({ resolution }) => resolution), tract.findPendingMerge()]).toEqual([
    'one by hand · two', 'both', 2, [{ take: 'text', text: 'one by hand' }, { take: 'base' }], null,
  ])
  expect([tract.workspace.replay().kind, tract.workspace.verify().kind]).toEqual(['same', 'intact'])
})

test('a branch that moved makes it stale; refreshed, it keeps the answers whose two sides are as they were', () => {
  using tract = Tract.open()
  const { first, second, pending } = waiting(tract)
  tract.resolveConflict(idOf(pending, first), { take: 'theirs' })
  tract.resolveConflict(idOf(pending, second), { take: 'theirs' })
  tract.user('more')
  tract.on('x').edit(second, 'two again')
  expect([faultOf(() => tract.commitMerge()), tract.findPendingMerge()?.isStale]).toEqual(['merge/stale', true])
  const refreshed = tract.refreshMerge()
  if (refreshed === null) throw new Error('nothing waits any more')
  expect([refreshed.id, refreshed.isStale, refreshed.conflicts.map(({ messages, resolution }) => [messages[0], resolution])]).toEqual([
    pending.id, false, [[first, { take: 'theirs' }], [second, null]],
  ])
  tract.resolveConflict(idOf(refreshed, second), { take: 'theirs' })
  tract.commitMerge()
  expect(shown(tract)).toBe('one X · two again · more')
})

test('the other branch may be deleted meanwhile: the record holds its commit', () => {
  using tract = Tract.open()
  const { pending } = waiting(tract)
  tract.deleteBranch('x', { force: true })
  for (const { id } of pending.conflicts) tract.resolveConflict(id, { take: 'theirs' })
  tract.commitMerge()
  expect(shown(tract)).toBe('one X · two X')
})

test('a resolver answers what it can; a strategy answers the rest', () => {
  using tract = Tract.open()
  const { first } = waiting(tract)
  tract.abortMerge()
  const open = tract.merge('x', { resolver: (conflict) => (conflict.messages[0] === first ? { take: 'theirs' } : null) })
  expect(open.kind === 'conflict' && open.pending.conflicts.map(({ resolution }) => resolution)).toEqual([{ take: 'theirs' }, null])
  tract.abortMerge()
  const settled = tract.merge('x', { strategy: 'ours', resolver: (conflict) => (conflict.messages[0] === first ? { take: 'theirs' } : null) })
  expect([settled.kind, shown(tract)]).toEqual(['resolved', 'one X · two M'])
})

test('one merge waits on a branch at a time; another branch can have its own', () => {
  using tract = Tract.open()
  const { pending } = waiting(tract)
  expect([faultOf(() => tract.merge('x')), faultOf(() => tract.rebase('x')), tract.on('x').findPendingMerge()]).toEqual(['merge/in-progress', 'merge/in-progress', null])
  const other = tract.on('x').merge('main')
  expect([other.kind, tract.findPendingMerge()?.id === pending.id]).toEqual(['conflict', true])
})

test('dropped, it is gone; undo brings it back, and undo again takes it', () => {
  using tract = Tract.open()
  const { pending } = waiting(tract)
  expect(tract.abortMerge().verb).toBe('abortMerge')
  expect([tract.findPendingMerge(), tract.undo().kind, tract.findPendingMerge()?.id, tract.undo().kind, tract.findPendingMerge()]).toEqual([null, 'done', pending.id, 'done', null])
})

test('undo of a written merge opens it again, with its answers', () => {
  using tract = Tract.open()
  const { pending } = waiting(tract)
  for (const { id } of pending.conflicts) tract.resolveConflict(id, { take: 'ours' })
  tract.commitMerge()
  tract.undo()
  expect([tract.findPendingMerge()?.conflicts.map(({ resolution }) => resolution), shown(tract)]).toEqual([[{ take: 'ours' }, { take: 'ours' }], 'one M · two M'])
})

test.each<readonly [string, (tract: OpenTract, id: ConflictId) => unknown, string]>([
  ['no merge waits', (tract, id) => { tract.abortMerge(); tract.resolveConflict(id, { take: 'ours' }) }, 'merge/none-pending'],
  ['an unknown conflict', (tract) => tract.resolveConflict('text-0000' as ConflictId, { take: 'ours' }), 'merge/no-such-conflict'],
  ['an empty text', (tract, id) => tract.resolveConflict(id, { take: 'text', text: ' ' }), 'merge/bad-resolution'],
  ['both, of a text', (tract, id) => tract.resolveConflict(id, { take: 'both' }), 'merge/bad-resolution'],
  ['a word that is no answer', (tract, id) => tract.resolveConflict(id, { take: 'mine' } as unknown as Resolution), 'merge/bad-resolution'],
  ['half of a character', (tract, id) => tract.resolveConflict(id, { take: 'text', text: '\ud800' }), 'value/not-json'],
])('%s is refused, and nothing changes', (_name, act, code) => {
  using tract = Tract.open()
  const { pending } = waiting(tract)
  const before = shown(tract)
  expect([faultOf(() => act(tract, pending.conflicts[0]!.id)), shown(tract), tract.workspace.replay().kind]).toEqual([code, before, 'same'])
})

test('a merge without words of its own says what went into what, whatever those branches are called later', () => {
  using tract = Tract.open()
  const message = tract.user('one')
  tract.branch('x', { switch: false })
  tract.on('x').edit(message.hash, 'one X')
  tract.edit(message.hash, 'one M')
  tract.merge('x')
  tract.resolveConflict(tract.findPendingMerge()!.conflicts[0]!.id, { take: 'ours' })
  const waited = tract.commitMerge()
  tract.on('x').user('two')
  const clean = tract.merge('x')
  tract.on('x').user('three')
  const worded = tract.merge('x', { noFf: true, message: 'all of it' })
  tract.renameBranch('x', 'y')
  const [told, spoken] = [clean, worded].map((merged) => (merged.kind === 'clean' ? tract.show(merged.commit.hash).commit.message : merged.kind))
  expect([waited.message, told, spoken, tract.workspace.verify().kind, tract.workspace.fsck('deep').findings]).toEqual(['merge: x into main', 'merge: x into main', 'all of it', 'intact', []])
})

test('a refresh that finds nothing left to merge closes it, and nothing is written', () => {
  using tract = Tract.open()
  waiting(tract)
  tract.reset('x')
  const before = tract.resolve('HEAD')
  expect([tract.refreshMerge(), tract.findPendingMerge(), faultOf(() => tract.commitMerge()), tract.resolve('HEAD') === before]).toEqual([null, null, 'merge/none-pending', true])
  expect(tract.workspace.fsck('full').findings).toEqual([])
})

test('a merge that waits keeps its own record when its branch is renamed and the name is used again', () => {
  using tract = Tract.open()
  const { pending } = waiting(tract)
  tract.renameBranch('main', 'old')
  tract.branch('main', { from: 'old' })
  const other = tract.on('main').merge('x')
  expect([tract.on('old').findPendingMerge()?.id, other.kind === 'conflict' && other.pending.id !== pending.id]).toEqual([pending.id, true])
  tract.undo()
  expect([tract.on('old').findPendingMerge()?.id, tract.on('main').findPendingMerge(), tract.workspace.fsck('deep').findings]).toEqual([pending.id, null, []])
})

test('the branch that HEAD is on, or that another merge waits on, is not taken away by a merge', () => {
  using tract = Tract.open()
  waiting(tract)
  tract.abortMerge()
  tract.switch('x')
  expect(faultOf(() => tract.on('main').merge('x', { strategy: 'ours', deleteBranch: true }))).toBe('branch/current')
  tract.switch('main')
  tract.on('x').merge('main')
  expect([faultOf(() => tract.merge('x', { strategy: 'ours', deleteBranch: true })), tract.listBranches().map(({ name }) => name)]).toEqual(['merge/in-progress', ['main', 'x']])
})

test('a branch that somebody stands on by then stays when the waiting merge is written', () => {
  using tract = Tract.open()
  waiting(tract)
  tract.abortMerge()
  const result = tract.merge('x', { deleteBranch: true })
  if (result.kind !== 'conflict') throw new Error(`the merge is ${result.kind}`)
  for (const { id } of result.pending.conflicts) tract.resolveConflict(id, { take: 'ours' })
  tract.switch('x')
  tract.on('main').commitMerge()
  expect([tract.status().head, tract.listBranches().map(({ name }) => name)]).toEqual([expect.objectContaining({ branch: 'x' }), ['main', 'x']])
})
