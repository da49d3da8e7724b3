import { expect, test } from 'vitest'
import { Workspace } from '../../core/index.ts'
import { handClock } from '../helpers/handClock.ts'
import { forSeeds } from '../helpers/random.ts'
import { tempFolder } from '../helpers/tempFolder.ts'
import { testPorts } from '../helpers/testPorts.ts'
import { checkWhole } from './histories.ts'
import { runSteps } from './run.ts'
import { handleOf, type Scene } from './scene.ts'
import { type ProfileName, profiles, randomSteps } from './steps.ts'

const some: readonly ProfileName[] = ['usual', 'cross', 'pick', 'wrap', 'directed']

/** Goes on with the same tract through another connection; without waiting for the disk, because these tests never lose power. */
function use(scene: Scene, workspace: Workspace): void {
  scene.tract = workspace.get(scene.tract.id)
  handleOf(scene.tract).file.db.pragma('synchronous = OFF')
}

test.each(some)('two connections that take turns in one file are as one: %s', (name) => {
  using folder = tempFolder()
  const clock = handClock()
  using one = Workspace.open(folder.file(), { ports: testPorts(clock, 'one') })
  using other = Workspace.open(folder.file(), { ports: testPorts(clock, 'other') })
  forSeeds(50, (random, seed) => {
    runSteps({ workspace: one, clock, short: seed % 4 !== 0, turn: (scene) => use(scene, random.chance(0.5) ? one : other) }, randomSteps(random, profiles[name]))
  })
  using fresh = Workspace.open(folder.file())
  checkWhole(fresh)
  expect([one, other].map((workspace) => workspace.list())).toEqual([fresh.list(), fresh.list()])
}, 60_000)

test.each(some)('a file that is closed and opened again between steps goes on as if it had stayed open: %s', (name) => {
  using folder = tempFolder()
  const clock = handClock()
  const ports = testPorts(clock)
  const open = () => Workspace.open(folder.file(), { ports })
  let workspace = open()
  try {
    forSeeds(40, (random, seed) => {
      runSteps({ workspace, clock, short: seed % 4 !== 0, turn: (scene) => {
        if (random.chance(0.85)) return
        workspace.close()
        workspace = open()
        use(scene, workspace)
      } }, randomSteps(random, profiles[name]))
    })
    workspace.close()
    workspace = open()
    checkWhole(workspace)
    expect(workspace.list()).toHaveLength(40)
  } finally {
    workspace.close()
  }
}, 60_000)
