import { useVirtualizer } from '@tanstack/react-virtual'
import { EyeOff } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { counted } from '../words/numbers.ts'
import { XrayLineRow, xrayOptionId } from './XrayLineRow.tsx'
import type { XrayRow, XrayRows } from './xrayRows.ts'

type Props = { readonly rows: XrayRows; readonly selected: MessageId | null; readonly scrollsTo: boolean; readonly onSelect: (row: XrayRow) => void; readonly onOpen: (row: XrayRow) => void }

const rowHeight = 27
const dividerHeight = 32

/** What the model gets, line by line, and under a line what it doesn't get. */
export function XrayList({ rows: { shown, leftOut }, selected, scrollsTo, onSelect, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const entries = useMemo((): readonly (XrayRow | 'divider')[] => (leftOut.length === 0 ? shown : [...shown, 'divider', ...leftOut]), [shown, leftOut])
  const at = entries.findIndex((entry) => entry !== 'divider' && entry.messageId === selected)
  // oxlint-disable-next-line react/incompatible-library -- it changes under the same identity, so nothing here may memoise it; nothing does
  const list = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index] === 'divider' ? dividerHeight : rowHeight),
    overscan: 15,
    paddingStart: 4,
    paddingEnd: 10,
  })
  useEffect(() => list.measure(), [list, entries])
  useEffect(() => {
    if (scrollsTo && at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [list, at, scrollsTo])
  const current = entries[at]
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="What the model sees, in order"
      aria-activedescendant={current && current !== 'divider' ? xrayOptionId(current) : undefined}
      tabIndex={0}
      data-list="steps"
      className="min-h-0 grow overflow-y-auto"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && current && current !== 'divider') return event.preventDefault(), onOpen(current)
        const next = neighbour(entries, at, event)
        if (!next) return
        event.preventDefault()
        onSelect(next)
        list.scrollToIndex(entries.indexOf(next), { align: 'auto' })
      }}
    >
      <div className="relative" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const entry = entries[index]
          return entry === undefined ? null : (
            <div key={key} role="presentation" className="absolute inset-x-0 top-0" style={{ transform: `translateY(${start}px)` }}>
              {entry === 'divider' ? <LeftOutHead count={leftOut.length} /> : <XrayLineRow row={entry} isSelected={index === at} onSelect={onSelect} onOpen={onOpen} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const LeftOutHead = ({ count }: { readonly count: number }) => (
  <div className="mt-1.5 flex h-[26px] items-center gap-2 border-t border-subtle px-3.5 text-xs font-medium text-muted">
    <EyeOff size={13} />
    Left out
    <span className="num ml-auto text-[11px]!">{counted(count, 'step')}</span>
  </div>
)

function neighbour(entries: readonly (XrayRow | 'divider')[], at: number, event: KeyboardEvent): XrayRow | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const rows = entries.filter((entry) => entry !== 'divider')
  const from = at < 0 ? -1 : rows.indexOf(entries[at] as XrayRow)
  const targets: { readonly [Key in string]?: number } = { j: from + 1, ArrowDown: from + 1, k: from - 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1, G: rows.length - 1, PageDown: from + 12, PageUp: from - 12 }
  const target = targets[event.key]
  return target === undefined ? null : (rows[Math.min(rows.length - 1, Math.max(0, target))] ?? null)
}
