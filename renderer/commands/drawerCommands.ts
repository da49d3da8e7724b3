import { PanelBottom } from 'lucide-react'
import { drawerTabs } from '../drawer/drawerTabs.ts'
import { closeTab, openTab, toggleDrawer, useBottomDrawer } from '../state/bottomDrawer.ts'
import type { DrawerTab } from '../state/bottomDrawer.ts'
import { showTalk, useView } from '../state/view.ts'
import { can } from './command.ts'
import type { Command } from './command.ts'
import { focusPane } from './focus.ts'

/** What lies above the dock. */
export const drawerCommands = {
  'view.drawer': {
    id: 'view.drawer', group: 'view', scope: 'anywhere', icon: PanelBottom, keys: ['Mod+J'],
    title: () => `${isOpen() ? 'Close' : 'Open'} the drawer`, whyNot: can,
    run: () => {
      leaveSettings()
      toggleDrawer()
      if (isOpen()) focusDrawn()
    },
  },
  'drawer.review': tab('review', 'Review queue', ['Mod+Shift+O']),
  'drawer.timeline': tab('timeline', 'Timeline', ['Mod+T']),
  'drawer.diff': tab('diff', 'Compare two contexts', []),
  'drawer.log': tab('log', 'Operation history', ['Mod+Shift+H']),
  'focus.drawer': {
    id: 'focus.drawer', group: 'view', scope: 'anywhere', icon: PanelBottom, keys: ['Mod+6'],
    title: () => 'Go to the drawer', whyNot: can,
    run: () => {
      leaveSettings()
      if (!isOpen()) toggleDrawer()
      focusDrawn()
    },
  },
} as const satisfies Record<string, Command>

const isOpen = (): boolean => useBottomDrawer.getState().tab !== null

/** Opens one of its tabs; the one that is open closes. */
function tab(name: DrawerTab, title: string, keys: readonly string[]): Command {
  return {
    id: `drawer.${name}`, group: 'view', scope: 'anywhere', icon: drawerTabs[name].icon, keys,
    title: () => title, whyNot: can,
    run: () => {
      if (useBottomDrawer.getState().tab === name && useView.getState().page.kind !== 'settings') return closeTab()
      leaveSettings()
      openTab(name)
      focusDrawn()
    },
  }
}

/** The keyboard goes to what the tab shows, not to what stood there before. */
const focusDrawn = (): unknown => requestAnimationFrame(() => setTimeout(() => focusPane('drawer'), 0))

/** The settings have no drawer: the conversation comes back with it. */
function leaveSettings(): void {
  if (useView.getState().page.kind === 'settings') showTalk()
}
