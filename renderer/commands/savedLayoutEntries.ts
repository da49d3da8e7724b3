import { LayoutDashboard, Trash2 } from 'lucide-react'
import { deleteLayout, saveLayout, useSavedLayouts } from '../state/savedLayouts.ts'
import type { SavedLayout } from '../state/savedLayouts.ts'
import { showToast } from '../state/toasts.ts'
import { applySavedLook } from '../state/windowLook.ts'
import type { Unfound } from './paletteEntries.ts'

/** The person's own layouts: to be used, and once something is typed also to be deleted. */
export const savedLayoutEntries = (isSearching: boolean): Unfound[] =>
  useSavedLayouts.getState().saved.flatMap((layout) => [
    { ...plain, id: `layout ${layout.name}`, icon: LayoutDashboard, title: `Use the layout “${layout.name}”`, run: () => applySavedLook(layout.look) },
    ...(isSearching ? [{ ...plain, id: `delete layout ${layout.name}`, icon: Trash2, title: `Delete the layout “${layout.name}”`, run: () => remove(layout) }] : []),
  ])

const plain = { group: 'Commands', sub: null, keys: undefined, tokens: null, off: null } as const

function remove(layout: SavedLayout): void {
  deleteLayout(layout.name)
  showToast({ tone: 'done', text: `Deleted the layout “${layout.name}”`, action: { label: 'Undo', run: () => saveLayout(layout) } })
}
