import { create } from 'zustand'
import { useSelection } from '../state/selection.ts'

type Cursor = {
  /** The folded run that has the keyboard, by its oldest step: a run is no step, so no other pane knows of it. */
  readonly run: string | null
  /** The run that was opened or folded last: it stays where it stands while the rows around it move. */
  readonly still: string | null
}

export const useCanvasCursor = create<Cursor>()(() => ({ run: null, still: null }))

export const pointAtRun = (run: string | null): void => useCanvasCursor.setState({ run })
export const keepStill = (still: string | null): void => useCanvasCursor.setState({ still })

useSelection.subscribe((now, before) => {
  if (now.focused !== before.focused) pointAtRun(null)
})
