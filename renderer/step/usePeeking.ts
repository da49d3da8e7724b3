import { useEffect } from 'react'
import { closePeek, usePeek } from '../state/peek.ts'
import { useSelection } from '../state/selection.ts'
import { listenForPeeks } from './listenForPeeks.ts'
import { peekAtStep } from './peekAtStep.ts'

/** Opens and closes the glance as pointer and keys ask for it, in every pane whose rows say which step they show (`data-message`). */
export function usePeeking(): void {
  useEffect(listenForPeeks, [])
  const focused = useSelection((selection) => selection.focused)
  useEffect(() => {
    const { peeked } = usePeek.getState()
    if (peeked?.by !== 'key' || peeked.step === focused) return
    if (focused === null) closePeek()
    else requestAnimationFrame(() => peekAtStep(focused)) // the list scrolls to the step first
  }, [focused])
}
