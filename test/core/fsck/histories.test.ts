import { expect, test } from 'vitest'
import { damagedFiles } from '../../helpers/damagedFiles.ts'
import { Workspace } from '../../../core/workspace.ts'
import { handClock } from '../../helpers/handClock.ts'
import { meddle } from '../../helpers/journalOf.ts'
import { forSeeds } from '../../helpers/random.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'
import { runSteps } from '../../properties/run.ts'
import { type ProfileName, profiles, randomSteps } from '../../properties/steps.ts'

const some: readonly ProfileName[] = ['usual', 'cross', 'pick', 'wrap']

test.each(some)('whatever is done, the deep check finds nothing: %s', (name) => {
  const clock = handClock()
  using workspace = Workspace.open(':memory:', { ports: testPorts(clock) })
  forSeeds(40, (random) => runSteps({ workspace, clock, short: true }, randomSteps(random, profiles[name])))
  expect(workspace.fsck('deep').findings).toEqual([])
}, 60_000)

/** Everything that can be derived from the rest, wrong or gone. */
const forgetDerived = `pragma foreign_keys = off; drop index commits_line; drop trigger journal_no_delete; delete from refs; delete from operations; delete from merges; delete from compressions; delete from proposals; delete from partials; delete from calls;
  update tracts set name = 'x' || id, config = '{}', head_branch = 'x', head_commit = null, current_operation = null, redo = '[]', seq = 0;
  delete from segments; update commits set segment = id, generation = id, depth = 1, messages = 0, context_tokens = 0, context_messages = 0;
  update blobs set size_bytes = 1; update blobs set tokens_o200k = 1 where tokens_o200k is not null`

test.each(some)('all that can be derived is derived again as it was: %s', async (name) => {
  using folder = tempFolder()
  const clock = handClock()
  {
    using workspace = Workspace.open(folder.file(), { ports: testPorts(clock) })
    forSeeds(10, (random) => runSteps({ workspace, clock, short: true }, randomSteps(random, profiles[name])))
    await workspace.backup(folder.file('forgetful.tract'))
  }
  damagedFiles.add(folder.file('forgetful.tract'))
  meddle(folder.file('forgetful.tract'), forgetDerived)
  using forgetful = Workspace.open(folder.file('forgetful.tract'))
  const report = await forgetful.repairCopy(folder.file('repaired.tract'))
  using whole = Workspace.open(folder.file())
  using repaired = Workspace.open(folder.file('repaired.tract'))
  expect([report.left, report.quarantined, viewOf(repaired)]).toEqual([[], 0, viewOf(whole)])
}, 60_000)

/** What each tract shows, on every branch. */
function viewOf(workspace: Workspace): readonly unknown[] {
  return workspace.list().toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, name }) => {
    const tract = workspace.get(id)
    const branches = tract.listBranches().filter(({ commit }) => commit !== null)
    return [id, name, tract.config, tract.listTags(), branches, tract.undoState().undo?.id, branches.map((branch) => [tract.on(branch.name).status(), tract.on(branch.name).compile().hash])]
  })
}
