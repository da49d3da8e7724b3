import { create } from 'zustand'
import { arriveAt } from './arrival.ts'

/** `happened`: everything, hidden runs folded. `seen`: only what the model sees. */
export type ChatLens = 'happened' | 'seen'

/** Which of the two truths the chat shows. */
export const useLens = create<{ readonly lens: ChatLens }>()(() => ({ lens: 'happened' }))

/** A person's own choice: whatever the list was on its way to can wait no longer. */
export function chooseLens(lens: ChatLens): void {
  arriveAt(null)
  showLens(lens)
}
export const showLens = (lens: ChatLens): void => useLens.setState({ lens })
