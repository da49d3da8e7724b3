import { Eraser } from 'lucide-react'
import { focusedStep } from '../graph/focusedStep.ts'
import { openDialog } from '../state/view.ts'
import { plainText, textOf } from '../words/contents.ts'
import { words } from '../words/words.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'

/** The one thing that takes a text out of the past too. */
export const eraseCommands = {
  'step.erase': {
    id: 'step.erase', group: 'step', scope: 'list', icon: Eraser, keys: [],
    title: () => 'Erase for good…',
    whyNot: (context) => (meant(context) === null ? `Choose a ${words().step} first` : context.target?.why.kind === 'erased' ? 'Its text is gone already' : null),
    run: (context) => {
      const found = meant(context)
      if (found !== null) openDialog({ kind: 'erase', ...found })
    },
  },
} as const satisfies Record<string, Command>

/** A step of whatever branch, and how it begins. */
function meant(context: CommandContext) {
  const { target } = context
  if (target !== null) return { message: target.messageId, excerpt: plainText(textOf(target.content), 240) }
  const other = focusedStep(context)
  return other === null ? null : { message: other.messageId, excerpt: other.preview }
}
