import { expect, test } from 'vitest'
import { type OperationId, Tract } from '../../../core/index.ts'
import { clientOf } from '../../helpers/calls.ts'

const lastId = (tract: Tract): OperationId => tract.operations({ limit: 1 }).items[0]!.id
const view = (tract: Tract) => ({
  name: tract.name, config: tract.config, head: tract.status().head, tags: tract.listTags(), context: tract.compile().hash,
  branches: tract.listBranches().map(({ updatedAt: _updatedAt, ...branch }) => branch),
})

/** A tract with something in every place, and its view after each operation. */
function lived(tract: Tract): ReadonlyMap<OperationId, ReturnType<typeof view>> {
  const acts = [
    () => tract.user('a'), () => tract.user('b'), () => tract.branch('side'), () => tract.tag('kept'), () => tract.configure({ budget: { maxTokens: 7 }, encoding: 'cl100k_base' }),
    () => tract.rename('other'), () => tract.edit('HEAD', 'B'), () => tract.checkout('HEAD~1'), () => tract.switch('main'), () => tract.deleteBranch('side', { force: true }),
    () => tract.deleteTag('kept'), () => tract.reset('HEAD~1'), () => tract.undo(), () => tract.redo(), () => tract.renameBranch('main', 'trunk'), () => tract.configure({ budget: null }),
  ]
  return new Map(acts.map((act) => {
    act()
    return [lastId(tract), view(tract)]
  }))
}

test('restore puts everything back as it was right after an operation, as one act that undo takes back', () => {
  using tract = Tract.open()
  const views = lived(tract)
  const end = view(tract)
  for (const [id, then] of views) {
    const count = tract.operations().items.length
    const result = tract.restore(id)
    const isLast = JSON.stringify(then) === JSON.stringify(end)
    expect([view(tract), result.kind, tract.operations().items.length - count]).toEqual([then, isLast ? 'nothing' : 'done', isLast ? 0 : 1])
    if (isLast) continue
    expect([tract.undo().kind, view(tract), tract.redo().kind, view(tract), tract.undo().kind]).toEqual(['done', end, 'done', then, 'done'])
  }
})

test('it tells what it went back to, and which acts that took back', () => {
  using tract = Tract.open()
  tract.user('a')
  const target = lastId(tract)
  tract.user('b')
  tract.rename('undone')
  tract.undo()
  tract.user('c')
  const all = tract.operations().items
  const result = tract.restore(target)
  expect(result).toEqual({
    kind: 'done', reverted: [all[0], all[3]],
    operation: {
      id: lastId(tract), seq: tract.workspace.lastSeq(), verb: 'restore', detail: 'commit', author: { kind: 'user', id: 'user' }, cause: { kind: 'restore', of: target },
      at: expect.any(Number), refs: [{ ref: 'main', before: expect.any(String), after: tract.resolve('HEAD') }], commits: 0, tokenDelta: tract.status().tokenCount - 18, undoable: true,
    },
  })
  expect([tract.restore(target), tract.compile().messages.length]).toEqual([{ kind: 'nothing' }, 1])
})

test('unfinished answers and what was paid stay as they are', async () => {
  using tract = Tract.open()
  tract.user('a')
  const before = lastId(tract)
  tract.configureClients({ default: clientOf(async function* () { yield { type: 'text', text: 'half' } }) })
  await tract.generate()
  tract.user('b')
  const result = tract.restore(before)
  expect([result.kind, tract.partials.list().map(({ text }) => text), tract.compile().messages.map(({ content }) => content), tract.workspace.replay().kind]).toEqual(['done', ['half'], ['a'], 'same'])
})
