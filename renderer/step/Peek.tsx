import { useLayoutEffect, useRef, useState } from 'react'
import { cx } from '../components/cx.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import { usePeek } from '../state/peek.ts'
import type { Peeked } from '../state/peek.ts'
import { PeekBody } from './PeekBody.tsx'
import { placePeek } from './placePeek.ts'
import type { Size } from './placePeek.ts'
import { usePeeking } from './usePeeking.ts'

/** A glance at a step, beside its row: hover a row, hold Alt over it, or press `.` on the focused one. Enter opens the details, Escape closes it. */
export function Peek() {
  usePeeking()
  const peeked = usePeek((peek) => peek.peeked)
  return peeked === null ? null : <Panel key={peeked.step} peeked={peeked} />
}

const width = 336

function Panel({ peeked: { step, anchor } }: { readonly peeked: Peeked }) {
  const current = useCurrent()
  const ref = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const measure = (): void => setSize({ width, height: element.scrollHeight })
    const watcher = new ResizeObserver(measure)
    watcher.observe(element.firstElementChild ?? element)
    measure()
    return () => watcher.disconnect()
  }, [])
  if (current === null) return null
  const place = placePeek(anchor, size ?? { width, height: 200 }, { width: window.innerWidth, height: window.innerHeight })
  return (
    <div
      ref={ref}
      data-peek
      role="note"
      aria-label="Peek"
      className={cx('fixed z-(--z-popover) overflow-y-auto rounded-lg bg-overlay text-sm shadow-pop animate-appear', size === null && 'invisible')}
      style={{ width, left: place.left, top: place.top, maxHeight: place.maxHeight }}
    >
      <PeekBody current={current} step={step} />
    </div>
  )
}
