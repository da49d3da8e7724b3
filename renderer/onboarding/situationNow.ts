import type { TranscriptMessage } from '../../core/model/context.ts'
import type { CommitHash } from '../../core/model/ids.ts'
import type { Situation } from './tips.ts'

export type SituationFacts = {
  /** The old step that is looked at. */
  readonly at: CommitHash | null
  readonly budget: { readonly pct: number } | null
  /** An answer stopped on this branch and waits for a decision. */
  readonly stoppedHere: boolean
  readonly messages: readonly Pick<TranscriptMessage, 'shown'>[]
}

/** The most telling thing about where somebody is, of those that want a word. */
export function situationNow({ at, budget, stoppedHere, messages }: SituationFacts): Situation | null {
  if (at !== null) return 'oldStep'
  if (stoppedHere) return 'stopped'
  if (budget !== null && budget.pct > 100) return 'overBudget'
  return hasRun(messages) ? 'hiddenRun' : null
}

/** Two hidden steps in a row fold into one line. */
const hasRun = (messages: SituationFacts['messages']): boolean => messages.some(({ shown }, at) => !shown && messages[at + 1]?.shown === false)
