import { useReactFlow } from '@xyflow/react'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import { choose } from '../state/selection.ts'
import type { LanePlace } from '../graph/lanes.ts'
import type { Box, Placed, Point } from './canvasGeometry.ts'
import { boxBetween, stepsIn } from './chooseBox.ts'
import { toSurface } from './viewport.ts'

/** With Shift a box is drawn on the empty surface, and the steps it touches are chosen. `box` is where it stands in the pane while it is drawn. */
export function useChooseBox(placed: Placed, places: readonly LanePlace[]): { readonly box: Box | null; readonly start: (event: MouseEvent<HTMLElement>) => void } {
  const flow = useReactFlow()
  const [box, setBox] = useState<Box | null>(null)
  const start = (event: MouseEvent<HTMLElement>): void => {
    if (!event.shiftKey || event.button !== 0 || (event.target as Element).closest('[role="option"]') !== null) return
    event.preventDefault()
    event.stopPropagation() // the surface itself would move with the pointer
    const corner = event.currentTarget.getBoundingClientRect()
    const at = ({ clientX, clientY }: Pick<globalThis.MouseEvent, 'clientX' | 'clientY'>): Point => ({ x: clientX - corner.left, y: clientY - corner.top })
    const from = at(event)
    const onMove = (moved: globalThis.MouseEvent): void => setBox(boxBetween(from, at(moved)))
    const onUp = (ended: globalThis.MouseEvent): void => {
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('mouseup', onUp)
      setBox(null)
      const view = flow.getViewport()
      choose(stepsIn(placed, places, boxBetween(toSurface(view, from), toSurface(view, at(ended)))))
    }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', onUp)
  }
  return { box, start }
}
