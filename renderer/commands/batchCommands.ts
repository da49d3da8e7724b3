import { Layers, PackageCheck, PackageX } from 'lucide-react'
import { attempt } from '../faults/attempt.ts'
import { cancelBatch, commitBatch, openBatch } from '../queries/acts.ts'
import { showToast } from '../state/toasts.ts'
import { counted } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { offerUndo, redoLast } from './undoLast.ts'

/** Several acts as one: begun, and ended with or without them. */
export const batchCommands = {
  'batch.open': {
    id: 'batch.open', group: 'tract', scope: 'anywhere', icon: Layers, keys: ['Mod+{'],
    title: () => 'Start a batch',
    sub: () => 'what follows is undone together',
    whyNot: (context) => needsTract(context) ?? (isOpen(context) ? 'A batch is open already' : null),
    run: ({ tract }) => tract !== null && attempt(() => openBatch(tract)),
  },
  'batch.commit': {
    id: 'batch.commit', group: 'tract', scope: 'anywhere', icon: PackageCheck, keys: ['Mod+}'],
    title: () => `${words().endBatch} the batch`,
    whyNot: whyNoBatch,
    run: async ({ tract }) => {
      const acts = tract === null ? undefined : await attempt(() => commitBatch(tract))
      if (tract === null || acts === undefined) return
      if (acts > 0) await offerUndo(tract, `A batch of ${counted(acts, 'act')} is ${words().batchEnded}`)
      else showToast({ tone: 'done', text: 'The batch is over; there was nothing in it' })
    },
  },
  'batch.cancel': {
    id: 'batch.cancel', group: 'tract', scope: 'page', icon: PackageX, keys: [],
    title: () => 'Cancel the batch',
    sub: ({ overview }) => (overview?.batch ? `takes back ${counted(overview.batch.acts, 'act')}` : null),
    whyNot: whyNoBatch,
    run: async ({ tract }) => {
      const result = tract === null ? undefined : await attempt(() => cancelBatch(tract))
      if (tract === null || result === undefined) return
      if (result.kind === 'conflict') showToast({ tone: 'fault', text: 'Something else stands in the way', hint: 'The batch is open as before.' })
      else showToast({ tone: 'done', text: result.kind === 'done' ? `Took back the batch of ${counted(result.reverted.length, 'act')}` : 'The batch is over; there was nothing in it', ...(result.kind === 'done' && { action: { label: 'Bring it again', run: () => void redoLast(tract) } }) })
    },
  },
} as const satisfies Record<string, Command>

const isOpen = ({ overview }: CommandContext): boolean => (overview?.batch ?? null) !== null

function whyNoBatch(context: CommandContext): string | null {
  return needsTract(context) ?? (isOpen(context) ? null : 'No batch is open')
}
