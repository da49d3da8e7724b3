import { useEffect } from 'react'
import { focusComposer } from '../commands/focus.ts'
import { useCurrent } from '../queries/useCurrent.ts'

/** Whoever opens a tract wants to write: the keyboard is in the composer, unless it is somewhere already. */
export function useFirstFocus(): void {
  const tract = useCurrent()?.tract ?? null
  useEffect(() => {
    if (tract !== null && (document.activeElement === null || document.activeElement === document.body)) focusComposer()
  }, [tract])
}
