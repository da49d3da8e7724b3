import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'
import { useView } from './view.ts'

export type PaneWidths = { readonly sidebar: number; readonly rail: number; readonly xray: number; readonly step: number }
type Layout = {
  readonly widths: PaneWidths
  readonly sidebarOpen: boolean
  readonly railOpen: boolean
  readonly xrayOpen: boolean
  /** In the Graph layout, where the details of a step have a column of their own. */
  readonly stepOpen: boolean
  /** In a small window sidebar and X-ray lie over the chat and start closed; so do the details of a step wherever they have no column. */
  readonly drawer: keyof PaneWidths | null
  /** Everyday words, or git's. */
  readonly wording: 'plain' | 'git'
}

/** In CSS pixels. */
export const paneLimits = { sidebar: [180, 320], rail: [200, 400], xray: [300, 560], step: [300, 560] } as const satisfies Record<keyof PaneWidths, readonly [number, number]>
export const defaultWidths: PaneWidths = { sidebar: 224, rail: 268, xray: 344, step: 344 }

/** How the window is laid out on this screen. Kept in the browser: it belongs to the viewer, not to the file. */
export const useLayout = create<Layout>()(
  persist((): Layout => ({ widths: defaultWidths, sidebarOpen: true, railOpen: true, xrayOpen: true, stepOpen: true, drawer: null, wording: 'plain' }), {
    name: 'layout',
    version: 1,
    storage: inBrowser(),
    partialize: ({ widths, sidebarOpen, railOpen, xrayOpen, stepOpen, wording }) => ({ widths, sidebarOpen, railOpen, xrayOpen, stepOpen, wording }),
    merge: (saved, fresh) => ({ ...fresh, ...(saved as Partial<Layout>), widths: { ...fresh.widths, ...(saved as Partial<Layout> | undefined)?.widths } }), // a pane that is new here has its usual width
  }),
)

export function setWidth(pane: keyof PaneWidths, width: number): void {
  const [min, max] = paneLimits[pane]
  useLayout.setState(({ widths }) => ({ widths: { ...widths, [pane]: Math.round(Math.min(max, Math.max(min, width))) } }))
}

const openKey = { sidebar: 'sidebarOpen', rail: 'railOpen', xray: 'xrayOpen', step: 'stepOpen' } as const

/** Whether a pane comes over the others instead of beside them. */
const isDrawer = (pane: keyof PaneWidths): boolean => isSmall() || (pane === 'step' && useView.getState().page.kind !== 'graph')

/** Opens or closes a pane: in place, or as a drawer where the window has no column for it. */
export function togglePane(pane: keyof PaneWidths): void {
  if (isDrawer(pane)) useLayout.setState(({ drawer }) => ({ drawer: drawer === pane ? null : pane }))
  else useLayout.setState((layout) => ({ [openKey[pane]]: !layout[openKey[pane]] }))
}
export function isPaneOpen(pane: keyof PaneWidths): boolean {
  const layout = useLayout.getState()
  return isDrawer(pane) ? layout.drawer === pane : layout[openKey[pane]]
}
export function revealPane(pane: keyof PaneWidths): void {
  useLayout.setState(isDrawer(pane) ? { drawer: pane } : { [openKey[pane]]: true })
}
export function closeDrawer(): void {
  useLayout.setState({ drawer: null })
}

/** Below 1000 px rail and X-ray give way to a strip and a handle. */
export const smallWindow = '(max-width: 999.98px)'
export const isSmall = (): boolean => matchMedia(smallWindow).matches
