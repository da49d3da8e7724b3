import { describe, expect, test } from 'vitest'
import { type OperationId, Tract, type UndoResult, Workspace } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'

const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)
const lastId = (tract: Tract): OperationId => tract.operations({ limit: 1 }).items[0]!.id
const told = (result: UndoResult) => {
  if (result.kind === 'nothing') return 'nothing'
  return result.kind === 'done' ? `done: ${result.reverted.map(({ verb }) => verb).join()}` : `conflict: ${result.with.map(({ id, verb }) => `${verb} ${id}`).join()}`
}
/** Does something and gives the id of the operation that it was. */
const idOf = (tract: Tract, act: () => unknown): OperationId => {
  act()
  return lastId(tract)
}

describe('revert of what still is as the operation left it', () => {
  test.each<[string, (tract: Tract) => unknown, (tract: Tract) => unknown]>([
    ['a setting', (tract) => tract.configure({ budget: { maxTokens: 5 } }), (tract) => tract.config.budget],
    ['a name', (tract) => tract.rename('other'), (tract) => tract.name],
    ['a switch', (tract) => tract.switch('side'), (tract) => tract.listBranches().find(({ isCurrent }) => isCurrent)?.name],
    ['a tag', (tract) => tract.tag('v1'), (tract) => tract.listTags()],
    ['a branch', (tract) => tract.branch('new', { switch: false }), (tract) => tract.listBranches().map(({ name }) => name)],
    ['a branch that was deleted', (tract) => tract.deleteBranch('side', { force: true }), (tract) => tract.listBranches().map(({ name }) => name)],
    ['a new name of a branch', (tract) => tract.renameBranch('side', 'other'), (tract) => tract.listBranches().map(({ name }) => name)],
    ['a commit on another branch', (tract) => tract.on('side').user('aside'), (tract) => texts(tract.on('side'))],
  ])('puts back %s, whatever else was done since', (_, act, look) => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side', { switch: false })
    const before = look(tract)
    const id = idOf(tract, () => act(tract))
    const after = look(tract)
    tract.on('main').user('later')
    tract.configure({ encoding: 'cl100k_base' })
    const result = tract.revert(id)
    expect([after, told(result), look(tract), texts(tract.on('main')), tract.config.encoding]).toEqual([expect.not.toSatisfy((value) => JSON.stringify(value) === JSON.stringify(before)), `done: ${result.kind === 'done' && result.reverted[0]?.verb}`, before, ['a', 'later'], 'cl100k_base'])
    expect([tract.undo().kind, look(tract), tract.redo().kind, look(tract)]).toEqual(['done', after, 'done', before])
  })

  test('is told as an operation about the one it takes back', () => {
    using tract = Tract.open()
    const id = idOf(tract, () => tract.configure({ budget: { maxTokens: 5 } }))
    tract.user('a')
    const result = tract.as('tidy-agent').revert(id)
    expect(result).toEqual({
      kind: 'done',
      operation: {
        id: lastId(tract), seq: tract.workspace.lastSeq(), verb: 'revert', detail: 'configure', author: { kind: 'agent', id: 'tidy-agent' }, cause: { kind: 'revert', of: id },
        at: expect.any(Number), refs: [], commits: 0, tokenDelta: 0, undoable: true,
      },
      reverted: [tract.operations().items.find((operation) => operation.id === id)],
    })
  })

  test('leaves alone what later work has put back already', () => {
    using tract = Tract.open()
    tract.user('a')
    const made = idOf(tract, () => tract.branch('side'))
    tract.switch('main')
    expect([told(tract.revert(made)), tract.listBranches().map(({ name }) => name), tract.status().head]).toEqual(['done: branch', ['main'], { kind: 'attached', branch: 'main', commit: tract.resolve('main') }])
  })
})

describe('revert of commits on which others stand', () => {
  test('commits the opposite: the priority, the text, and a message hidden with its reason', () => {
    using tract = Tract.open()
    const a = tract.user('a').messageId
    const b = tract.user('b').messageId
    tract.annotate(a, 'pinned')
    const pinned = lastId(tract)
    const edited = idOf(tract, () => tract.edit(a, 'A'))
    const added = idOf(tract, () => tract.user('c'))
    const batched = idOf(tract, () => tract.batch(() => {
      tract.user('d')
      tract.edit('HEAD', 'D')
      tract.edit(b, 'B')
      tract.annotate(b, 'skip')
    }))
    tract.user('last')
    expect(texts(tract)).toEqual(['A', 'c', 'D', 'last'])
    const steps = [edited, pinned, added, batched].map((id) => [told(tract.revert(id)), texts(tract), tract.log({ limit: 1 }).items.map((commit) => (commit.kind === 'annotate' ? [commit.priority, commit.reason] : commit.kind))])
    expect(steps).toEqual([
      ['done: edit', ['a', 'c', 'D', 'last'], ['edit']],
      ['done: annotate', ['a', 'c', 'D', 'last'], [['normal', 'reverted']]],
      ['done: commit', ['a', 'D', 'last'], [['skip', 'reverted']]],
      ['done: batch', ['a', 'b', 'last'], [['skip', 'reverted']]],
    ])
    expect(tract.compile().messages.map(({ priority }) => priority)).toEqual(['normal', 'normal', 'normal'])
    for (let i = 0; i < 4; i++) tract.undo()
    expect(texts(tract)).toEqual(['A', 'c', 'D', 'last'])
  })

  test('expands a summary', () => {
    using tract = Tract.open()
    const ids = ['a', 'b'].map((text) => tract.user(text).messageId)
    const id = idOf(tract, () => tract.compress({ messages: ids, content: 's' }))
    tract.user('c')
    expect([texts(tract), told(tract.revert(id)), texts(tract), tract.log({ limit: 1 }).items[0]?.kind]).toEqual([['s', 'c'], 'done: compress', ['a', 'b', 'c'], 'expand'])
  })

  test.each<[string, (tract: Tract, message: string) => unknown, (tract: Tract, message: string) => unknown]>([
    ['an edit after which the text was edited again', (tract, a) => tract.edit(a, 'A'), (tract, a) => tract.edit(a, 'AA')],
    ['a pin after which the message was skipped', (tract, a) => tract.annotate(a, 'pinned'), (tract, a) => tract.annotate(a, 'skip')],
    ['a message that was edited since', (tract) => tract.user('b'), (tract) => tract.edit('HEAD', 'B')],
    ['a message that is pinned since', (tract) => tract.user('b'), (tract) => tract.annotate('HEAD', 'pinned')],
    ['a message that a summary tells since', (tract) => tract.user('b'), (tract) => tract.compress({ messages: ['HEAD'], content: 's' })],
    ['a summary that was edited since', (tract, a) => tract.compress({ messages: [a], content: 's' }), (tract) => tract.edit('HEAD', 'S')],
    ['a summary that is inside another since', (tract, a) => tract.compress({ messages: [a], content: 's' }), (tract) => tract.compress({ messages: ['HEAD'], content: 't' })],
    ['an expansion', (tract, a) => [tract.compress({ messages: [a], content: 's' }), tract.expand('HEAD')], (tract) => tract.user('b')],
    ['a merge', (tract) => [tract.branch('side'), tract.user('x'), tract.switch('main'), tract.merge('side', { noFf: true })], (tract) => tract.user('b')],
    ['a setting that was changed again', (tract) => tract.configure({ budget: { maxTokens: 1 } }), (tract) => tract.configure({ budget: { maxTokens: 2 } })],
    ['a reset on which commits stand', (tract) => [tract.user('b'), tract.reset('HEAD~1')], (tract) => tract.user('c')],
    ['commits that a reset took off the branch', (tract) => tract.user('b'), (tract) => [tract.reset('HEAD~1'), tract.user('c')]],
  ])('names what stands in the way of %s, and writes nothing', (_, act, later) => {
    using tract = Tract.open()
    const { messageId } = tract.user('a')
    const before = tract.operations().items.length
    const id = idOf(tract, () => act(tract, messageId))
    const acts = tract.operations().items.length
    later(tract, messageId)
    const since = tract.operations().items.slice(0, tract.operations().items.length - acts)
    const state = [tract.workspace.lastSeq(), tract.compile().hash, tract.undoState()]
    const result = tract.revert(id)
    expect([result, [tract.workspace.lastSeq(), tract.compile().hash, tract.undoState()], acts > before]).toEqual([{ kind: 'conflict', with: since }, state, true])
  })
})

describe('revert of what is about other acts', () => {
  test('an operation that is taken back already is nothing; brought again it can be reverted', () => {
    using tract = Tract.open()
    const id = idOf(tract, () => tract.rename('one'))
    tract.undo()
    const undone = told(tract.revert(id))
    tract.redo()
    expect([undone, told(tract.revert(id)), told(tract.revert(id)), tract.name]).toEqual(['nothing', 'done: rename', 'nothing', 'Untitled tract'])
  })

  test('a revert brings its operation again, and its revert takes it back once more', () => {
    using tract = Tract.open()
    const id = idOf(tract, () => tract.rename('one'))
    tract.user('later')
    const names = [0, 1, 2].map((i) => [told(tract.revert(i === 0 ? id : lastId(tract))), tract.name])
    expect([names, told(tract.revert(id))]).toEqual([[['done: rename', 'Untitled tract'], ['done: revert', 'one'], ['done: revert', 'Untitled tract']], 'nothing'])
  })

  test('an undo brings again what it took back, as an act of its own', () => {
    using tract = Tract.open()
    tract.rename('one')
    const undo = idOf(tract, () => tract.undo())
    tract.user('later')
    expect([told(tract.revert(undo)), tract.name, tract.undoState().undo?.verb, told(tract.revert(undo)), told(tract.undo()), tract.name]).toEqual(['done: undo', 'one', 'revert', 'nothing', 'done: revert', 'Untitled tract'])
  })

  test('a redo is what it brought again', () => {
    using tract = Tract.open()
    tract.user('a')
    const said = idOf(tract, () => tract.user('b'))
    tract.undo()
    const redo = idOf(tract, () => tract.redo())
    tract.user('c')
    const result = tract.revert(redo)
    expect([told(result), result.kind === 'done' && result.operation.cause, texts(tract), told(tract.revert(said))]).toEqual(['done: commit', { kind: 'revert', of: said }, ['a', 'c'], 'nothing'])
  })

  test('the making of a tract, and what came to nothing, are nothing', () => {
    using tract = Tract.open()
    tract.user('a')
    const empty = idOf(tract, () => tract.batch(() => [tract.branch('b'), tract.switch('main'), tract.deleteBranch('b')]))
    expect([told(tract.revert('op_1' as OperationId)), told(tract.revert(empty)), told(tract.undo())]).toEqual(['nothing', 'nothing', 'done: batch'])
  })
})

describe('revert keeps the tract whole', () => {
  test('a branch that HEAD is on now is not taken away', () => {
    using tract = Tract.open()
    tract.user('a')
    const made = idOf(tract, () => tract.branch('side', { switch: false }))
    const moved = idOf(tract, () => tract.switch('side'))
    expect([told(tract.revert(made)), tract.status().head]).toEqual([`conflict: switch ${moved}`, { kind: 'attached', branch: 'side', commit: tract.resolve('main') }])
  })

  test('HEAD is not put on a branch that is gone', () => {
    using tract = Tract.open()
    tract.user('a')
    const moved = idOf(tract, () => tract.branch('side'))
    tract.renameBranch('main', 'trunk')
    expect(told(tract.revert(moved))).toBe(`conflict: renameBranch ${lastId(tract)}`)
  })

  test('the first commit can be reverted: its branch is empty again', () => {
    using tract = Tract.open()
    const first = idOf(tract, () => tract.user('a'))
    tract.tag('kept')
    expect([told(tract.revert(first)), tract.status().head, tract.user('b').generation]).toEqual(['done: commit', { kind: 'attached', branch: 'main', commit: null }, 0])
  })

  test('a name that comes back is not one that looks like a newer one', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side', { switch: false })
    const gone = idOf(tract, () => tract.deleteBranch('side'))
    const twin = idOf(tract, () => tract.tag('sid\u0435'))
    expect([told(tract.revert(gone)), tract.listBranches().length]).toEqual([`conflict: tag ${twin}`, 1])
  })

  test('a name that another tract has now is not taken from it, by revert, undo, redo or restore', () => {
    using workspace = Workspace.open()
    const tract = workspace.create({ name: 'one' })
    const id = idOf(tract, () => tract.rename('two'))
    workspace.create({ name: 'one' })
    const back = [() => tract.revert(id), () => tract.undo(), () => tract.restore('op_1' as OperationId)].map(faultOf)
    const other = workspace.create({ name: 'three' })
    other.rename('four')
    other.undo()
    workspace.create({ name: 'four' })
    expect([back, faultOf(() => other.redo()), tract.name, other.name]).toEqual([['tract/name-taken', 'tract/name-taken', 'tract/name-taken'], 'tract/name-taken', 'two', 'three'])
  })

  test('where an old reset put ORIG_HEAD stands in no one’s way', () => {
    using tract = Tract.open()
    for (const text of ['a', 'b', 'c']) tract.user(text)
    tract.branch('side', { switch: false })
    const older = idOf(tract, () => tract.reset('HEAD~1'))
    tract.on('side').reset('HEAD~2')
    expect([told(tract.revert(older)), texts(tract), texts(tract.on('side')), texts(tract.on('side')).length]).toEqual(['done: reset', ['a', 'b', 'c'], ['a'], 1])
  })
})

test.each<[string, (tract: Tract, other: Tract) => OperationId]>([
  ['nobody made', () => 'op_999' as OperationId],
  ['of another tract', (_, other) => lastId(other)],
  ['of a note', (tract) => (faultOf(() => tract.switch('nowhere')), `op_${tract.operations().items[0]!.seq + 1}` as OperationId)],
  ['that is no id', () => 'HEAD' as OperationId],
  ['of an entry inside an operation', (tract) => (tract.batch(() => [tract.user('x'), tract.user('y')]), `op_${tract.operations().items[0]!.seq}` as OperationId)],
])('an operation %s is not found', (_, make) => {
  using workspace = Workspace.open()
  const [tract, other] = [workspace.create(), workspace.create()]
  tract.user('a')
  other.user('b')
  const id = make(tract, other)
  expect([faultOf(() => tract.revert(id)), faultOf(() => tract.restore(id))]).toEqual(['operation/not-found', 'operation/not-found'])
})
