import { expect, test } from 'vitest'
import { Workspace } from '../../../core/index.ts'
import { forSeedsAsync } from '../../helpers/random.ts'
import { expectAsModel, startWalk, turn, walk } from '../../helpers/randomWalk.ts'
import { journalOf, journalProblems } from '../../helpers/journalOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** Histories that share a file: the journal and its checks see them all. Most run in memory; on disk the journal can be read past the library. */
const blocks = [['on disk', 30], ...Array.from({ length: 20 }, () => ['in memory', 100] as const)] as const

test.each(blocks.map(([where, count], block) => ({ where, count, block })))('undo, redo and every other act do what their definition says, whatever came before ($where, part $block)', async ({ where, count, block }) => {
  using folder = tempFolder()
  using workspace = Workspace.open(where === 'on disk' ? folder.file() : ':memory:', { ports: testPorts() })
  workspace.create({ name: 'bystander' }).user('untouched')
  await forSeedsAsync(count, block * 1000, async (random) => {
    const one = startWalk(workspace.create())
    let last = workspace.lastSeq()
    for (let steps = 4 + random.below(20); steps > 0; steps--) {
      await walk(one, random)
      expectAsModel(one)
      expect(workspace.lastSeq()).toBeGreaterThanOrEqual(last)
      last = workspace.lastSeq()
    }
    let undone = 0
    for (; one.model.current; undone++) turn(one, 'undo')
    turn(one, 'undo')
    expectAsModel(one)
    expect([one.tract.listBranches().map(({ commit }) => commit), one.tract.status().commitCount]).toEqual([[null], 0])
    for (; undone > 0; undone--) turn(one, 'redo')
    expectAsModel(one)
    while (one.model.redo.length > 0) turn(one, 'redo')
    turn(one, 'redo')
    expectAsModel(one)
  })
  expect([workspace.verify().kind, workspace.replay().kind, workspace.get('bystander').log().items.length]).toEqual(['intact', 'same', 1])
  if (where === 'on disk') expect(journalProblems(journalOf(folder.file()))).toEqual([])
}, 120_000)
