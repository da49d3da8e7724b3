import { create } from 'zustand'

/** The modal dialogs that are open, the topmost last. What must be seen above them is put into that one: all else is inert and behind its backdrop. */
const useOpenDialogs = create<{ readonly open: readonly HTMLElement[] }>(() => ({ open: [] }))

export const useTopDialog = (): HTMLElement | null => useOpenDialogs(({ open }) => open.at(-1) ?? null)

/** Returns how to say that it is closed. */
export function dialogOpened(dialog: HTMLElement): () => void {
  useOpenDialogs.setState(({ open }) => ({ open: [...open, dialog] }))
  return () => useOpenDialogs.setState(({ open }) => ({ open: open.filter((one) => one !== dialog) }))
}
