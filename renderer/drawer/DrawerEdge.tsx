import type { KeyboardEvent, PointerEvent } from 'react'
import { leastHeight, setDrawerHeight, usualHeight } from '../state/bottomDrawer.ts'

const keyStep = 24

/** The upper edge of the drawer, to be dragged or moved with the arrow keys. A double click brings the usual height back. */
export const DrawerEdge = ({ height }: { readonly height: number }) => (
  <div
    role="separator"
    aria-orientation="horizontal"
    aria-label="Height of the drawer"
    aria-valuenow={height}
    aria-valuemin={leastHeight}
    tabIndex={0}
    onPointerDown={drag}
    onDoubleClick={() => setDrawerHeight(usualHeight)}
    onKeyDown={(event) => moveByKey(event, height)}
    className="absolute inset-x-0 -top-1 z-(--z-pane-handle) h-[7px] cursor-row-resize touch-none press hover:bg-[color-mix(in_srgb,var(--accent)_30%,transparent)]"
  />
)

function moveByKey(event: KeyboardEvent, height: number): void {
  const step = event.key === 'ArrowUp' ? keyStep : event.key === 'ArrowDown' ? -keyStep : 0
  if (step === 0) return
  event.preventDefault()
  setDrawerHeight(height + step)
}

function drag(event: PointerEvent<HTMLElement>): void {
  const handle = event.currentTarget
  const [startY, from] = [event.clientY, handle.parentElement?.clientHeight ?? usualHeight]
  handle.setPointerCapture(event.pointerId)
  const onMove = (moved: globalThis.PointerEvent): void => setDrawerHeight(from + startY - moved.clientY)
  const onEnd = (): void => {
    for (const name of ['pointerup', 'pointercancel'] as const) handle.removeEventListener(name, onEnd)
    handle.removeEventListener('pointermove', onMove)
  }
  for (const name of ['pointerup', 'pointercancel'] as const) handle.addEventListener(name, onEnd)
  handle.addEventListener('pointermove', onMove)
}
