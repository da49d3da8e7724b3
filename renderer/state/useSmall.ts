import { useSyncExternalStore } from 'react'
import { isSmall, smallWindow } from './layout.ts'

/** Whether the window is narrower than 1000 px. */
export const useSmall = (): boolean => useSyncExternalStore(subscribe, isSmall)

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(smallWindow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
