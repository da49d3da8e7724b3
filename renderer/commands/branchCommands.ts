import { Pencil, Trash2 } from 'lucide-react'
import { openDialog } from '../state/view.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'

/** What is done to the name of the open branch. */
export const branchCommands = {
  'branch.rename': {
    id: 'branch.rename', group: 'branch', scope: 'page', icon: Pencil, keys: [], whileLooking: true,
    title: ({ branch }) => `Rename branch ${branch ?? ''}…`.replace(' …', '…'),
    whyNot: needsTract,
    run: ({ branch }) => branch !== null && openDialog({ kind: 'renameBranch', branch }),
  },
  'branch.delete': {
    id: 'branch.delete', group: 'branch', scope: 'page', icon: Trash2, keys: [], whileLooking: true,
    title: () => 'Delete a branch…',
    whyNot: (context) => needsTract(context) ?? ((context.overview?.branches.length ?? 0) < 2 ? 'The open branch can’t be deleted, and there is no other' : null),
    run: ({ overview, branch }) => {
      const other = overview?.branches.find(({ name }) => name !== branch)
      if (other !== undefined) openDialog({ kind: 'deleteBranch', branch: other.name })
    },
  },
} as const satisfies Record<string, Command>
