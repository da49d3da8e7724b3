import { create } from 'zustand'

/** `happened`: everything, hidden runs folded. `seen`: only what the model sees. */
export type ChatLens = 'happened' | 'seen'

/** Which of the two truths the chat shows. */
export const useLens = create<{ readonly lens: ChatLens }>()(() => ({ lens: 'happened' }))

export const showLens = (lens: ChatLens): void => useLens.setState({ lens })
