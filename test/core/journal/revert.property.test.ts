import { expect, test } from 'vitest'
import { Workspace } from '../../../core/index.ts'
import { forSeeds } from '../../helpers/random.ts'
import { testPorts } from '../../helpers/testPorts.ts'
import { expectAsModel, expectPastAsSeen, startWalk, turn, walk } from '../../helpers/undoWalk.ts'

/** Histories that share a file: the journal and its checks see them all. */
const blocks = Array.from({ length: 80 }, (_, block) => block)

test.each(blocks)('undo, redo, revert and restore do what their definition says, and every past view is found again (part %i)', (block) => {
  using workspace = Workspace.open(':memory:', { ports: testPorts() })
  workspace.create({ name: 'bystander' }).user('untouched')
  forSeeds(25, (random) => {
    const one = startWalk(workspace)
    const first = one.model.view
    let last = workspace.lastSeq()
    for (let steps = random.chance(0.1) ? 60 : 4 + random.below(18); steps > 0; steps--) {
      walk(one, random)
      expectAsModel(one)
      expect(workspace.lastSeq()).toBeGreaterThanOrEqual(last)
      last = workspace.lastSeq()
    }
    expectPastAsSeen(one, random, 6)
    const end = one.model.view
    let undone = 0
    while (turn(one, 'undo')) undone++
    expectAsModel(one)
    expect(Object.entries(one.model.view)).toEqual(Object.entries(first))
    for (; undone > 0; undone--) turn(one, 'redo')
    expectAsModel(one)
    expect(one.model.view).toBe(end)
    expectPastAsSeen(one, random, 2)
  }, block * 100)
  expect([workspace.verify().kind, workspace.replay().kind, workspace.get('bystander').log().items.length]).toEqual(['intact', 'same', 1])
}, 60_000)
