import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import type { TractView } from '../../../core/model/operation.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { journalOf } from '../../helpers/journalOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const live = (tract: Tract, seq: number): Omit<TractView, 'at'> => ({
  seq, name: tract.name, config: tract.config, head: tract.status().head, branches: tract.listBranches(), tags: tract.listTags(),
})

const acts: readonly ((tract: Tract) => unknown)[] = [
  (tract) => tract.user('a'), (tract) => tract.user('b'), (tract) => tract.branch('side'), (tract) => tract.tag('kept'), (tract) => tract.configure({ budget: { maxTokens: 7 } }),
  (tract) => tract.rename(`${tract.name} more`), (tract) => tract.edit('HEAD', 'B'), (tract) => tract.checkout('HEAD~1'), (tract) => tract.switch('main'), (tract) => tract.deleteBranch('side', { force: true }),
  (tract) => tract.deleteTag('kept'), (tract) => tract.reset('HEAD~1'), (tract) => tract.undo(), (tract) => tract.undo(), (tract) => tract.renameBranch('main', 'trunk'),
  (tract) => tract.configure({ budget: null, encoding: 'cl100k_base' }), (tract) => tract.batch(() => [tract.user('c'), tract.branch('two'), tract.user('d')]), (tract) => tract.undo({ branch: 'trunk' }),
]

describe('the view at a journal position', () => {
  test('is the tract as it showed itself then, however long ago, with other tracts in the file', () => {
    using workspace = Workspace.open()
    const [tract, other] = [workspace.create({ name: 'one', defaultBranch: 'trunk', budget: { maxTokens: 3 } }), workspace.create({ name: 'two' })]
    tract.renameBranch('trunk', 'main')
    const seen = new Map([[workspace.lastSeq(), live(tract, workspace.lastSeq())]])
    for (const act of acts) {
      other.user('meanwhile')
      seen.set(workspace.lastSeq(), live(tract, workspace.lastSeq()))
      act(tract)
      seen.set(workspace.lastSeq(), live(tract, workspace.lastSeq()))
      for (const [seq, then] of seen) {
        const { at: _, ...view } = tract.viewAt(seq)
        expect(view).toEqual(then)
      }
    }
    expect(seen.size).toBe(1 + 2 * acts.length)
  })

  test('inside an operation is half of it', () => {
    using tract = Tract.open()
    tract.batch(() => [tract.user('a'), tract.rename('other'), tract.branch('side')])
    const views = [1, 2, 3, 4, 5].map((seq) => tract.viewAt(seq))
    expect(views.map(({ name, head, branches }) => [name, head.kind === 'attached' && head.branch, branches.map((branch) => branch.name)])).toEqual([
      ['Untitled tract', 'main', ['main']], ['Untitled tract', 'main', ['main']], ['other', 'main', ['main']], ['other', 'main', ['main', 'side']], ['other', 'side', ['main', 'side']],
    ])
  })

  test('has the time of the entry, and reads only', () => {
    using folder = tempFolder()
    using tract = Tract.open(folder.file())
    tract.user('a')
    tract.rename('other')
    const before = journalOf(folder.file())
    expect([tract.viewAt(2).at * 1000, journalOf(folder.file())]).toEqual([before[1]?.at, before])
  })

  test('is none before the tract was made, after the end, or between entries', () => {
    using workspace = Workspace.open()
    workspace.create().user('a')
    const tract = workspace.create()
    expect([0, -1, 1, 2, 4, 2.5, NaN, Infinity].map((seq) => faultOf(() => tract.viewAt(seq)))).toEqual(Array.from({ length: 8 }, () => 'journal/no-such-seq'))
    expect(tract.viewAt(3).branches).toEqual([{ name: 'main', commit: null, isCurrent: true, updatedAt: 0, messageCount: 0 }])
  })
})
