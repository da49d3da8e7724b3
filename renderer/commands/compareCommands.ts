import { Columns2, Split } from 'lucide-react'
import type { MessageId } from '../../core/model/ids.ts'
import { useSelection } from '../state/selection.ts'
import { openDialog } from '../state/view.ts'
import { plainText, textOf } from '../words/contents.ts'
import { words } from '../words/words.ts'
import { needsStep } from './command.ts'
import type { Command } from './command.ts'
import { questionFor } from './questionFor.ts'

/** Two steps held against each other; several answers to one question. */
export const compareCommands = {
  'step.compare': {
    id: 'step.compare', group: 'step', scope: 'list', icon: Columns2, keys: ['D'], whileLooking: true,
    title: () => `Compare two ${words().steps}`,
    whyNot: () => (pair() === null ? `Choose two ${words().steps} first (Space, or Mod and a click)` : null),
    run: () => {
      const two = pair()
      if (two !== null) openDialog({ kind: 'compareSteps', from: two[0], to: two[1] })
    },
  },
  'step.tryWays': {
    id: 'step.tryWays', group: 'step', scope: 'list', icon: Split, keys: ['T'],
    title: () => 'Try several ways…',
    whyNot: (context) => needsStep(context) ?? (questionFor(context) === null ? 'Only for questions and answers' : null),
    run: (context) => {
      const question = questionFor(context)
      if (question === null) return
      const next = context.messages[context.messages.indexOf(question) + 1]
      openDialog({ kind: 'tryWays', question: question.messageId, excerpt: plainText(textOf(question.content), 60), hasAnswer: next?.role === 'assistant' })
    },
  },
} as const satisfies Record<string, Command>

/** The two chosen ones; or the chosen one and the focused one, where those are two. */
function pair(): readonly [MessageId, MessageId] | null {
  const { chosen, focused } = useSelection.getState()
  const [first, second, ...more] = chosen.size === 1 && focused !== null ? new Set([...chosen, focused]) : chosen
  return first === undefined || second === undefined || more.length > 0 ? null : [first, second]
}
