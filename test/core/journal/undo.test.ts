import { describe, expect, test } from 'vitest'
import { Tract, type UndoResult, Workspace } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)
const told = (result: UndoResult) => {
  if (result.kind === 'nothing') return 'nothing'
  return result.kind === 'done' ? `${result.operation.verb} ${result.reverted.map(({ id }) => id).join()}` : `conflict ${result.with.map(({ id }) => id).join()}`
}

describe('undo and redo', () => {
  test('name the act they take back and the one they bring again, and who did both', () => {
    using tract = Tract.open()
    const { hash } = tract.user('a')
    const [made] = [tract.undoState().undo]
    const back = tract.as('helper-agent').undo()
    expect(made).toEqual({
      id: 'op_2', seq: 2, verb: 'commit', detail: 'user', author: { kind: 'user', id: 'user' }, cause: { kind: 'direct' }, at: expect.any(Number),
      refs: [{ ref: 'main', before: null, after: hash }], commits: 1, tokenDelta: 8, undoable: true,
    })
    expect(back).toEqual({
      kind: 'done', reverted: [made],
      operation: { id: 'op_3', seq: 3, verb: 'undo', detail: 'commit', author: { kind: 'agent', id: 'helper-agent' }, cause: { kind: 'undo', of: 'op_2' }, at: expect.any(Number), refs: [{ ref: 'main', before: hash, after: null }], commits: 0, tokenDelta: -8, undoable: false },
    })
    expect([tract.undoState(), tract.redo().kind, tract.undoState(), tract.redo().kind]).toEqual([{ undo: null, redo: made }, 'done', { undo: made, redo: null }, 'nothing'])
    expect(tract.resolve('HEAD')).toBe(hash)
  })

  test('of a commit, a new commit, and two more undos go back over the older stack', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.user('b')
    tract.user('c')
    tract.undo()
    tract.user('e')
    expect([tract.redo().kind, texts(tract)]).toEqual(['nothing', ['a', 'b', 'e']])
    tract.undo()
    expect(texts(tract)).toEqual(['a', 'b'])
    tract.undo()
    expect(texts(tract)).toEqual(['a'])
    tract.redo()
    tract.redo()
    expect(texts(tract)).toEqual(['a', 'b', 'e'])
  })

  test('take back a switch before what was done ahead of it', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('b', { switch: false })
    tract.switch('b')
    expect([tract.undo().kind, tract.status().head.kind === 'attached' && tract.listBranches().find(({ isCurrent }) => isCurrent)?.name]).toEqual(['done', 'main'])
    expect([tract.undo().kind, tract.listBranches().map(({ name }) => name)]).toEqual(['done', ['main']])
  })

  test('go on after the file was closed and opened again', () => {
    using folder = tempFolder()
    {
      using tract = Tract.open(folder.file())
      tract.user('a')
      tract.user('b')
      tract.undo()
    }
    using tract = Tract.open(folder.file())
    expect([tract.redo().kind, texts(tract), tract.undo().kind, tract.undo().kind, tract.undo().kind]).toEqual(['done', ['a', 'b'], 'done', 'done', 'nothing'])
  })

  test('of one tract leave the others alone', () => {
    using workspace = Workspace.open()
    const [a, b] = [workspace.create(), workspace.create()]
    a.user('in a')
    b.user('in b')
    a.undo()
    expect([texts(a), texts(b), b.undoState().undo?.verb]).toEqual([[], ['in b'], 'commit'])
  })

  test.each<[string, (tract: Tract) => void]>([
    ['encoding', (tract) => tract.configure({ encoding: 'cl100k_base' })],
    ['settings per job', (tract) => tract.configureOperations({ chat: { temperature: 1 } })],
    ['default settings', (tract) => tract.configure({ defaultConfig: { model: 'm' } })],
    ['budget', (tract) => tract.configure({ budget: { maxTokens: 5 } })],
    ['several settings', (tract) => tract.configure({ budget: { maxTokens: 5 }, encoding: 'cl100k_base', operations: { title: { seed: 1 } } })],
    ['name', (tract) => tract.rename('other')],
  ])('bring back the %s that held before, also when it was never set', (_, change) => {
    using tract = Tract.open()
    tract.user('a')
    const seen = () => ({ config: tract.config, name: tract.name, chat: tract.resolveConfig('chat'), tokens: tract.status().tokenCount })
    const before = seen()
    change(tract)
    const after = seen()
    tract.undo()
    expect([seen(), tract.redo().kind, seen(), tract.undo().kind, seen()]).toEqual([before, 'done', after, 'done', before])
    expect(tract.user('goes on').generation).toBe(1)
    expect(tract.workspace.replay().kind).toBe('same')
  })
})

test('settings given on opening are one operation where they differ, and none where they don’t', () => {
  using folder = tempFolder()
  const seqs = Array.from({ length: 3 }, () => {
    using tract = Tract.open(folder.file(), { encoding: 'o200k_base', budget: { maxTokens: 9 } })
    return tract.workspace.lastSeq()
  })
  expect(seqs).toEqual([1, 1, 1])
})

describe('undo and redo in a batch', () => {
  test('take back what was done before it, one act after the other, as parts of the batch', () => {
    using tract = Tract.open()
    for (const text of ['a', 'b', 'c']) tract.user(text)
    const inside = tract.batch(() => [told(tract.undo()), told(tract.undo()), told(tract.redo()), tract.undoState().undo?.id, tract.undoState().redo?.id, texts(tract).join()])
    expect([inside, texts(tract), tract.operations({ limit: 2 }).items.map(({ verb }) => verb)]).toEqual([['batch op_4', 'batch op_3', 'batch op_3', 'op_3', 'op_4', 'a,b'], ['a', 'b'], ['batch', 'commit']])
    expect([told(tract.undo()), texts(tract), told(tract.redo()), texts(tract), told(tract.undo()), told(tract.undo()), texts(tract)]).toEqual(['undo op_5', ['a', 'b', 'c'], 'redo op_5', ['a', 'b'], 'undo op_5', 'undo op_4', ['a', 'b']])
    expect([tract.workspace.verify().kind, tract.workspace.replay().kind]).toEqual(['intact', 'same'])
  })

  test('don’t reach what the batch itself did: it is named as what stands in the way', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.rename('other')
    tract.undo()
    const inside = tract.batch(() => {
      tract.user('b')
      return [told(tract.undo()), told(tract.redo()), texts(tract).join()]
    })
    expect([inside, tract.name, tract.operations({ limit: 1 }).items[0]?.id]).toEqual([['conflict op_5', 'nothing', 'a,b'], 'Untitled tract', 'op_5'])
  })

  test('go with it when it fails', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.user('b')
    const state = tract.undoState()
    expect(faultOf(() => tract.batch(() => {
      tract.undo()
      faultOf(() => tract.batch(() => {
        tract.undo()
        tract.switch('nowhere')
      }))
      expect([texts(tract), tract.undoState().undo?.id]).toEqual([['a'], 'op_2'])
      tract.switch('nowhere')
    }))).toBe('branch/not-found')
    expect([texts(tract), tract.undoState()]).toEqual([['a', 'b'], state])
  })

  test('of another tract are an act there like any other', () => {
    using workspace = Workspace.open()
    const [a, b] = [workspace.create(), workspace.create()]
    b.user('one')
    a.batch(() => {
      a.user('in a')
      b.undo()
      b.user('two')
    })
    expect([texts(b), b.undoState().undo?.verb, told(b.undo()), texts(b), texts(a), told(b.undo()), texts(b), workspace.replay().kind]).toEqual([['two'], 'batch', 'undo op_5', ['one'], ['in a'], 'undo op_3', [], 'same'])
  })
})

describe('undo on one branch', () => {
  test('takes back the latest act on it, whatever was done elsewhere since, and again walks further back', () => {
    using tract = Tract.open()
    for (const text of ['a', 'b', 'c']) tract.user(text)
    tract.branch('side')
    tract.user('d')
    tract.rename('other')
    const back = [1, 2].map(() => [told(tract.undo({ branch: 'main' })), texts(tract.on('main')).join()])
    expect([back, texts(tract), tract.name]).toEqual([[['revert op_4', 'a,b'], ['revert op_3', 'a']], ['a', 'b', 'c', 'd'], 'other'])
    tract.on('main').user('new')
    expect([told(tract.undo({ branch: 'main' })), told(tract.undo({ branch: 'side' })), texts(tract), texts(tract.on('main'))]).toEqual(['revert op_11', 'revert op_7', ['a', 'b', 'c'], ['a']])
    expect([told(tract.undo()), texts(tract)]).toEqual(['undo op_13', ['a', 'b', 'c', 'd']])
  })

  test('goes back to the beginning: a branch without commits is only where HEAD is', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side')
    expect([told(tract.undo({ branch: 'main' })), tract.listBranches().map(({ name }) => name), told(tract.undo()), tract.listBranches().length]).toEqual(['revert op_2', ['side'], 'undo op_5', 2])
    tract.switch('main')
    expect([told(tract.undo({ branch: 'main' })), told(tract.undo({ branch: 'main' })), tract.status().head]).toEqual(['revert op_2', 'nothing', { kind: 'attached', branch: 'main', commit: null }])
  })

  test('passes over what is undone already, and takes back a revert that was asked for', () => {
    using tract = Tract.open()
    const side = tract.user('a').hash
    tract.branch('side', { from: side, switch: false })
    tract.user('b')
    tract.user('c')
    tract.undo()
    tract.revert(tract.operations().items.find(({ id }) => id === 'op_4')!.id)
    expect(texts(tract)).toEqual(['a'])
    const back = [1, 2].map(() => [told(tract.undo({ branch: 'main' })), texts(tract).join()])
    expect(back).toEqual([['revert op_7', 'a,b'], ['revert op_4', 'a']])
  })

  test('brings back a branch that was deleted, and knows no other name', () => {
    using tract = Tract.open()
    tract.user('a')
    tract.branch('side', { switch: false })
    tract.deleteBranch('side')
    tract.tag('kept')
    tract.reset('HEAD')
    expect([told(tract.undo({ branch: 'side' })), tract.listBranches().map(({ name }) => name), ...['nowhere', 'tag:kept', 'ORIG_HEAD', 'HEAD'].map((branch) => faultOf(() => tract.undo({ branch })))]).toEqual([
      'revert op_4', ['main', 'side'], 'branch/not-found', 'branch/not-found', 'branch/not-found', 'branch/not-found',
    ])
  })
})
