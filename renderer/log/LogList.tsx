import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { runCommand } from '../commands/registry.ts'
import { useArrivingFocus } from '../drawer/useArrivingFocus.ts'
import type { LogEntry } from './logEntries.ts'
import { LogRow, logRowId } from './LogRow.tsx'
import type { Lanes } from './LogRow.tsx'
import type { Excerpts } from './useExcerpts.ts'

type Props = {
  readonly lanes: Lanes
  readonly excerpts: Excerpts
  readonly entries: readonly LogEntry[]
  readonly chosen: LogEntry | undefined
  readonly onChoose: (entry: LogEntry) => void
  /** Called when the oldest line that is read comes near; null: there is no more. */
  readonly onEnd: (() => void) | null
}

const rowHeight = 28
const nearEnd = 40

/** The lines of the log, newest on top. */
export function LogList({ entries, lanes, excerpts, chosen, onChoose, onEnd }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- it changes under the same identity, so nothing here may memoise it; nothing does
  const list = useVirtualizer({ count: entries.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, getItemKey: (index) => entries[index]?.key ?? index, overscan: 12, paddingStart: 4, paddingEnd: 8 })
  useArrivingFocus(scroller)
  const at = chosen === undefined ? -1 : entries.indexOf(chosen)
  const last = list.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (last > entries.length - nearEnd) onEnd?.()
  }, [last, entries.length, onEnd])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') return event.preventDefault(), void runCommand('operation.show')
    const target = event.altKey || event.ctrlKey || event.metaKey ? undefined : targetOf(event.key, at, entries.length)
    const next = target === undefined ? undefined : entries[target]
    if (next === undefined || target === undefined) return
    event.preventDefault()
    onChoose(next)
    list.scrollToIndex(target, { align: 'auto' })
  }
  return (
    <div ref={scroller} role="listbox" aria-label="What was done, newest first" aria-activedescendant={chosen && logRowId(chosen)} tabIndex={0} data-list="operations" className="min-h-0 overflow-y-auto" onKeyDown={onKeyDown}>
      <div className="relative" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const entry = entries[index]
          return entry === undefined ? null : (
            <div key={key} role="presentation" className="absolute inset-x-0 top-0" style={{ transform: `translateY(${start}px)` }}>
              <LogRow entry={entry} lanes={lanes} excerpts={excerpts} isChosen={index === at} place={index + 1} count={entries.length} onChoose={onChoose} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Where a key leads in a list of this length. */
export function targetOf(key: string, at: number, count: number): number | undefined {
  const targets: { readonly [key: string]: number } = { j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1, Home: 0, End: count - 1, PageDown: at + 8, PageUp: at - 8 }
  const target = targets[key]
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target))
}
