import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import { randomOf } from '../../helpers/random.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)
const names = (tract: Tract) => [tract.undoState().undo, tract.undoState().redo].map((one) => one && `${one.verb} ${one.detail ?? ''}`.trim())

describe('a batch that lasts over several acts', () => {
  test('is taken back and brought again as one, and each of its acts is in the file at once', () => {
    using tract = Tract.open()
    tract.user('before')
    expect([tract.openBatch(), tract.openBatch(), tract.countInBatch()]).toEqual([true, false, 0])
    tract.user('a')
    tract.branch('side')
    tract.assistant('b')
    expect([tract.countInBatch(), names(tract), tract.commitBatch(), tract.countInBatch(), names(tract)]).toEqual([3, ['commit assistant', null], 3, null, ['batch 3', null]])
    const undone = tract.undo()
    expect([undone.kind === 'done' && undone.reverted.map(({ verb }) => verb), texts(tract), tract.listBranches().map(({ name }) => name), names(tract)]).toEqual([['commit', 'branch', 'commit'], ['before'], ['main'], ['commit user', 'batch 3']])
    expect([tract.redo().kind, texts(tract), tract.status().head, names(tract)[0]]).toEqual(['done', ['before', 'a', 'b'], expect.objectContaining({ branch: 'side' }), 'batch 3'])
    expect([tract.workspace.replay().kind, tract.workspace.verify().kind, tract.workspace.fsck().findings]).toEqual(['same', 'intact', []])
  })

  test('while it is open undo goes back act by act, and no further than where it began', () => {
    using tract = Tract.open()
    tract.user('before')
    tract.openBatch()
    tract.user('a')
    tract.user('b')
    expect([tract.undo().kind, texts(tract), tract.countInBatch(), tract.redo().kind, tract.undo().kind, tract.undo().kind, tract.undo().kind, names(tract)[0], texts(tract)]).toEqual(
      ['done', ['before', 'a'], 1, 'done', 'done', 'done', 'nothing', null, ['before']])
    tract.user('c')
    expect([tract.commitBatch(), names(tract)[0], tract.undo().kind, tract.undo().kind, texts(tract)]).toEqual([1, 'commit user', 'done', 'done', []])
  })

  test('cancelled, it is as before, and redo brings it again', () => {
    using tract = Tract.open()
    tract.user('before')
    expect([tract.cancelBatch().kind, tract.openBatch(), tract.cancelBatch().kind, tract.countInBatch()]).toEqual(['nothing', true, 'nothing', null])
    tract.openBatch()
    tract.user('a')
    tract.user('b')
    expect([tract.cancelBatch().kind, texts(tract), tract.countInBatch(), tract.redo().kind, texts(tract)]).toEqual(['done', ['before'], null, 'done', ['before', 'a', 'b']])
  })

  test('a file that is closed while one is open has all of it, as a batch that was committed', () => {
    const folder = tempFolder()
    const first = Workspace.open(folder.file())
    const tract = first.create({ name: 'one' })
    tract.openBatch()
    tract.user('a')
    tract.user('b')
    first.close()
    using again = Workspace.open(folder.file())
    const found = again.get('one')
    expect([found.countInBatch(), texts(found), names(found)[0], found.undo().kind, texts(found)]).toEqual([null, ['a', 'b'], 'batch 2', 'done', []])
  })

  test('what was taken back together is told so, and one act of it can be taken back alone', () => {
    using tract = Tract.open()
    tract.openBatch()
    tract.user('a')
    tract.user('b')
    tract.commitBatch()
    const [newest, before] = tract.operations().items
    expect([newest?.batch, before?.batch, newest?.batch === before?.id]).toEqual([before?.id, before?.id, true])
    expect([tract.revert(before!.id).kind, texts(tract)]).toEqual(['done', ['b']])
    tract.undo()
    const undo = tract.undo()
    expect(undo.kind === 'done' && undo.operation.cause).toEqual({ kind: 'undo', of: newest?.id, also: [before?.id] })
    expect(tract.revert(before!.id).kind).toBe('nothing') // it is taken back already
  })
})

type Said = { readonly text: string; readonly batch: number }

/** Undo as a list of what was said: its end goes and comes in whole batches, while one is open step by step. */
test.each(Array.from({ length: 12 }, (_, seed) => seed))('whatever is done, batched, taken back and brought again, undo and redo come to the same states (%i)', (seed) => {
  const random = randomOf(seed)
  using tract = Tract.open()
  let [said, undone, open]: [Said[], Said[][], number | null] = [[], [], null]
  const last = () => {
    if (open !== null) return said.at(-1)?.batch === open ? 1 : 0
    const other = said.findLastIndex(({ batch }) => batch !== said.at(-1)?.batch)
    return said.at(-1)?.batch === 0 ? 1 : said.length - 1 - other
  }
  const undo = () => (last() === 0 ? 'nothing' : (undone.push(said.splice(-last())), 'done'))
  for (let nth = 1; nth <= 40; nth += 1) {
    const kind = random.pick(['say', 'say', 'say', 'undo', 'redo', 'open', 'commit', 'cancel'] as const)
    if (kind === 'say') {
      tract.user(`m${nth}`)
      said.push({ text: `m${nth}`, batch: open ?? 0 })
      undone = []
    }
    if (kind === 'undo') expect([seed, nth, tract.undo().kind]).toEqual([seed, nth, undo()])
    if (kind === 'redo') {
      expect([seed, nth, tract.redo().kind]).toEqual([seed, nth, undone.length > 0 ? 'done' : 'nothing'])
      said.push(...(undone.pop() ?? []))
    }
    if (kind === 'open' && tract.openBatch()) open = nth
    if (kind === 'commit') {
      tract.commitBatch()
      open = null
    }
    if (kind === 'cancel') {
      const isPart = said.at(-1)?.batch === open
      open = null
      expect([seed, nth, tract.cancelBatch().kind]).toEqual([seed, nth, isPart ? undo() : 'nothing'])
    }
    expect([seed, nth, texts(tract)]).toEqual([seed, nth, said.map(({ text }) => text)])
  }
  expect([tract.workspace.replay().kind, tract.workspace.verify().kind, tract.workspace.fsck().findings]).toEqual(['same', 'intact', []])
})
