import { Database, Eraser, ShieldCheck, Trash2, Wrench } from 'lucide-react'
import type { GcReport } from '../../core/model/cleanUp.ts'
import { attempt } from '../faults/attempt.ts'
import { queryClient } from '../queries/client.ts'
import { checkFile, openRepaired } from '../queries/files.ts'
import { cleanUpQuery, moveToTrash } from '../queries/storage.ts'
import { useLive } from '../state/live.ts'
import { useRetention } from '../state/retention.ts'
import { showToast } from '../state/toasts.ts'
import { openDialog, showSettings } from '../state/view.ts'
import { goneCount, goneWords } from '../storage/cleanUpWords.ts'
import { counted } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { can } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { offerUndo } from './undoLast.ts'

/** What the file holds: how large it is, what nobody needs, whether it is sound. */
export const storageCommands = {
  'app.storage': {
    id: 'app.storage', group: 'app', scope: 'page', icon: Database, keys: [],
    title: () => words().cleanUp, sub: () => 'storage, trash, gc', whyNot: can, run: () => showSettings('storage'),
  },
  'storage.trash': {
    id: 'storage.trash', group: 'tract', scope: 'page', icon: Trash2, keys: [],
    title: (context) => `Move ${trashedWords(look(context))} to the trash`,
    whyNot: (context) => whyNoLook(context, ({ trashed, rescued }) => (trashed.commits + rescued.commits === 0 ? `No ${words().leftovers.toLowerCase()} are old enough` : null)),
    run: async ({ tract }) => {
      if (tract === null) return
      const done = await attempt(() => moveToTrash(tract, useRetention.getState()))
      if (done !== undefined) await offerUndo(tract, `Moved ${trashedWords(done)} to the trash`)
    },
  },
  'storage.purge': {
    id: 'storage.purge', group: 'tract', scope: 'page', icon: Eraser, keys: [],
    title: (context) => {
      const report = look(context)
      return `${words().deleteForGood}${report === null || goneCount(report) === 0 ? '' : ` ${goneWords(report, words())}`}…`
    },
    whyNot: (context) => whyNoLook(context, (report) => (goneCount(report) === 0 ? 'Nothing is old enough to go for good' : useLive.getState().replies.size > 0 ? 'An answer is being written: wait for its end' : null)),
    run: () => openDialog({ kind: 'purge' }),
  },
  'file.check': {
    id: 'file.check', group: 'app', scope: 'page', icon: ShieldCheck, keys: [],
    title: () => 'Check this file',
    whyNot: can,
    run: () => {
      showSettings('storage')
      return attempt(checkFile)
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

/** What the page of the storage shows would go; null where it isn't open or still looks. */
const look = ({ tract }: CommandContext): GcReport | null => (tract === null ? null : (queryClient.getQueryData(cleanUpQuery(tract, useRetention.getState()).queryKey) ?? null))

function whyNoLook(context: CommandContext, whyNot: (report: GcReport) => string | null): string | null {
  const report = look(context)
  return report === null ? 'First look at what would go: open Storage and clean-up' : whyNot(report)
}

const trashedWords = (report: GcReport | null): string => (report === null || report.trashed.commits === 0 ? words().leftovers.toLowerCase() : counted(report.trashed.commits, words().step, words().steps))
