import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'
import type { SavedLook } from './windowLook.ts'

export type SavedLayout = { readonly name: string; readonly look: SavedLook }

/** Arrangements of the window that a person gave a name, in the order they were made. Kept in the browser. */
export const useSavedLayouts = create<{ readonly saved: readonly SavedLayout[] }>()(persist((): { readonly saved: readonly SavedLayout[] } => ({ saved: [] }), { name: 'savedLayouts', version: 1, storage: inBrowser() }))

export const mostLayouts = 30

/** Saves it under its name; one of that name is replaced. */
export function saveLayout(layout: SavedLayout): void {
  useSavedLayouts.setState(({ saved }) => ({ saved: [...saved.filter(({ name }) => name !== layout.name), layout].slice(-mostLayouts) }))
}
export function deleteLayout(gone: string): void {
  useSavedLayouts.setState(({ saved }) => ({ saved: saved.filter(({ name }) => name !== gone) }))
}
