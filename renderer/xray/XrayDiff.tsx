import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Diff } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import type { ContextChanges } from '../../main/contract/xray.ts'
import { cx } from '../components/cx.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { faultOf } from '../faults/faultOf.ts'
import type { Current } from '../queries/useCurrent.ts'
import { changesQuery } from '../queries/xray.ts'
import type { ContextPlace } from '../queries/xray.ts'
import { focusMessage, useSelection } from '../state/selection.ts'
import { useXray } from '../state/xray.ts'
import { AgainstBar } from './AgainstBar.tsx'
import { diffEntries } from './diffEntries.ts'
import type { DiffEntry } from './diffEntries.ts'
import { DiffLine } from './DiffLine.tsx'

/** What changed in this context against another one, line by line. */
export function XrayDiff({ current, place }: { readonly current: Current; readonly place: ContextPlace }) {
  const against = useXray((xray) => xray.against)
  const { data: changes, error, isPlaceholderData } = useQuery(changesQuery(place, against.kind === 'lastCall' ? against : { kind: 'at', at: against.at }))
  return (
    <>
      <AgainstBar current={current} against={against} changes={changes ?? null} />
      {error ? (
        <p className="px-3.5 py-3 text-sm text-danger">{faultOf(error).message}</p>
      ) : changes === undefined ? (
        <SkeletonRows count={6} label="The contexts are being compared" />
      ) : changes === null ? (
        <EmptyState icon={Diff} title="Nothing was sent from here yet">
          As soon as a model was asked, this shows what changed since. Choose another context above to compare with.
        </EmptyState>
      ) : (
        <DiffLines key={`${changes.from.hash}/${changes.to.hash}`} changes={changes} isOld={isPlaceholderData} />
      )}
    </>
  )
}

/** Two contexts line by line, what is alike folded. */
export function DiffLines({ changes, isOld }: { readonly changes: ContextChanges; readonly isOld: boolean }) {
  const scroller = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const focused = useSelection((selection) => selection.focused)
  const entries = useMemo(() => diffEntries(changes.lines, opened), [changes, opened])
  // oxlint-disable-next-line react/incompatible-library -- it changes under the same identity, so nothing here may memoise it; nothing does
  const list = useVirtualizer({ count: entries.length, getScrollElement: () => scroller.current, getItemKey: (index) => keyOf(entries[index], index), estimateSize: () => 27, overscan: 12, paddingStart: 4, paddingEnd: 10 })
  const at = entries.findIndex((entry) => entry.kind === 'line' && entry.line.messageId === focused)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') return event.preventDefault(), setOpened(new Set(changes.lines.map(({ messageId }) => messageId)))
    if (event.key === 'ArrowLeft') return event.preventDefault(), setOpened(new Set())
    const next = step(entries, at, event)
    if (next < 0) return
    event.preventDefault()
    list.scrollToIndex(next, { align: 'auto' })
    const entry = entries[next]
    if (entry?.kind === 'line') focusMessage(entry.line.messageId, 'xray')
  }
  return (
    <div ref={scroller} role="listbox" aria-label="What changed in the context" tabIndex={0} data-list="lines" className={cx('min-h-0 grow overflow-y-auto', isOld && 'opacity-60')} onKeyDown={onKeyDown}>
      <div className="relative" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const entry = entries[index]
          return entry === undefined ? null : (
            <div key={key} ref={list.measureElement} data-index={index} role="presentation" className="absolute inset-x-0 top-0" style={{ transform: `translateY(${start}px)` }}>
              {entry.kind === 'line' ? (
                <DiffLine line={entry.line} isSelected={entry.line.messageId === focused} onSelect={select} />
              ) : (
                <div role="option" aria-selected={false} title="Show them (→ shows all)" className="flex h-[27px] items-center px-3.5 text-xs text-muted press hover:bg-hover" onClick={() => setOpened((before) => new Set(before).add(entry.first))}>
                  ⋯ {entry.count} lines alike
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const select = (id: MessageId): void => focusMessage(id, 'xray')
const keyOf = (entry: DiffEntry | undefined, index: number): string => (entry === undefined ? String(index) : entry.kind === 'line' ? `${entry.line.mark}/${entry.line.messageId}` : `alike/${entry.first}`)

function step(entries: readonly DiffEntry[], at: number, { key, altKey, ctrlKey, metaKey }: KeyboardEvent): number {
  if (altKey || ctrlKey || metaKey) return -1
  const by = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0
  if (by === 0) return -1
  for (let next = at < 0 && by < 0 ? entries.length - 1 : at + by; next >= 0 && next < entries.length; next += by) if (entries[next]?.kind === 'line') return next
  return -1
}
