import { create } from 'zustand'

/** The first keys of a combination that takes several presses, while the next one is waited for. */
export const useWaitingKeys = create<{ readonly keys: string | null }>()(() => ({ keys: null }))

export function setWaitingKeys(keys: string | null): void {
  useWaitingKeys.setState({ keys })
}
