import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Json } from '../../core/model/json.ts'
import { cx } from '../components/cx.ts'
import { spaced } from '../words/numbers.ts'
import { jsonRows } from './jsonRows.ts'
import type { JsonRow } from './jsonRows.ts'

const rowHeight = 18

/** JSON to read, however long: only the lines in sight are drawn, and long strings open one by one. */
export function JsonView({ value, label }: { readonly value: Json; readonly label: string }) {
  const scroller = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const lineLength = useLineLength(scroller)
  const rows = useMemo(() => jsonRows(value, opened, lineLength), [value, opened, lineLength])
  // oxlint-disable-next-line react/incompatible-library -- it changes under the same identity, so nothing here may memoise it; nothing does
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 20, paddingStart: 8, paddingEnd: 12 })
  const toggle = (path: string): void => setOpened((before) => (before.has(path) ? new Set([...before].filter((one) => one !== path)) : new Set(before).add(path)))
  return (
    <div ref={scroller} role="document" aria-label={label} tabIndex={0} className="min-h-0 grow overflow-auto select-text">
      <div className="relative min-w-max" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <div key={key} className="absolute top-0 left-0 flex h-[18px] items-center pr-3.5 font-mono text-num whitespace-pre" style={{ transform: `translateY(${start}px)`, paddingLeft: 14 + row.depth * 12 }}>
              <Line row={row} onToggle={() => toggle(row.path)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** In px: one letter of the mono face, and the room beside a string for its indent, its name and its button. */
const letter = 6.6
const beside = 200

/** How many letters of a string fit on a line as wide as the pane is. */
function useLineLength(scroller: RefObject<HTMLElement | null>): number {
  const [length, setLength] = useState(48)
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => entry && setLength(Math.max(14, Math.floor((entry.contentRect.width - beside) / letter))))
    if (scroller.current) watcher.observe(scroller.current)
    return () => watcher.disconnect()
  }, [scroller])
  return length
}

function Line({ row: { name, text, kind, folded }, onToggle }: { readonly row: JsonRow; readonly onToggle: () => void }) {
  return (
    <>
      {name !== null && <span className="text-muted">{JSON.stringify(name)}: </span>}
      <span className={cx(kind === 'string' ? 'text-ink' : kind === 'literal' ? 'text-accent-text' : 'text-muted')}>{text}</span>
      {folded !== null && (
        <button type="button" aria-expanded={folded === 0} aria-label={folded === 0 ? 'Fold' : `Show ${spaced(folded)} more letters`} onClick={onToggle} className="ml-1.5 rounded-sm px-1 font-sans text-num text-accent-text press hover:bg-hover">
          {folded === 0 ? 'fold' : `+${spaced(folded)}`}
        </button>
      )}
    </>
  )
}
