import { FoldVertical } from 'lucide-react'
import { rangeAround } from '../compress/rangeRows.ts'
import type { Range } from '../compress/rangeRows.ts'
import { openDialog, showBudget } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'

/** Summaries in place of steps: shown, drafted and decided on a sheet. */
export const compressCommands = {
  'step.compress': {
    id: 'step.compress', group: 'step', scope: 'list', icon: FoldVertical, keys: ['X', 'Mod+Shift+C'],
    title: () => words().compress,
    sub: (context) => (context.chosen.length > 1 ? counted(context.chosen.length, words().step, words().steps) : null),
    whyNot: (context) => (rangeOf(context) === null ? `Choose the first and the last ${words().step} (Space, then Shift+Space)` : null),
    run: (context) => openDialog({ kind: 'compress', range: rangeOf(context), draft: null }),
  },
  'branch.compress': {
    id: 'branch.compress', group: 'branch', scope: 'page', icon: FoldVertical, keys: [],
    title: () => words().compressAll,
    whyNot: (context) => (rangeOfOlder(context) === null ? 'There is nothing to summarise yet' : null),
    run: (context) => {
      showBudget(false)
      openDialog({ kind: 'compress', range: rangeOfOlder(context), draft: null })
    },
  },
} as const satisfies Record<string, Command>

/** The chosen steps, else the focused one; either end is moved on the sheet. */
function rangeOf({ chosen, target, messages }: CommandContext): Range | null {
  if (chosen.length > 0) return rangeAround(messages, chosen.map(({ messageId }) => messageId))
  return target === null ? null : rangeAround(messages, [target.messageId])
}

/** All that came before what is being talked about now, but for rules at the beginning. */
function rangeOfOlder({ messages }: CommandContext): Range | null {
  const shown = messages.filter(({ shown: isShown, content }) => isShown && content.type !== 'instruction')
  const older = shown.slice(0, Math.max(1, shown.length - kept))
  const [first, last] = [older[0], older.at(-1)]
  return first === undefined || last === undefined ? null : { from: first.messageId, to: last.messageId, preserve: [] }
}
const kept = 4
