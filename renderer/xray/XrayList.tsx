import { useVirtualizer } from '@tanstack/react-virtual'
import { EyeOff, PencilLine } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { BudgetFacts } from '../chat/actEffects.ts'
import { Num } from '../components/Num.tsx'
import { chooseByClick, chooseByKey } from '../state/choosing.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { pointAt, useXray } from '../state/xray.ts'
import { counted } from '../words/numbers.ts'
import { XrayLineRow, xrayOptionId } from './XrayLineRow.tsx'
import type { XrayRow, XrayRows } from './xrayRows.ts'

type Props = {
  readonly rows: XrayRows
  /** Roughly what is being written; 0: nothing, or it wouldn't be sent here. */
  readonly draftTokens: number
  readonly budget: BudgetFacts
  /** Whether what is done with a line is done to this very context. */
  readonly canAct: boolean
  readonly scrollsTo: boolean
  readonly onOpen: (row: XrayRow) => void
}
type Entry = XrayRow | 'draft' | 'divider'

const heights = { row: 27, draft: 27, divider: 32 }

/** What the model gets, line by line, and under a line what it doesn't get. */
export function XrayList({ rows: { shown, leftOut }, draftTokens, budget, canAct, scrollsTo, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const { focused, chosen } = useSelection()
  const pointed = useXray((xray) => xray.pointed)
  /** Which of a message's lines the keyboard is on, and the one under the pointer. */
  const [cursor, setCursor] = useState<string | null>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const hasDraft = draftTokens > 0
  const entries = useMemo((): readonly Entry[] => [...shown, ...(hasDraft ? (['draft'] as const) : []), ...(leftOut.length > 0 ? (['divider'] as const) : []), ...leftOut], [shown, leftOut, hasDraft])
  const at = useMemo(() => placeOf(entries, focused, cursor), [entries, focused, cursor])
  // oxlint-disable-next-line react/incompatible-library -- it changes under the same identity, so nothing here may memoise it; nothing does
  const list = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[kindOf(entries[index])],
    overscan: 15,
    paddingStart: 4,
    paddingEnd: 10,
  })
  useEffect(() => list.measure(), [list, entries])
  useEffect(() => {
    if (scrollsTo && at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [list, at, scrollsTo])
  const current = rowAt(entries, at)
  const press = useCallback(
    (row: XrayRow, event: MouseEvent) => {
      if (canAct && chooseByClick(event, row.messageId, () => idsIn(entries))) return
      setCursor(row.key)
      focusMessage(row.messageId, 'xray')
    },
    [entries, canAct],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && current) return event.preventDefault(), onOpen(current)
    const next = neighbour(entries, current, event)
    if (canAct && chooseByKey(event, current?.messageId ?? null, next?.messageId ?? null)) return event.preventDefault()
    if (!next) return
    event.preventDefault()
    setCursor(next.key)
    focusMessage(next.messageId, 'xray')
    list.scrollToIndex(entries.indexOf(next), { align: 'auto' })
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="What the model sees, in order"
      aria-multiselectable
      aria-activedescendant={current ? xrayOptionId(current) : undefined}
      tabIndex={0}
      data-list={canAct ? 'steps' : 'lines'}
      data-xray-lines
      className="min-h-0 grow overflow-y-auto"
      onKeyDown={onKeyDown}
      onPointerOver={(event) => {
        const key = event.target instanceof Element ? (event.target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null
        setHovered(key)
        pointAt(key === null ? null : (entries.find((entry): entry is XrayRow => typeof entry === 'object' && entry.key === key)?.messageId ?? null))
      }}
      onPointerLeave={() => {
        setHovered(null)
        pointAt(null)
      }}
    >
      <div className="relative" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const entry = entries[index]
          return entry === undefined ? null : (
            <div key={key} role="presentation" className="absolute inset-x-0 top-0" style={{ transform: `translateY(${start}px)` }}>
              {entry === 'divider' ? (
                <LeftOutHead rows={leftOut} />
              ) : entry === 'draft' ? (
                <DraftRow tokens={draftTokens} />
              ) : (
                <XrayLineRow
                  row={entry}
                  isSelected={index === at}
                  isChosen={chosen.has(entry.messageId)}
                  isPointed={pointed === entry.messageId}
                  acts={hovered === entry.key && canAct ? { budget } : null}
                  onPress={press}
                  onOpen={onOpen}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function LeftOutHead({ rows }: { readonly rows: readonly XrayRow[] }) {
  return (
    <div className="mt-1.5 flex h-[26px] items-center gap-2 border-t border-subtle px-3.5 text-xs font-medium text-muted">
      <EyeOff size={13} />
      Left out
      <span className="num ml-auto text-[11px]!">{counted(rows.length, 'line')}</span>
    </div>
  )
}

const DraftRow = ({ tokens }: { readonly tokens: number }) => (
  <div className="flex h-[27px] items-center gap-[7px] px-3.5 text-sm text-muted" title="It would come at the end">
    <PencilLine size={14} />
    <span>draft</span>
    <span className="truncate text-xs">would be sent</span>
    <Num value={tokens} prefix="~" className="ml-auto text-[11px]!" />
  </div>
)

const kindOf = (entry: Entry | undefined): keyof typeof heights => (entry === 'divider' || entry === 'draft' ? entry : 'row')
const rowAt = (entries: readonly Entry[], at: number): XrayRow | null => {
  const entry = entries[at]
  return typeof entry === 'object' ? entry : null
}
const idsIn = (entries: readonly Entry[]) => entries.flatMap((entry) => (typeof entry === 'object' ? [entry.messageId] : []))

/** Of the lines that the focused step has, the one the keyboard is on. */
function placeOf(entries: readonly Entry[], focused: XrayRow['messageId'] | null, cursor: string | null): number {
  if (focused === null) return -1
  const exact = entries.findIndex((entry) => typeof entry === 'object' && entry.key === cursor && entry.messageId === focused)
  return exact >= 0 ? exact : entries.findIndex((entry) => typeof entry === 'object' && entry.messageId === focused)
}

function neighbour(entries: readonly Entry[], current: XrayRow | null, event: KeyboardEvent): XrayRow | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  const rows = entries.filter((entry) => typeof entry === 'object')
  const from = current === null ? -1 : rows.indexOf(current)
  const targets: { readonly [Key in string]?: number } = { j: from + 1, ArrowDown: from + 1, k: from - 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1, G: rows.length - 1, PageDown: from + 12, PageUp: from - 12 }
  const target = targets[event.key]
  return target === undefined ? null : (rows[Math.min(rows.length - 1, Math.max(0, target))] ?? null)
}
