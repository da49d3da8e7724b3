import { create } from 'zustand'

/** The last thing that was said to those who hear the page. */
export const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }))

/** Says it once, when nothing else is being said. The same text twice in a row is one. */
export const announce = (text: string): void => useAnnouncement.setState({ text })
