import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { railGeometry, rowTop } from './railGeometry.ts'
import { railWindow } from './railWindow.ts'
import type { RailWindow } from './railWindow.ts'
import type { RailRow } from './rows.ts'

type Facts = { readonly rows: readonly RailRow[]; readonly branch: string; readonly hasTail: boolean; readonly selected: MessageId | null; readonly onReachOldest: (() => void) | undefined }
type View = { readonly window: RailWindow; readonly width: number }

const rail = railGeometry(0, 0)

/** Which rows to mount, and the place kept: it begins where you are; at the end it stays at the end; when older rows load above, what is in view stays where it is. */
export function useRailScroll(scroller: RefObject<HTMLDivElement | null>, { rows, branch, hasTail, selected, onReachOldest }: Facts): View {
  const [view, setView] = useState<View>({ window: { from: 0, to: 0 }, width: 0 })
  const place = useRef({ atEnd: true, oldest: '', count: 0 })
  const count = rows.length
  const looked = rows.find((row) => row.isHead && !row.isTip)?.hash
  const oldest = rows.at(-1)?.hash ?? ''

  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    place.current.atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < rail.rowHeight
    const window = railWindow(rail, element.scrollTop, element.clientHeight, count)
    setView((before) => (before.width === element.clientWidth && before.window.from === window.from && before.window.to === window.to ? before : { window, width: element.clientWidth }))
    if (element.scrollTop < rail.rowHeight * 20 && count > 0) onReachOldest?.()
  }, [scroller, count, onReachOldest])

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, look])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const before = place.current
    const above = rows.findLastIndex((row) => row.hash === before.oldest)
    const added = before.oldest === '' || above < 0 ? 0 : count - 1 - above
    if (before.atEnd) element.scrollTop = element.scrollHeight
    else if (added > 0) element.scrollTop += added * rail.rowHeight
    place.current = { atEnd: before.atEnd, oldest, count }
    look()
  }, [scroller, rows, count, oldest, hasTail, look])

  useLayoutEffect(() => {
    if (scroller.current) reveal(scroller.current, rows, (row) => row.messageId === selected)
    // Only a new selection moves the list: new rows must not pull it back.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scroller, selected])

  useLayoutEffect(() => {
    if (scroller.current) reveal(scroller.current, rows, (row) => row.isHead)
    // Only going to another branch, or to an old step, moves the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scroller, branch, looked])

  return view
}

/** Scrolls as little as needed to show a row. */
function reveal(element: HTMLElement, rows: readonly RailRow[], isIt: (row: RailRow) => boolean): void {
  const at = rows.findIndex(isIt)
  if (at < 0) return
  const top = rowTop(rail, rows.length - 1 - at)
  if (top < element.scrollTop) element.scrollTop = top - rail.padTop
  else if (top + rail.rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = top + rail.rowHeight - element.clientHeight + rail.padTop
}
