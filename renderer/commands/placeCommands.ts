import { CopyPlus, FilePlus2, FolderOpen, Gauge, GitBranch, GitBranchPlus, MessagesSquare, Pencil, Redo2, Undo2 } from 'lucide-react'
import { attempt } from '../faults/attempt.ts'
import { openCopy } from '../queries/files.ts'
import { createTract } from '../queries/tracts.ts'
import { revealPane } from '../state/layout.ts'
import { showToast } from '../state/toasts.ts'
import { openDialog, renameInPlace, showBranches, showBudget, showTract, useView } from '../state/view.ts'
import { operationName } from '../words/operations.ts'
import { words } from '../words/words.ts'
import { can, needsTract } from './command.ts'
import type { Command } from './command.ts'
import { focusComposer } from './focus.ts'
import { redoLast, undoLast } from './undoLast.ts'
import { undoSetting } from './undoSetting.ts'

/** There undo and redo never touch the conversation, which isn't to be seen. */
const isInSettings = (): boolean => useView.getState().page.kind === 'settings'

/** Tracts, branches, files, and the way back. */
export const placeCommands = {
  'history.undo': {
    id: 'history.undo', group: 'tract', scope: 'page', icon: Undo2, keys: ['Mod+Z', 'Z'],
    title: ({ overview }) => (isInSettings() ? 'Undo the last change of the settings' : overview?.undo.undo ? `Undo ${operationName(overview.undo.undo)}` : 'Undo'),
    whyNot: ({ overview }) => (isInSettings() || overview?.undo.undo ? null : 'There is nothing to undo'),
    run: ({ tract }) => (isInSettings() ? undoSetting() : tract !== null && undoLast(tract)),
  },
  'history.redo': {
    id: 'history.redo', group: 'tract', scope: 'page', icon: Redo2, keys: ['Mod+Shift+Z', 'Mod+Y'],
    title: ({ overview }) => (!isInSettings() && overview?.undo.redo ? `Redo ${operationName(overview.undo.redo)}` : 'Redo'),
    whyNot: ({ overview }) => (isInSettings() ? 'In the settings, change it again where it stands' : overview?.undo.redo ? null : 'There is nothing to redo'),
    run: ({ tract }) => tract !== null && redoLast(tract),
  },
  'branch.switch': {
    id: 'branch.switch', also: 'checkout', group: 'branch', scope: 'anywhere', icon: GitBranch, keys: ['Mod+Shift+B'], whileLooking: true,
    title: () => `${words().openBranch}…`,
    whyNot: needsTract,
    run: () => showBranches(true),
  },
  'branch.new': {
    id: 'branch.new', group: 'branch', scope: 'page', icon: GitBranchPlus, keys: [], whileLooking: true,
    title: ({ branch }) => (branch === null ? 'New branch…' : `New branch at the end of ${branch}…`),
    whyNot: (context) => needsTract(context) ?? (context.overview?.status.commitCount === 0 ? 'There is no step to start from yet' : null),
    run: ({ branch }) => branch !== null && openDialog({ kind: 'newBranch', from: branch, fromWords: `the end of ${branch}` }),
  },
  'tract.new': {
    id: 'tract.new', group: 'tract', scope: 'page', icon: MessagesSquare, keys: [],
    title: () => 'New tract',
    whyNot: can,
    run: async () => {
      const made = await attempt(() => createTract())
      if (made === undefined) return
      showTract(made.id)
      focusComposer()
    },
  },
  'tract.rename': {
    id: 'tract.rename', group: 'tract', scope: 'tracts', icon: Pencil, keys: ['F2'],
    title: () => 'Rename this tract',
    whyNot: needsTract,
    run: ({ tract }) => {
      revealPane('sidebar')
      renameInPlace(tract)
    },
  },
  'tract.budget': {
    id: 'tract.budget', group: 'tract', scope: 'page', icon: Gauge, keys: [],
    title: ({ overview }) => (overview?.status.budget ? 'Change the token budget…' : 'Set a token budget…'),
    whyNot: needsTract,
    run: () => showBudget(true),
  },
  'file.open': {
    id: 'file.open', group: 'app', scope: 'anywhere', icon: FolderOpen, keys: ['Mod+O'],
    title: () => 'Open file…',
    whyNot: can,
    run: () => openDialog({ kind: 'files' }),
  },
  'file.openCopy': {
    id: 'file.openCopy', group: 'app', scope: 'page', icon: CopyPlus, keys: [],
    title: () => 'Open a copy of this file',
    whyNot: can,
    run: async () => {
      const opened = await attempt(openCopy)
      if (opened?.kind === 'opened') showToast({ tone: 'done', text: `Opened the copy “${opened.name}”; the first file stays as it is` })
    },
  },
  'file.new': {
    id: 'file.new', group: 'app', scope: 'page', icon: FilePlus2, keys: [],
    title: () => 'New file…',
    whyNot: can,
    run: () => openDialog({ kind: 'newFile' }),
  },
} as const satisfies Record<string, Command>
