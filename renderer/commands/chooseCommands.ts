import { CopyCheck } from 'lucide-react'
import { choose } from '../state/selection.ts'
import type { Command } from './command.ts'

/** Choosing steps together. Space, Shift and Mod do it one by one. */
export const chooseCommands = {
  'select.same': {
    id: 'select.same', group: 'step', scope: 'list', icon: CopyCheck, keys: ['Mod+Shift+A'], whileLooking: true,
    title: ({ target }) => (target === null ? 'Choose all steps like this' : `Choose all ${target.role} steps of this kind`),
    whyNot: ({ target }) => (target === null ? 'Choose a step first' : null),
    run: ({ target, messages }) => {
      if (target !== null) choose(messages.filter(({ role, content }) => role === target.role && content.type === target.content.type).map(({ messageId }) => messageId))
    },
  },
} as const satisfies Record<string, Command>
