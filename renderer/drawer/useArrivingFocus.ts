import { useEffect } from 'react'

/** Takes the keyboard when it came to the drawer before this was there: it waits on a button of the drawer's head then. */
export function useArrivingFocus(ref: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const held = document.activeElement
    if (held?.matches('button') && held.closest('[data-pane="drawer"] header') !== null) ref.current?.focus()
  }, [ref])
}
