import { FoldVertical } from 'lucide-react'
import { isFolded, toggleFolds } from '../state/folds.ts'
import type { GraphView } from '../state/folds.ts'
import { useView } from '../state/view.ts'
import { words } from '../words/words.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'

export const graphCommands = {
  'graph.fold': {
    id: 'graph.fold', group: 'view', scope: 'list', icon: FoldVertical, keys: ['Shift+F'],
    title: ({ tract }) => (tract !== null && isFolded(tract, shownView()) ? `Show every ${words().step} in the graph` : 'Fold long runs in the graph'),
    whyNot: needsTract,
    run: ({ tract }) => tract !== null && toggleFolds(tract, shownView()),
  },
} as const satisfies Record<string, Command>

const shownView = (): GraphView => (useView.getState().page.kind === 'graph' ? 'canvas' : 'rail')
