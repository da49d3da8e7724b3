import { quoteStep } from '../chat/quoteStep.ts'
import { goToStep } from '../commands/goToStep.ts'
import type { CommitHash } from '../../core/model/ids.ts'
import { assertNever } from '../state/assertNever.ts'
import { isQuiet } from '../state/quietDrops.ts'
import { choose } from '../state/selection.ts'
import { openDialog, showCompare } from '../state/view.ts'
import { annotateSteps } from '../commands/annotateSteps.ts'
import { currentContext } from '../commands/context.ts'
import type { Intent, Meaning, Spot } from './dragged.ts'
import { useDrag } from './dragState.ts'

/** Goes on from a drop: a choice where it may mean several things, else a look at what it would do. */
export function dropped(meaning: Meaning, at: Spot): void {
  if (meaning.kind === 'ask') useDrag.setState({ drop: { kind: 'choices', at, meaning } })
  if (meaning.kind === 'do') intended(meaning.intent, at)
}

/** What only looks or chooses happens at once, as does what a person no longer wants to be asked about; everything else is shown first. */
export function intended(intent: Intent, at: Spot): void {
  switch (intent.kind) {
    case 'compareBranches':
      return showCompare(intent.branches)
    case 'compareSteps':
      return openDialog({ kind: 'compareSteps', from: intent.from, to: intent.to })
    case 'choose':
      return choose(intent.messages)
    case 'annotate':
      return isQuiet(intent.priority) ? void apply(intent) : show(intent, at)
    case 'quote':
      return isQuiet('quote') ? void apply(intent) : show(intent, at)
    case 'go':
      return void goThere(intent.to)
    case 'join':
    case 'restore':
      return show(intent, at)
    default:
      return assertNever(intent)
  }
}

const show = (intent: Intent, at: Spot): void => useDrag.setState({ drop: { kind: 'card', at, intent } })

function goThere(to: CommitHash): unknown {
  const { tract } = currentContext()
  return tract === null ? null : goToStep(tract, to)
}

/** Does what touches nothing that was written. */
export async function apply(intent: Extract<Intent, { kind: 'annotate' | 'quote' }>): Promise<boolean> {
  const { tract, branch } = currentContext()
  if (tract === null || branch === null) return false
  if (intent.kind === 'annotate') return await annotateSteps(tract, intent.branch, intent.messages, intent.priority)
  intent.messages.forEach(quoteStep)
  return true
}
