import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'

export type DrawerTab = 'review' | 'timeline' | 'diff' | 'log'
type BottomDrawer = {
  /** The tab that is open, or null: closed. */
  readonly tab: DrawerTab | null
  /** The one to open again. */
  readonly last: DrawerTab
  /** In CSS pixels. */
  readonly height: number
}

/** At most this part of the window. */
export const mostOfWindow = 0.6
export const leastHeight = 160
export const usualHeight = 280

/** What is open above the dock. Kept in the browser: it belongs to the viewer, not to the file. */
export const useBottomDrawer = create<BottomDrawer>()(
  persist((): BottomDrawer => ({ tab: null, last: 'log', height: usualHeight }), { name: 'bottomDrawer', version: 1, storage: inBrowser() }),
)

export function openTab(tab: DrawerTab): void {
  useBottomDrawer.setState({ tab, last: tab })
}
export function closeTab(): void {
  useBottomDrawer.setState({ tab: null })
}
/** Opens the tab that was open last, or closes. */
export function toggleDrawer(): void {
  useBottomDrawer.setState(({ tab, last }) => ({ tab: tab === null ? last : null }))
}
/** The chosen height as far as a window this high has room for it. */
export const fitting = (height: number, windowHeight: number): number => Math.round(Math.max(leastHeight, Math.min(height, windowHeight * mostOfWindow)))
export function setDrawerHeight(height: number): void {
  useBottomDrawer.setState({ height: fitting(height, window.innerHeight) })
}
