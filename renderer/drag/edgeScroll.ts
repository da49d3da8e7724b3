import type { Spot } from './dragged.ts'

const edgePx = 36
const mostPx = 16

/** How far to scroll in this frame: none in the middle, faster towards an edge. */
export function edgeSpeed(at: number, from: number, to: number): number {
  const edge = Math.min(edgePx, (to - from) / 4)
  if (at < from + edge) return -Math.ceil(mostPx * Math.min(1, (from + edge - at) / edge))
  if (at > to - edge) return Math.ceil(mostPx * Math.min(1, (at - to + edge) / edge))
  return 0
}

/** Scrolls what lies under the pointer while it is near its upper or lower edge. True: it has moved. */
export function scrollAtEdge({ x, y }: Spot): boolean {
  const list = document.elementsFromPoint(x, y).find(canScroll)
  if (list === undefined) return false
  const { top, bottom } = list.getBoundingClientRect()
  const before = list.scrollTop
  list.scrollTop += edgeSpeed(y, top, bottom)
  return list.scrollTop !== before
}

const canScroll = (element: Element): boolean => element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)
