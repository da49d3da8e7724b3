import { Activity, Diff, Inbox, ScrollText } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { DrawerTab } from '../state/bottomDrawer.ts'

type TabLook = { readonly label: string; readonly icon: LucideIcon; /** What it is for, for its tooltip. */ readonly tip: string }

/** The tabs of the drawer, in the order of the dock. */
export const drawerTabs: { readonly [Tab in DrawerTab]: TabLook } = {
  review: { label: 'Review', icon: Inbox, tip: 'What waits for you' },
  timeline: { label: 'Timeline', icon: Activity, tip: 'What happened when, and how it was then' },
  diff: { label: 'Diff', icon: Diff, tip: 'Two contexts compared' },
  log: { label: 'Log', icon: ScrollText, tip: 'Everything that was done, and the ways back' },
}
export const tabOrder: readonly DrawerTab[] = ['review', 'timeline', 'diff', 'log']
