import { Coins, FolderSearch, GitFork, Keyboard, Menu, MessageSquareText, Moon, Palette, PanelLeft, PanelRight, PencilLine, Plug, Route, ScanEye, Search, Settings, SquareArrowLeft, SquareArrowRight, Sun, SunMoon, WholeWord } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Theme } from '../../main/contract/settings.ts'
import type { PaneName } from '../components/Pane.tsx'
import { attempt } from '../faults/attempt.ts'
import { updateSettings } from '../queries/settings.ts'
import { openMenuAtFocus } from '../menus/openMenu.ts'
import { isPaneOpen, revealPane, togglePane, useLayout } from '../state/layout.ts'
import type { PaneWidths } from '../state/layout.ts'
import { openDialog, showSettings, showTalk, useView } from '../state/view.ts'
import { words } from '../words/words.ts'
import { applyTheme } from '../theme/applyTheme.ts'
import { can } from './command.ts'
import type { Command } from './command.ts'
import { focusNextPane } from './cyclePanes.ts'
import { focusComposer, focusPane } from './focus.ts'

/** The window itself: panes, focus, theme, settings, help. */
export const viewCommands = {
  'palette.open': {
    id: 'palette.open', group: 'app', scope: 'anywhere', icon: Search, keys: ['Mod+K', 'Mod+Shift+P'],
    title: () => 'Search or command', whyNot: can, run: () => openDialog({ kind: 'palette' }),
  },
  'palette.quickOpen': {
    id: 'palette.quickOpen', group: 'app', scope: 'anywhere', icon: FolderSearch, keys: ['Mod+P'],
    title: () => 'Open a tract, branch or bookmark', whyNot: can, run: () => openDialog({ kind: 'palette', isQuickOpen: true }),
  },
  'view.sidebar': {
    id: 'view.sidebar', group: 'view', scope: 'anywhere', icon: PanelLeft, keys: ['Mod+B'],
    title: () => `${isShown('sidebar') ? 'Hide' : 'Show'} sidebar`, whyNot: () => noPlaceFor('sidebar'), run: () => showOrHide('sidebar'),
  },
  'view.rail': {
    id: 'view.rail', group: 'view', scope: 'anywhere', icon: GitFork, keys: [],
    title: () => `${isShown('rail') ? 'Hide' : 'Show'} graph`, whyNot: () => noPlaceFor('rail'), run: () => showOrHide('rail'),
  },
  'view.xray': {
    id: 'view.xray', group: 'view', scope: 'anywhere', icon: ScanEye, keys: ['Mod+Shift+X'],
    title: () => `${isShown('xray') ? 'Hide' : 'Show'} X-ray`, whyNot: () => noPlaceFor('xray'), run: () => showOrHide('xray'),
  },
  'view.step': {
    id: 'view.step', group: 'view', scope: 'anywhere', icon: PanelRight, keys: ['Mod+I'],
    title: () => `${isShown('step') ? 'Hide' : 'Show'} the details of a ${words().step}`, whyNot: () => noPlaceFor('step'), run: () => showOrHide('step'),
  },
  'menu.open': {
    id: 'menu.open', group: 'view', scope: 'page', icon: Menu, keys: ['Shift+F10'],
    title: () => 'Open the menu of what has the keyboard', whyNot: can, run: ({ tract }) => openMenuAtFocus(tract),
  },
  'focus.composer': { id: 'focus.composer', group: 'view', scope: 'anywhere', icon: PencilLine, keys: ['Mod+L'], title: () => 'Write a message', whyNot: can, run: focusComposer },
  'focus.chat': focus('chat', 'Go to the chat', 'Mod+1', MessageSquareText),
  'focus.rail': focus('rail', 'Go to the graph', 'Mod+2', GitFork),
  'focus.xray': focus('xray', 'Go to the X-ray', 'Mod+3', ScanEye),
  'focus.step': focus('step', 'Go to the details', 'Mod+5', PanelRight),
  'focus.sidebar': focus('sidebar', 'Go to the tracts', 'Mod+4', PanelLeft),
  'focus.next': { id: 'focus.next', group: 'view', scope: 'anywhere', icon: SquareArrowRight, keys: ['F6'], title: () => 'Go to the next pane', whyNot: can, run: () => focusNextPane(1) },
  'focus.previous': { id: 'focus.previous', group: 'view', scope: 'anywhere', icon: SquareArrowLeft, keys: ['Shift+F6'], title: () => 'Go to the pane before', whyNot: can, run: () => focusNextPane(-1) },
  'app.settings': {
    id: 'app.settings', also: 'preferences options', group: 'app', scope: 'anywhere', icon: Settings, keys: ['Mod+,'],
    title: () => (isInSettings() ? 'Close settings' : 'Settings'), whyNot: can,
    run: () => (isInSettings() ? showTalk() : showSettings('general')),
  },
  'app.providers': { id: 'app.providers', also: 'api key provider', group: 'app', scope: 'page', icon: Plug, keys: [], title: () => 'Connect a model', whyNot: can, run: () => showSettings('providers') },
  'app.models': { id: 'app.models', group: 'app', scope: 'page', icon: Coins, keys: [], title: () => 'Models and prices', whyNot: can, run: () => showSettings('models') },
  'app.operations': { id: 'app.operations', group: 'app', scope: 'page', icon: Route, keys: [], title: () => 'Which settings a call uses', whyNot: can, run: () => showSettings('operations') },
  'app.keys': { id: 'app.keys', also: 'shortcuts hotkeys', group: 'app', scope: 'page', icon: Keyboard, keys: [], title: () => 'Change keys', whyNot: can, run: () => showSettings('keys') },
  'app.appearance': { id: 'app.appearance', also: 'font size theme density zoom', group: 'app', scope: 'page', icon: Palette, keys: [], title: () => 'Appearance: text size, contrast, colours', whyNot: can, run: () => showSettings('appearance') },
  'theme.light': theme('light', 'Light theme', Sun),
  'theme.dark': theme('dark', 'Dark theme', Moon),
  'theme.system': theme('system', 'Theme of the system', SunMoon),
  'words.switch': {
    id: 'words.switch', group: 'app', scope: 'page', icon: WholeWord, keys: [],
    title: () => (useLayout.getState().wording === 'plain' ? 'Use git words' : 'Use plain words'), whyNot: can,
    run: () => useLayout.setState(({ wording }) => ({ wording: wording === 'plain' ? 'git' : 'plain' })),
  },
  'keys.help': { id: 'keys.help', group: 'app', scope: 'anywhere', icon: Keyboard, keys: ['?', 'Mod+/'], title: () => 'Keyboard shortcuts', whyNot: can, run: () => openDialog({ kind: 'keys' }) },
} as const satisfies Record<string, Command>

const isShown = (pane: keyof PaneWidths): boolean => !isInSettings() && isPaneOpen(pane)

/** Why a pane can be neither shown nor hidden where one is: only Talk has a graph and an X-ray beside its chat. */
function noPlaceFor(pane: keyof PaneWidths): string | null {
  const { kind } = useView.getState().page
  if (kind === 'talk' || kind === 'settings' || pane === 'sidebar' || pane === 'step') return null
  if (pane === 'rail') return kind === 'graph' ? 'This whole layout is the graph' : 'Only in the layout Talk'
  return kind === 'forensics' ? 'It is always shown in this layout' : 'Only in the layout Talk'
}

/** The settings have no panes: from there the conversation comes back with it. */
function showOrHide(pane: keyof PaneWidths): void {
  if (!isInSettings()) return togglePane(pane)
  showTalk()
  revealPane(pane)
}

const isInSettings = (): boolean => useView.getState().page.kind === 'settings'

function focus(pane: PaneName, title: string, keys: string, icon: LucideIcon): Command {
  return { id: `focus.${pane}`, group: 'view', scope: 'anywhere', icon, keys: [keys], title: () => title, whyNot: can, run: () => focusPane(pane) }
}

function theme(to: Theme, title: string, icon: LucideIcon): Command {
  return {
    id: `theme.${to}`, group: 'app', scope: 'page', icon, keys: [],
    title: () => title,
    whyNot: ({ settings }) => (settings?.theme === to ? 'It is on already' : null),
    run: () => {
      applyTheme(to)
      return attempt(() => updateSettings({ theme: to }))
    },
  }
}
