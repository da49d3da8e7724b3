import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)

describe('undo and redo', () => {
  test('name the act they take back and the one they bring again, and who did both', () => {
    using tract = Tract.open()
    const { hash } = tract.user('a')
    const [made] = [tract.undoState().undo]
    const back = tract.as('helper-agent').undo()
    expect(made).toEqual({
      id: 'op_2', seq: 2, verb: 'commit', detail: 'user', author: { kind: 'user', id: 'user' }, cause: { kind: 'direct' }, at: expect.any(Number),
      refs: [{ ref: 'main', before: null, after: hash }], undoable: true,
    })
    expect(back).toEqual({
      kind: 'done', reverted: [made],
      operation: { id: 'op_3', seq: 3, verb: 'undo', detail: 'commit', author: { kind: 'agent', id: 'helper-agent' }, cause: { kind: 'undo', of: 'op_2' }, at: expect.any(Number), refs: [{ ref: 'main', before: hash, after: null }], undoable: false },
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
