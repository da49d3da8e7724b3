import type { PointerEvent } from 'react'
import { cx } from '../components/cx.ts'
import { defaultWidths, paneLimits, setWidth, useLayout } from '../state/layout.ts'
import type { PaneWidths } from '../state/layout.ts'

const keyStep = 16

/** The edge of a pane, to be dragged or moved with the arrow keys. A double click brings the usual width back. */
export function Splitter({ pane, label }: { readonly pane: keyof PaneWidths; readonly label: string }) {
  const width = useLayout((layout) => layout.widths[pane])
  const towards = pane === 'xray' || pane === 'step' ? -1 : 1 // what stands at the right grows to the left
  const [min, max] = paneLimits[pane]
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) => drag(event, width, (moved) => setWidth(pane, moved), towards)}
      onDoubleClick={() => setWidth(pane, defaultWidths[pane])}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0
        if (step === 0) return
        event.preventDefault()
        setWidth(pane, width + step * towards)
      }}
      className={cx('absolute inset-y-0 z-(--z-pane-handle) w-[7px] cursor-col-resize touch-none press hover:bg-[color-mix(in_srgb,var(--accent)_30%,transparent)]', towards === 1 ? '-right-1' : '-left-1')}
    />
  )
}

function drag(event: PointerEvent<HTMLElement>, from: number, move: (width: number) => void, towards: number): void {
  const handle = event.currentTarget
  const startX = event.clientX
  handle.setPointerCapture(event.pointerId)
  const onMove = (moved: globalThis.PointerEvent): void => move(from + (moved.clientX - startX) * towards)
  const onEnd = (): void => {
    handle.removeEventListener('pointermove', onMove)
    handle.removeEventListener('pointerup', onEnd)
    handle.removeEventListener('pointercancel', onEnd)
  }
  handle.addEventListener('pointermove', onMove)
  handle.addEventListener('pointerup', onEnd)
  handle.addEventListener('pointercancel', onEnd)
}
