import { expect, test } from 'vitest'
import { type Tract, Workspace } from '../../../core/index.ts'
import { actsOn } from '../../helpers/acts.ts'
import { handClock } from '../../helpers/handClock.ts'
import { naiveOf } from '../../helpers/naiveTract.ts'
import { forSeeds } from '../../helpers/random.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** What a branch shows that is made at a commit. */
const asBranch = (tract: Tract, at: string): unknown =>
  tract.dryRun(() => {
    tract.branch('looking', { from: at })
    return tract.transcript()
  }).result

test('the transcript at a commit is that of a branch made there, and the branches holding it are those whose history has it', () => {
  let looked = 0
  forSeeds(15, (random) => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    const tract = workspace.create()
    tract.user('first')
    const act = actsOn(tract, random)
    for (let step = 0; step < 30; step++) act()
    const { history, key } = naiveOf(tract)
    const branches = tract.listBranches().flatMap(({ name, commit }) => (commit === null ? [] : [{ name, reached: history.reached(key(commit)) }]))
    for (const { hash } of tract.graph().items) {
      looked += 1
      expect(tract.transcript({ at: hash })).toEqual(asBranch(tract, hash))
      expect(tract.listBranches({ holding: hash }).map(({ name }) => name)).toEqual(branches.filter(({ reached }) => reached.has(key(hash))).map(({ name }) => name))
    }
  })
  expect(looked).toBeGreaterThan(200)
})

test('at a time it is the transcript of where the branch pointed then', () => {
  const clock = handClock()
  using workspace = Workspace.open(':memory:', { ports: { ...testPorts(), clock } })
  const tract = workspace.create()
  const times = [clock.now() - 1]
  const act = (done: () => unknown) => {
    clock.advance(1000)
    done()
    times.push(clock.now())
  }
  act(() => tract.user('a'))
  act(() => tract.user('b'))
  act(() => tract.edit('HEAD', 'B'))
  act(() => tract.annotate('HEAD', 'skip'))
  act(() => tract.reset('HEAD~2'))
  const seen = times.map((at) => tract.transcript({ at: new Date(at) }).items.map(({ content, shown }) => ['text' in content ? content.text : null, shown]))
  expect(seen).toEqual([[], [['a', true]], [['a', true], ['b', true]], [['a', true], ['B', true]], [['a', true], ['B', false]], [['a', true], ['b', true]]])
})
