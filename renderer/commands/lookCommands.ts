import { Eye, Hash, PanelRight } from 'lucide-react'
import { copyText } from '../chat/copyText.ts'
import { focusedStep } from '../graph/focusedStep.ts'
import { closePeek, usePeek } from '../state/peek.ts'
import { focusMessage } from '../state/selection.ts'
import { showToast } from '../state/toasts.ts'
import { peekAtStep } from '../step/peekAtStep.ts'
import { words } from '../words/words.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { focusPane } from './focus.ts'

/** Looking closer at a step, on whatever branch. */
export const lookCommands = {
  'step.details': {
    id: 'step.details', group: 'view', scope: 'list', icon: PanelRight, keys: ['ArrowRight'],
    title: () => 'Show its details',
    whyNot: anyStep,
    run: ({ asked }) => {
      focusMessage(asked, 'command')
      focusPane('step')
    },
  },
  'step.peek': {
    id: 'step.peek', group: 'view', scope: 'list', icon: Eye, keys: ['.'],
    title: () => 'Glance at it',
    whyNot: anyStep,
    run: ({ asked }) => {
      const { peeked } = usePeek.getState()
      if (peeked?.by === 'key') closePeek()
      else if (asked !== null) peekAtStep(asked)
    },
  },
  'step.copyHash': {
    id: 'step.copyHash', group: 'view', scope: 'list', icon: Hash, keys: [],
    title: () => `Copy the ${words().step}’s hash`,
    sub: (context) => hashOf(context)?.slice(0, 8) ?? null,
    whyNot: anyStep,
    run: async (context) => {
      const hash = hashOf(context)
      if (hash !== null) showToast((await copyText(hash)) ? { tone: 'done', text: `Copied the hash ${hash.slice(0, 8)}…` } : { tone: 'fault', text: 'The browser didn’t let it be copied.' })
    },
  },
} as const satisfies Record<string, Command>

function anyStep({ asked }: CommandContext): string | null {
  return asked === null ? 'Choose a step first' : null
}

const hashOf = (context: CommandContext): string | null => focusedStep(context)?.hash ?? context.asked
