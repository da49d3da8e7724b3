import { TextSearch } from 'lucide-react'
import { openDialog } from '../state/view.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'

export const searchCommands = {
  'search.open': {
    id: 'search.open', group: 'tract', scope: 'anywhere', icon: TextSearch, keys: ['Mod+Shift+F'],
    title: () => 'Search all texts…',
    sub: () => 'hidden ones, old versions and other branches too',
    whyNot: needsTract,
    run: () => openDialog({ kind: 'search' }),
  },
} as const satisfies Record<string, Command>
