import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { cx } from '../components/cx.ts'
import { chooseByClick, chooseByKey } from '../state/choosing.ts'
import { arriveAt, useArrival } from '../state/arrival.ts'
import { useFlash } from '../state/flash.ts'
import { heightOf, noteHeight } from '../state/cardHeights.ts'
import { focusMessage, scrollsTo, useSelection } from '../state/selection.ts'
import { itemOf, nextFocus } from './chatFocus.ts'
import type { ChatItem } from './chatItems.ts'
import { JumpPill } from './JumpPill.tsx'
import { dayAt, listMarks } from './listMarks.ts'
import { DayPill, MarkLines } from './MarkLines.tsx'
import { TurnLine } from './TurnLine.tsx'

type Props = {
  readonly items: readonly ChatItem[]
  readonly render: (item: ChatItem, inTabOrder: boolean) => ReactNode
  /** Counts what was sent from here: each time the list goes to its end. */
  readonly sent: number
  /** The item to come to instead of the end: where the view of an old step ends. */
  readonly home: { readonly at: string; readonly index: number } | null
  /** The first message that came while one was away. */
  readonly newFrom: MessageId | null
  readonly onSeen: (last: MessageId) => void
  /** The selected step isn't loaded. */
  readonly onMissing: (id: MessageId) => void
}

/** The messages, oldest first. It stays at its end while one reads there, and stays put everywhere else. */
export function ChatList({ items, render, sent, home, newFrom, onSeen, onMissing }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [follows, setFollows] = useState(home === null)
  const focused = useSelection((selection) => selection.focused)
  const flashed = useFlash(({ message }) => message)
  const current = focused === null ? -1 : itemOf(items, focused)
  const tabStop = current >= 0 ? current : items.length - 1
  /** The item that has the focus, or something in it has. */
  const held = useRef<HeldItem | null>(null)
  // what has the focus stays drawn when it is scrolled away: removed, it would lose the keyboard, or pull the list back to get it again
  const drawn = useCallback((range: Range) => withKept(range, [tabStop, items.findIndex(({ key }) => key === held.current?.key)]), [items, tabStop])
  // oxlint-disable-next-line react/incompatible-library -- it changes under the same identity, so nothing here may memoise it; nothing does
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(items[index]?.key ?? '', Math.round(scroller.current?.clientWidth ?? 0)) ?? estimates[items[index]?.kind ?? 'message'],
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    scrollEndThreshold: nearEnd,
    overscan: 6,
    rangeExtractor: drawn,
    paddingStart: 24,
    paddingEnd: 18,
    scrollPaddingEnd: 44, // the pill stands there
  })
  const width = Math.round(scroller.current?.clientWidth ?? 0)
  useEffect(() => () => list.measurementsCache.forEach(({ key, size }) => noteHeight(String(key), width, size)), [list, width])
  const top = list.getVirtualItemForOffset(list.scrollOffset ?? 0)?.index ?? 0
  const marks = useMemo(() => listMarks(items, newFrom, Date.now()), [items, newFrom])
  const scrollsAtAll = list.getTotalSize() > (list.scrollRect?.height ?? Infinity)
  const topDay = scrollsAtAll && marks[top]?.day == null ? dayAt(marks, top) : null
  const jumpTo = (index: number): void => {
    setFollows(false)
    list.scrollToIndex(index, { align: 'start' })
    focusMessage(messageAt(items, index), 'chat')
  }
  const lastId = items.findLast((item) => item.kind === 'message')?.key
  useEffect(() => {
    if (follows && lastId !== undefined && document.visibilityState === 'visible') onSeen(lastId as MessageId)
  }, [follows, lastId, onSeen])

  const height = list.getTotalSize()
  useEffect(() => setFollows(true), [sent])
  const comeTo = useEffectEvent((index: number) => {
    if (!isInView(scroller.current, index)) setFollows(false) // else it would go to its end again when the item is measured
    list.scrollToIndex(index, { align: 'auto' })
  })
  const comeHome = useEffectEvent((isFirst: boolean) => {
    if (home !== null) setFollows(false)
    if (home !== null) list.scrollToIndex(home.index, { align: 'center' })
    else if (!isFirst && current >= 0) comeTo(current)
    else if (!isFirst) setFollows(true)
  })
  const homeAt = home?.at
  const isFirst = useRef(true)
  useEffect(() => {
    comeHome(isFirst.current)
    isFirst.current = false
  }, [homeAt])
  useLayoutEffect(() => {
    if (follows) list.scrollToEnd()
  }, [list, follows, items, height, sent])
  useEffect(() => {
    const watcher = new ResizeObserver(() => follows && list.scrollToEnd()) // what is written below grows, and takes its room here
    if (scroller.current) watcher.observe(scroller.current)
    return () => watcher.disconnect()
  }, [list, follows])
  const comeToFocused = useEffectEvent(() => scrollsTo(useSelection.getState(), 'chat') && comeTo(current))
  const ask = current >= 0 ? null : onMissing // new with every page that was read, until it is there
  useEffect(() => {
    if (focused === null) return
    if (ask === null) comeToFocused() // not when what is sent moves its place: then the list goes to its end
    else if (scrollsTo(useSelection.getState(), 'chat')) ask(focused)
  }, [focused, ask])

  const flashedAt = flashed === null ? -1 : itemOf(items, flashed)
  useEffect(() => {
    if (flashedAt >= 0) comeTo(flashedAt)
  }, [flashedAt])

  const arriving = useArrival(({ message }) => message)
  useEffect(() => {
    if (arriving !== null) setFollows(false)
  }, [arriving])
  useEffect(() => {
    if (arriving === null || arriving !== focused || items[current]?.kind !== 'message') return
    arriveAt(null)
    focusItem(current)
  })

  /** The item the keyboard is on its way to: it is drawn only once the list has scrolled there, which takes as long as it takes. */
  const goal = useRef<number | null>(null)
  useEffect(() => {
    if (goal.current !== null) return arrive()
    // what had the focus is another element now, or gone: the keyboard stays with the step, or at the place
    if (held.current === null || document.activeElement !== document.body || tabStop < 0) return
    focusItem(held.current.isMessage ? tabStop : Math.min(held.current.index, items.length - 1))
  })

  const focusItem = (index: number): void => {
    goal.current = index
    list.scrollToIndex(index, { align: 'auto' })
    arrive()
  }
  const arrive = (): void => {
    const element = scroller.current?.querySelector<HTMLElement>(`[data-index="${goal.current}"]`)
    if (!element) return
    goal.current = null
    element.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextFocus(items, tabStop, event)
    if (!isTyped(event.target) && chooseByKey(event, messageAt(items, tabStop), next === null ? null : messageAt(items, next))) return event.preventDefault()
    if (next === null) return
    event.preventDefault()
    const item = items[next]
    focusMessage(item?.kind === 'message' ? item.message.messageId : null, 'chat')
    setFollows(next === items.length - 1 || !scrolls(scroller.current))
    focusItem(next)
  }
  return (
    <div className="@container relative min-h-0 grow">
      <div
        ref={scroller}
        role="feed"
        aria-label="Messages, oldest first"
        tabIndex={-1}
        data-list="steps"
        className="h-full overflow-x-hidden overflow-y-auto"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          if (goal.current === null) setFollows(scrollHeight - scrollTop - clientHeight < nearEnd)
        }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          held.current = heldItem(event.target, items)
          if (event.target === event.currentTarget && tabStop >= 0) focusItem(tabStop)
        }}
        onBlur={() => (held.current = null)}
      >
        <div className="@container relative mx-auto w-full max-w-[calc(var(--chat-measure)+48px)]" style={{ height }}>
          {list.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index]
            return item ? (
              <div
                key={key}
                ref={list.measureElement}
                data-index={index}
                data-message={item.kind === 'message' ? item.message.messageId : undefined}
                data-asks={asks.has(item.kind) || undefined}
                data-holds={item.kind === 'hiddenRun' ? item.messages.map(({ messageId }) => messageId).join(' ') : undefined}
                role="article"
                aria-posinset={index + 1}
                aria-setsize={items.length}
                tabIndex={index === tabStop ? 0 : -1}
                onPointerDown={(event) => {
                  if (item.kind !== 'message') return
                  const { messageId } = item.message
                  if (chooseByClick(event, messageId, () => messagesIn(items))) return event.preventDefault()
                  focusMessage(messageId, 'chat')
                }}
                onFocus={(event) => event.target === event.currentTarget && item.kind === 'message' && focusMessage(item.message.messageId, 'chat')}
                className={cx('group/step absolute inset-x-0 top-0 px-6 outline-none', item.kind !== 'message' && innerFocus, item.kind === 'message' && item.message.messageId === flashed && 'animate-flash', spaceAbove(items[index - 1], item))}
                style={{ transform: `translateY(${start}px)` }}
              >
                <MarkLines mark={marks[index] ?? noMark} />
                {render(item, index === tabStop)}
              </div>
            ) : null
          })}
        </div>
      </div>
      {topDay !== null && <DayPill day={topDay} />}
      {scrollsAtAll && <TurnLine items={items} top={top} onJump={jumpTo} />}
      {!follows && height > (list.scrollRect?.height ?? 0) && (
        <JumpPill last={items.at(-1)} onJump={() => setFollows(true)} />
      )}
    </div>
  )
}

/** What wants to be decided: nothing lies over it. */
const asks: ReadonlySet<ChatItem['kind']> = new Set(['partial', 'failed', 'tooLong', 'awaiting'])

const noMark = { day: null, isNew: false }
const messageAt = (items: readonly ChatItem[], at: number): MessageId | null => {
  const item = items[at]
  return item?.kind === 'message' ? item.message.messageId : null
}
const messagesIn = (items: readonly ChatItem[]): readonly MessageId[] => items.flatMap((item) => (item.kind === 'message' ? [item.message.messageId] : []))

/** Fields and buttons have a use of their own for the space bar. */
const isTyped = (target: EventTarget): boolean => target instanceof Element && target.closest('textarea, input, button, a, [role="menu"], [role="dialog"]') !== null

type HeldItem = { readonly key: string | undefined; readonly index: number; readonly isMessage: boolean }

function heldItem(element: Element, items: readonly ChatItem[]): HeldItem {
  const index = Number(element.closest('[data-index]')?.getAttribute('data-index') ?? items.length - 1)
  return { key: items[index]?.key, index, isMessage: items[index]?.kind === 'message' }
}

/** The items in view, and those to keep, in their order. */
const withKept = (range: Range, kept: readonly number[]): number[] => [...new Set([...defaultRangeExtractor(range), ...kept.filter((index) => index >= 0 && index < range.count)])].sort((a, b) => a - b)

const scrolls = (element: HTMLElement | null): boolean => element !== null && element.scrollHeight - element.clientHeight >= nearEnd

function isInView(scroller: HTMLElement | null, index: number): boolean {
  const [item, view] = [scroller?.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect(), scroller?.getBoundingClientRect()]
  return item !== undefined && view !== undefined && item.top >= view.top && item.bottom <= view.bottom
}

/** In px: so near its end the list goes on showing the newest words. */
const nearEnd = 80

const estimates: { readonly [Kind in ChatItem['kind']]: number } = { earlier: 42, message: 120, hiddenRun: 48, budget: 34, live: 90, partial: 150, failed: 150, tooLong: 130, truncated: 46, awaiting: 46, later: 34 }

/** A message shows the bar at its left; anything else a ring around what is in it. */
const innerFocus = '[&:focus-visible>*]:rounded-md [&:focus-visible>*]:outline-2 [&:focus-visible>*]:outline-offset-1 [&:focus-visible>*]:outline-focus'

const isLine = (item: ChatItem | undefined): boolean => item?.kind === 'hiddenRun' || (item?.kind === 'message' && (item.message.content.type === 'tool_call' || item.message.content.type === 'tool_result'))
const spaceAbove = (before: ChatItem | undefined, item: ChatItem): string => (before === undefined ? '' : isLine(before) && isLine(item) ? 'pt-1.5' : 'pt-(--card-gap)')
