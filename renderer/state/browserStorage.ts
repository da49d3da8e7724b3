import { createJSONStorage } from 'zustand/middleware'

/**
 * The browser's storage for stores that outlive the page. A text too large for it (a few million characters) is then kept for this page only:
 * typing goes on.
 */
export const inBrowser = <T>() =>
  createJSONStorage<T>(() => ({
    getItem: (name) => localStorage.getItem(name),
    removeItem: (name) => localStorage.removeItem(name),
    setItem(name, value) {
      try {
        localStorage.setItem(name, value)
      } catch {
        localStorage.removeItem(name) // else an old draft would come back after a reload
      }
    },
  }))
