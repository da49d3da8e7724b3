import { useEffect, useState } from 'react'
import { cx } from '../components/cx.ts'
import { useSelection } from '../state/selection.ts'
import { pointAt, useXray } from '../state/xray.ts'
import { chatInSight, linesInSight } from './inSight.ts'
import { ribbonsBetween } from './ribbons.ts'
import type { Ribbon, RibbonKind } from './ribbons.ts'
import type { XrayRow } from './xrayRows.ts'

/** Lines over the gap between chat and X-ray, from each message to its line: the one under the pointer or with the focus is lit, on both sides. */
export function Ribbons({ rows }: { readonly rows: readonly XrayRow[] }) {
  const [drawn, setDrawn] = useState<Drawn>(nothing)
  const focused = useSelection((selection) => selection.focused)
  const pointed = useXray((xray) => xray.pointed)
  useEffect(() => watchBoth(() => setDrawn(measure(rows))), [rows])
  const lit = pointed ?? focused
  const shown = drawn.ribbons.filter(({ messages }) => drawn.isRoomy || (lit !== null && messages.includes(lit)))
  return (
    <svg aria-hidden="true" data-ribbons={shown.length} className="pointer-events-none fixed inset-0 z-(--z-sticky) size-full">
      {shown.map(({ key, kind, messages, path, edge }) => {
        const isLit = lit !== null && messages.includes(lit)
        return <path key={key} d={isLit ? `${path}${edge}` : path} fill="none" data-lit={isLit || undefined} strokeWidth={isLit ? 1.75 : 1} strokeDasharray={kind === 'out' ? '3 3' : undefined} className={cx(isLit ? litStrokes[kind] : strokes[kind])} />
      })}
    </svg>
  )
}

type Drawn = { readonly ribbons: readonly Ribbon[]; /** There is room between the panes for all of them. */ readonly isRoomy: boolean }
const nothing: Drawn = { ribbons: [], isRoomy: false }
/** In px, between a message and its line: in less, lines that aren't asked for are only in the way. */
const roomFrom = 56

function measure(rows: readonly XrayRow[]): Drawn {
  const [chat, xray] = [chatInSight(), linesInSight(rows)]
  if (chat === null || xray === null) return nothing
  const right = Math.max(...chat.items.map(({ box }) => box.right))
  return { ribbons: ribbonsBetween(chat, xray), isRoomy: xray.frame.left - right >= roomFrom }
}

/** Calls back, at most once a frame, when either side scrolled, grew or was drawn anew; and notes which message is under the pointer. */
function watchBoth(draw: () => void): () => void {
  let frame = 0
  const later = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      draw()
    })
  }
  const panes = document.querySelector('main')
  const changes = new MutationObserver((records) => records.some(({ target }) => target instanceof Element && target.closest('svg') === null) && later())
  const sizes = new ResizeObserver(later)
  if (panes) {
    changes.observe(panes, { childList: true, subtree: true })
    for (const list of panes.querySelectorAll('[role="feed"], [role="feed"] > div, [data-xray-lines]')) sizes.observe(list)
  }
  const point = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('[data-pane="chat"]') !== null) pointAt((target.closest('[data-message]')?.getAttribute('data-message') ?? null) as Parameters<typeof pointAt>[0])
  }
  document.addEventListener('scroll', later, { capture: true, passive: true })
  document.addEventListener('pointerover', point, { passive: true })
  window.addEventListener('resize', later)
  later()
  return () => {
    cancelAnimationFrame(frame)
    changes.disconnect()
    sizes.disconnect()
    document.removeEventListener('scroll', later, { capture: true })
    document.removeEventListener('pointerover', point)
    window.removeEventListener('resize', later)
  }
}

const strokes: { readonly [Kind in RibbonKind]: string } = { plain: 'stroke-strong', corrected: 'stroke-edited-line', summary: 'stroke-summary-line', out: 'stroke-strong' }
const litStrokes: { readonly [Kind in RibbonKind]: string } = { plain: 'stroke-accent', corrected: 'stroke-edited', summary: 'stroke-summary', out: 'stroke-muted' }
