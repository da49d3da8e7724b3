import { Fault, type Workspace } from '../../core/index.ts'
import type { HandClock } from '../helpers/handClock.ts'
import { batch, annotate, append, edit, twin } from './acts/messages.ts'
import { branch, checkout, configure, deleteBranch, redo, renameBranch, reset, restore, revert, switchTo, tag, undo } from './acts/branches.ts'
import { compressRange, compressSome, expand, wrapThree } from './acts/compressing.ts'
import { decideBoth, merge, rebase, settle } from './acts/merging.ts'
import { pick, pickSummary } from './acts/picking.ts'
import { checkNews, checkPast } from './checks/contexts.ts'
import { checkUndoAll, checkViews } from './checks/undo.ts'
import { newScene, refresh, type Scene, type Tally, tell } from './scene.ts'
import type { Step, StepKind } from './steps.ts'
import { holds } from './violation.ts'

const acts: { readonly [Kind in StepKind]: (scene: Scene, step: Step) => void } = {
  append, twin, edit, annotate, batch, branch, switch: switchTo, checkout, delete: deleteBranch, rename: renameBranch, tag, reset, undo, redo, restore, revert, configure,
  compress: compressRange, gap: compressSome, expand, wrapThree, merge, settle, decideBoth, rebase, pick, pickSummary,
}

export type Surroundings = {
  readonly workspace: Workspace
  /** null: time stands. */
  readonly clock: HandClock | null
  readonly tally?: Tally
  /** Leaves out, at the end, what costs as much as the history itself: everything compiled cold, undone and redone. */
  readonly short?: boolean
  /** Called before each step: another connection, or the same file opened again. */
  readonly turn?: (scene: Scene, step: number) => void
}

/** Does the steps on a new tract and checks every property. Throws a `Violation`. */
export function runSteps({ workspace, clock, tally, short, turn }: Surroundings, steps: readonly Step[]): void {
  const scene = newScene(workspace, tally)
  for (const [i, step] of steps.entries()) {
    clock?.advance(1)
    turn?.(scene, i)
    const since = scene.history.keys.length
    const code = doStep(scene, step)
    tell(scene, `${step.kind} ${code}`)
    checkNews(scene, since)
  }
  checkViews(scene)
  if (short) return
  checkPast(scene)
  checkUndoAll(scene)
}

/** The code of the refusal; then nothing may have changed. */
function doStep(scene: Scene, step: Step): string {
  const [before, commits] = [scene.view.text, scene.history.keys.length]
  try {
    acts[step.kind](scene, step)
    return 'done'
  } catch (error) {
    if (!Fault.is(error)) throw error
    refresh(scene)
    holds('refused', scene.view.text === before && scene.history.keys.length === commits, () => `${step.kind} was refused (${error.code}), and yet changed something`)
    return error.code
  }
}
