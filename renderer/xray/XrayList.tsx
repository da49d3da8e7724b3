import { useVirtualizer } from '@tanstack/react-virtual'
import { Contrast, EyeOff, PencilLine } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { BudgetFacts } from '../chat/actEffects.ts'
import { Num } from '../components/Num.tsx'
import { chooseByClick, chooseByKey } from '../state/choosing.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { pointAt, useXray } from '../state/xray.ts'
import { counted } from '../words/numbers.ts'
import { LineActions } from './LineActions.tsx'
import { entriesOf, idsIn, kindOf, neighbour, placeOf, rowAt, rowsIn } from './xrayEntries.ts'
import type { Entry } from './xrayEntries.ts'
import { XrayLineRow, xrayOptionId } from './XrayLineRow.tsx'
import type { XrayRow, XrayRows } from './xrayRows.ts'

type Props = {
  readonly rows: XrayRows
  /** Roughly what is being written; 0: nothing, or it wouldn't be sent here. */
  readonly draftTokens: number
  /** Of an answer that stopped halfway and waits for a decision; 0: there is none here. */
  readonly partialTokens: number
  readonly budget: BudgetFacts
  /** Whether what is done with a line is done to this very context. */
  readonly canAct: boolean
  readonly scrollsTo: boolean
  readonly onOpen: (row: XrayRow) => void
}

/** In px. */
const heights = { row: 27, draft: 27, partial: 27, divider: 32 }

/** What the model gets, line by line, and under a line what it doesn't get. */
export function XrayList({ rows: { shown, leftOut }, draftTokens, partialTokens, budget, canAct, scrollsTo, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const { focused, chosen } = useSelection()
  const pointed = useXray((xray) => xray.pointed)
  /** Which of a message's lines the keyboard is on, and the one under the pointer. */
  const [cursor, setCursor] = useState<string | null>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const hasDraft = draftTokens > 0
  const hasPartial = partialTokens > 0
  const entries = useMemo(() => entriesOf({ shown, leftOut }, hasDraft, hasPartial), [shown, leftOut, hasDraft, hasPartial])
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
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : neighbour(entries, current, event.key)
    if (canAct && chooseByKey(event, current?.messageId ?? null, next?.messageId ?? null)) return event.preventDefault()
    if (!next) return
    event.preventDefault()
    setCursor(next.key)
    focusMessage(next.messageId, 'xray')
    list.scrollToIndex(entries.indexOf(next), { align: 'auto' })
  }
  const leave = (): void => {
    setHovered(null)
    pointAt(null)
  }
  const acted = actedOn(entries, list.getVirtualItems(), canAct ? hovered : null)
  return (
    <div
      className="relative flex min-h-0 grow flex-col"
      onPointerOver={({ target }) => {
        if (!(target instanceof Element) || target.closest('[role="toolbar"]') !== null) return
        const key = target.closest('[data-row]')?.getAttribute('data-row') ?? null
        setHovered(key)
        pointAt(rowsIn(entries).find((row) => row.key === key)?.messageId ?? null)
      }}
      onPointerLeave={leave}
    >
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
        onScroll={leave}
      >
        <div className="relative" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ key, index, start }) => {
            const entry = entries[index]
            return entry === undefined ? null : (
              <div key={key} role="presentation" className="absolute inset-x-0 top-0" style={{ transform: `translateY(${start}px)` }}>
                {entry === 'divider' ? (
                  <LeftOutHead count={leftOut.length + Number(hasPartial)} />
                ) : entry === 'partial' ? (
                  <PartialRow tokens={partialTokens} />
                ) : entry === 'draft' ? (
                  <DraftRow tokens={draftTokens} />
                ) : (
                  <XrayLineRow
                    row={entry}
                    isSelected={index === at}
                    isChosen={chosen.has(entry.messageId)}
                    isPointed={pointed === entry.messageId}
                    onPress={press}
                    onOpen={onOpen}
                  />
                )}
              </div>
            )
          })}
        </div>
      </div>
      {acted && <LineActions row={acted.row} top={acted.start - (list.scrollOffset ?? 0)} budget={budget} onOpen={onOpen} />}
    </div>
  )
}

function LeftOutHead({ count }: { readonly count: number }) {
  return (
    <div className="mt-1.5 flex h-[26px] items-center gap-2 border-t border-subtle px-3.5 text-xs font-medium text-muted">
      <EyeOff size={13} />
      Left out
      <span className="num ml-auto text-num!">{counted(count, 'line')}</span>
    </div>
  )
}

const DraftRow = ({ tokens }: { readonly tokens: number }) => (
  <div className="flex h-[27px] items-center gap-[7px] px-3.5 text-sm text-muted" title="It would come at the end">
    <PencilLine size={14} />
    <span>draft</span>
    <span className="truncate text-xs">would be sent</span>
    <Num value={tokens} prefix="~" className="ml-auto text-num!" />
  </div>
)

/** What the chat asks about: the model gets it only when a person says so. */
const PartialRow = ({ tokens }: { readonly tokens: number }) => (
  <div className="grid h-[27px] grid-cols-[14px_auto_minmax(0,1fr)_auto] items-center gap-[7px] px-3.5 text-sm text-muted" title="The unfinished answer is no step yet. Keep it as it is and it is included; Continue sends it once, for the rest.">
    <Contrast size={14} />
    <span>unfinished</span>
    <span className="truncate text-xs">included once you keep it</span>
    <Num value={tokens} prefix="~" className="text-right text-num! line-through" />
  </div>
)

/** The line under the pointer, and where it stands in the list. */
function actedOn(entries: readonly Entry[], drawn: readonly { readonly index: number; readonly start: number }[], hovered: string | null): { readonly row: XrayRow; readonly start: number } | null {
  for (const { index, start } of hovered === null ? [] : drawn) {
    const row = rowAt(entries, index)
    if (row?.key === hovered) return { row, start }
  }
  return null
}
