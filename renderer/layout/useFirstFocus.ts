import { useEffect } from 'react'
import { focusComposer } from '../commands/focus.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import { useView } from '../state/view.ts'

/** Whoever opens a tract, or comes back from the settings, wants to write: the keyboard is in the composer, unless it is somewhere already. */
export function useFirstFocus(): void {
  const tract = useCurrent()?.tract ?? null
  const isTalk = useView((view) => view.page.kind === 'talk')
  useEffect(() => {
    if (isTalk && tract !== null && (document.activeElement === null || document.activeElement === document.body)) focusComposer()
  }, [tract, isTalk])
}
