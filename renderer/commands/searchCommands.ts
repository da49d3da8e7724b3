import { TextSearch, X } from 'lucide-react'
import { closeFind } from '../state/find.ts'
import { forgetHits, hitsIn } from '../state/hits.ts'
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
  'search.forget': {
    id: 'search.forget', group: 'view', scope: 'list', icon: X, keys: [],
    title: () => 'Take the marks of the search away',
    whyNot: ({ tract }) => (hitsIn(tract).size > 0 ? null : 'No search is marked'),
    run: () => {
      forgetHits()
      closeFind()
    },
  },
} as const satisfies Record<string, Command>
