import { create } from 'zustand'

export type ComposerMenu = 'model' | 'settings'

/** Which of the composer's menus is open; they open by their button or by a command. */
export const useComposerMenu = create<{ readonly open: ComposerMenu | null }>()(() => ({ open: null }))

export const openComposerMenu = (open: ComposerMenu | null): void => useComposerMenu.setState({ open })
