import { Workspace } from '../../core/index.ts'
import { handClock } from '../helpers/handClock.ts'
import { randomOf } from '../helpers/random.ts'
import { testPorts } from '../helpers/testPorts.ts'
import { runSteps, type Surroundings } from './run.ts'
import type { Tally } from './scene.ts'
import { shrink } from './shrink.ts'
import { type Profile, type ProfileName, profiles, randomSteps, rowOf, type Step } from './steps.ts'
import { holds, Violation } from './violation.ts'

/** Histories that share a file: its journal, its hashes and its projections are checked once they are all written. */
const perFile = 20

/** Runs `count` random histories of a profile, from a seed on. Tells of the first that breaks a property, shrunk to a row for `seeds.ts`; null when all hold. */
export function brokenAmong(name: ProfileName, count: number, firstSeed: number, tally?: Tally): string | null {
  for (let done = 0; done < count; done += perFile) {
    const broken = brokenInFile(name, firstSeed + done, Math.min(perFile, count - done), tally)
    if (broken !== null) return broken
  }
  return null
}

function brokenInFile(name: ProfileName, firstSeed: number, count: number, tally: Tally = new Map()): string | null {
  const { workspace, clock } = inMemory(profiles[name])
  using _ = workspace
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const steps = randomSteps(randomOf(seed), profiles[name])
    const failure = failureOf(() => runSteps({ workspace, clock, tally, short: seed % 4 !== 0 }, steps))
    if (failure) return told(name, seed, steps, failure)
  }
  const failure = failureOf(() => checkWhole(workspace))
  return failure && `${name}, seeds ${firstSeed} to ${firstSeed + count - 1} in one file: ${failure.message}`
}

/** The first history that breaks a property, as it is; null when all `count` hold. */
export function firstBroken(name: ProfileName, count: number): { readonly seed: number; readonly failure: Error } | null {
  const { workspace, clock } = inMemory(profiles[name])
  using _ = workspace
  for (let seed = 1; seed <= count; seed++) {
    const failure = failureOf(() => runSteps({ workspace, clock, short: true }, randomSteps(randomOf(seed), profiles[name])))
    if (failure) return { seed, failure }
  }
  return null
}

/** The same steps in a file of their own, with the checks of the whole file. */
export function runAlone(name: ProfileName, steps: readonly Step[]): void {
  const { workspace, clock } = inMemory(profiles[name])
  using _ = workspace
  runSteps({ workspace, clock }, steps)
  checkWhole(workspace)
}

/** P7, and what a check of the file itself finds. */
export function checkWhole(workspace: Workspace): void {
  const [replayed, verified, checked] = [workspace.replay(), workspace.verify(), workspace.fsck('full')]
  holds('P7', replayed.kind === 'same', () => JSON.stringify(replayed))
  holds('journal', verified.kind === 'intact', () => JSON.stringify(verified))
  holds('fsck', checked.findings.length === 0, () => JSON.stringify(checked.findings, null, 1))
}

function inMemory({ standing }: Profile): Pick<Surroundings, 'workspace' | 'clock'> {
  const clock = handClock()
  return { workspace: Workspace.open(':memory:', { ports: testPorts(clock) }), clock: standing ? null : clock }
}

/** A violation, or anything else that was thrown. */
export function failureOf(act: () => void): Error | null {
  try {
    act()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
  return null
}

/** What broke, in the smallest history found that breaks it the same way. */
function told(name: ProfileName, seed: number, steps: readonly Step[], failure: Error): string {
  const sort = sortOf(failure)
  const smallest = shrink(steps, (part) => {
    const again = failureOf(() => runAlone(name, part))
    return again !== null && sortOf(again) === sort
  })
  const again = failureOf(() => runAlone(name, smallest)) ?? failure
  return `${name}, seed ${seed}, ${smallest.length} steps: ${again instanceof Violation ? again.message : again.stack}\n${rowOf(name, smallest)}`
}

const sortOf = (failure: Error): string => (failure instanceof Violation ? failure.property : `${failure.name} ${failure.message.slice(0, 30)}`)
