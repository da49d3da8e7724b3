import { openTab, closeTab, useBottomDrawer } from './bottomDrawer.ts'
import type { DrawerTab } from './bottomDrawer.ts'
import { useLayout } from './layout.ts'
import type { PaneWidths } from './layout.ts'
import { showLayout, useView } from './view.ts'
import type { LayoutName } from './view.ts'

export type OpenPanes = { readonly sidebarOpen: boolean; readonly railOpen: boolean; readonly xrayOpen: boolean; readonly stepOpen: boolean }
/** How a window is arranged: which layout, which panes, what is open above the dock. */
export type WindowLook = { readonly page: Exclude<LayoutName, 'compare'>; readonly tab: DrawerTab | null; readonly panes: OpenPanes }
/** The same with all sizes, to be had again under a name. */
export type SavedLook = WindowLook & { readonly widths: PaneWidths; readonly height: number }

/** The window as it is; null in the settings, and while branches are compared, which belongs to them. */
export function readLook(): SavedLook | null {
  const { page } = useView.getState()
  if (page.kind === 'settings' || page.kind === 'compare') return null
  const { widths, sidebarOpen, railOpen, xrayOpen, stepOpen } = useLayout.getState()
  const { tab, height } = useBottomDrawer.getState()
  return { page: page.kind, tab, panes: { sidebarOpen, railOpen, xrayOpen, stepOpen }, widths, height }
}

export function applyLook({ page, tab, panes }: WindowLook): void {
  useLayout.setState(panes)
  if (tab === null) closeTab()
  else openTab(tab)
  showLayout(page)
}

export function applySavedLook(look: SavedLook): void {
  useLayout.setState({ widths: look.widths })
  useBottomDrawer.setState({ height: look.height })
  applyLook(look)
}
