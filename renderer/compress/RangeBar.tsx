import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { CompressRow } from '../../main/contract/compress.ts'
import { cx } from '../components/cx.ts'
import { boundsOf, withEnd } from './rangeRows.ts'
import type { Compressing } from './useCompress.ts'

/** The whole branch as a bar, each step as wide as it is long, and the range as two ends that are dragged or moved by arrow keys. */
export function RangeBar({ at }: { readonly at: Compressing }) {
  const { rows, range, isWriting } = at
  const track = useRef<HTMLDivElement>(null)
  const isAgain = range.again !== undefined // what a summary stands for is given
  const [first, last] = boundsOf(rows, range)
  const most = Math.max(1, ...rows.map(({ tokens }) => tokens))
  const move = (end: 'from' | 'to', to: number): void => {
    if (isWriting || isAgain || rows.length === 0) return
    const next = withEnd(rows, range, end, to)
    if (next.from === range.from && next.to === range.to) return
    at.setDraft(null)
    at.setRange(next)
  }
  const handle = (end: 'from' | 'to', place: number) => isAgain ? null : (
    <Handle key={end} end={end} place={place} rows={rows} onMove={(to) => move(end, to)} placeUnder={(x) => placeUnder(track.current, x)} />
  )
  return (
    <div className="flex h-12 shrink-0 items-center gap-3 border-b border-subtle px-4.5 text-sm">
      <span className="text-soft">Range</span>
      <div ref={track} className="relative flex h-5.5 min-w-0 grow items-stretch gap-0.5 overflow-hidden">
        {rows.map((row, place) => [
          place === first && handle('from', first),
          <i key={row.messageId} data-place={place} style={{ flexGrow: 1 + (row.tokens / most) * 12 }} className={cx('min-w-px basis-0 rounded-[2px]', fills[row.mark])} />,
          place === last && handle('to', last),
        ])}
      </div>
      <span className="text-xs text-muted max-[999px]:hidden">{isAgain ? 'what the summary stands for' : 'drag either end'}</span>
    </div>
  )
}

const fills: { readonly [Mark in CompressRow['mark']]: string } = { taken: 'bg-summary-line', pinned: 'bg-pinned-solid', leftOut: 'bg-active inset-ring inset-ring-summary-line', hidden: 'hatch bg-active', outside: 'bg-active' }

type HandleProps = { readonly end: 'from' | 'to'; readonly place: number; readonly rows: readonly CompressRow[]; readonly onMove: (to: number) => void; readonly placeUnder: (x: number) => number | null }

function Handle({ end, place, rows, onMove, placeUnder: under }: HandleProps) {
  const onPointerMove = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const to = under(event.clientX)
    if (to !== null) onMove(to)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: place - 1, ArrowUp: place - 1, ArrowRight: place + 1, ArrowDown: place + 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onMove(to)
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={end === 'from' ? 'First step of the range' : 'Last step of the range'}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, rows.length)}
      aria-valuenow={place + 1}
      aria-valuetext={`step ${place + 1}: ${rows[place]?.preview.slice(0, 60) ?? ''}`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className="-mx-2 flex w-5 shrink-0 cursor-ew-resize justify-center outline-none before:w-1 before:rounded-[2px] before:bg-summary-solid focus-visible:before:bg-accent focus-visible:before:w-1.5"
    />
  )
}

/** The step whose stretch of the bar lies under a point, or nearest to it. */
function placeUnder(track: HTMLElement | null, x: number): number | null {
  const parts = [...(track?.querySelectorAll<HTMLElement>('[data-place]') ?? [])]
  const found = parts.find((part) => x <= part.getBoundingClientRect().right) ?? parts.at(-1)
  return found === undefined ? null : Number(found.dataset['place'])
}
