import type { Box, Sight } from './ribbons.ts'
import type { XrayRow } from './xrayRows.ts'

/** In px: the blank edge of a message beside its words, and where the icons of a line begin. */
const messageEdge = 20
const lineStart = 10

/** The messages of the chat that are in sight, with the folded runs; null while there is no chat. */
export function chatInSight(): Sight<{ readonly messages: readonly string[] }> | null {
  const feed = document.querySelector<HTMLElement>('[data-pane="chat"] [role="feed"]')
  if (feed === null) return null
  const frame = boxOf(feed)
  const items = [...feed.querySelectorAll<HTMLElement>('[data-message], [data-holds]')].flatMap((element) => {
    const box = boxOf(element.firstElementChild ?? element) // without the gap above it
    const messages = (element.dataset['message'] ?? element.dataset['holds'] ?? '').split(' ')
    return isInSight(box, frame) ? [{ messages, box: { ...box, right: boxOf(element).right - messageEdge } }] : []
  })
  return { frame, items }
}

/** The lines of the X-ray that are in sight; null while they aren't shown. */
export function linesInSight(rows: readonly XrayRow[]): Sight<{ readonly row: XrayRow }> | null {
  const list = document.querySelector<HTMLElement>('[data-xray-lines]')
  if (list === null) return null
  const [frame, byKey] = [boxOf(list), new Map(rows.map((row) => [row.key, row]))]
  const items = [...list.querySelectorAll<HTMLElement>('[data-row]')].flatMap((element) => {
    const [box, row] = [boxOf(element), byKey.get(element.dataset['row'] ?? '')]
    return row !== undefined && isInSight(box, frame) ? [{ row, box: { ...box, left: box.left + lineStart } }] : []
  })
  return { frame, items }
}

const isInSight = (box: Box, frame: Box): boolean => box.bottom > frame.top + 4 && box.top < frame.bottom - 4

function boxOf(element: Element): Box {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  return { top, bottom, left, right }
}
