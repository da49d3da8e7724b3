import { ShieldCheck, Trash2, Wrench } from 'lucide-react'
import { attempt } from '../faults/attempt.ts'
import { queryClient } from '../queries/client.ts'
import { fileCheckQuery, openRepaired } from '../queries/files.ts'
import { showToast } from '../state/toasts.ts'
import { showSettings } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { can } from './command.ts'
import type { Command } from './command.ts'

/** What the file holds: how large it is, what nobody needs, whether it is sound. */
export const storageCommands = {
  'app.storage': {
    id: 'app.storage', group: 'app', scope: 'page', icon: Trash2, keys: [],
    title: () => words().cleanUp, whyNot: can, run: () => showSettings('storage'),
  },
  'file.check': {
    id: 'file.check', group: 'app', scope: 'page', icon: ShieldCheck, keys: [],
    title: () => 'Check this file',
    whyNot: can,
    run: () => {
      showSettings('storage')
      return attempt(() => queryClient.fetchQuery(fileCheckQuery()))
    },
  },
  'file.openRepaired': {
    id: 'file.openRepaired', group: 'app', scope: 'page', icon: Wrench, keys: [],
    title: () => 'Open a repaired copy',
    whyNot: can,
    run: async () => {
      const made = await attempt(openRepaired)
      if (made === undefined) return
      const left = made.left === 0 ? 'nothing is left to repair' : `${counted(made.left, 'finding')} can't be repaired`
      showToast({ tone: 'done', text: `Opened “${made.name}”: ${counted(made.repaired, 'repair')}, ${left}; the first file stays as it is` })
    },
  },
} as const satisfies Record<string, Command>
