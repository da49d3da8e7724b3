import { Columns2, GitFork, Inbox, LayoutDashboard, MessageSquareText, MoveHorizontal, ScanSearch } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { usualHeight, useBottomDrawer } from '../state/bottomDrawer.ts'
import { defaultWidths, useLayout } from '../state/layout.ts'
import { openDialog, showCompare, showLayout, useView } from '../state/view.ts'
import type { LayoutName } from '../state/view.ts'
import { readLook } from '../state/windowLook.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'

/** What the window is for. */
export const layoutCommands = {
  'view.talk': layout('talk', 'Talk', MessageSquareText, 'Alt+1'),
  'view.graph': layout('graph', 'Graph', GitFork, 'Alt+2'),
  'view.review': layout('review', 'Review', Inbox, 'Alt+3'),
  'view.compare': {
    id: 'view.compare', group: 'view', scope: 'anywhere', icon: Columns2, keys: ['Alt+4', 'Mod+Shift+D'],
    title: () => 'Compare branches',
    whyNot: (context) => needsTract(context) ?? ((context.overview?.branches.length ?? 0) < 2 ? 'There is no other branch to compare with' : null),
    run: (context) => showCompare(pairOf(context)),
  },
  'view.forensics': layout('forensics', 'Forensics', ScanSearch, 'Alt+5'),
  'view.usualWidths': {
    id: 'view.usualWidths', group: 'view', scope: 'page', icon: MoveHorizontal, keys: [],
    title: () => 'Usual widths and heights',
    whyNot: () => (isUsual() ? 'They are the usual ones' : null),
    run: () => {
      useLayout.setState({ widths: defaultWidths })
      useBottomDrawer.setState({ height: usualHeight })
    },
  },
  'view.saveLayout': {
    id: 'view.saveLayout', group: 'view', scope: 'page', icon: LayoutDashboard, keys: [],
    title: () => 'Save this layout…',
    whyNot: () => (readLook() === null ? 'Only for a layout that belongs to no branches and is no settings page' : null),
    run: () => {
      const look = readLook()
      if (look !== null) openDialog({ kind: 'saveLayout', look })
    },
  },
} as const satisfies Record<string, Command>

const isUsual = (): boolean => useBottomDrawer.getState().height === usualHeight && JSON.stringify(useLayout.getState().widths) === JSON.stringify(defaultWidths)

function layout(kind: Exclude<LayoutName, 'compare'>, title: string, icon: LucideIcon, keys: string): Command {
  return {
    id: `view.${kind}`, group: 'view', scope: 'anywhere', icon, keys: [keys],
    title: () => title,
    whyNot: () => (useView.getState().page.kind === kind ? 'It is shown already' : null),
    run: () => showLayout(kind),
  }
}

/** The open branch and the other one that was written to last. */
function pairOf({ overview, branch }: CommandContext): readonly string[] {
  const [other] = (overview?.branches ?? []).filter(({ name }) => name !== branch).toSorted((a, b) => b.updatedAt - a.updatedAt)
  return [branch, other?.name].filter((name) => name !== null && name !== undefined)
}
