import { useEffect } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import type { Match } from './findMatches.ts'
import { placesIn } from './findMatches.ts'

/** Marks every place of a text in the messages that are drawn, and the one pointed at more strongly; brings that one into sight. The page's elements stay as they are. */
export function useFindMarks(text: string, match: Match | null): void {
  const message = match?.message ?? null
  const nth = match?.nth ?? 0
  useEffect(() => {
    const feed = document.querySelector<HTMLElement>('[role="feed"]')
    if (feed === null || text.trim() === '') return undefined
    let isShown = false
    const mark = (): void => {
      const { all, here } = rangesIn(feed, text.toLowerCase(), message)
      CSS.highlights.set('found', new Highlight(...all))
      const range = here[Math.min(nth, here.length - 1)]
      CSS.highlights.set('found-here', new Highlight(...(range === undefined ? [] : [range])))
      if (range !== undefined && !isShown) isShown = bringIntoSight(feed, range)
    }
    mark()
    const watcher = new MutationObserver(mark)
    watcher.observe(feed, { childList: true, subtree: true })
    return () => {
      watcher.disconnect()
      CSS.highlights.delete('found')
      CSS.highlights.delete('found-here')
    }
  }, [text, message, nth])
}

function rangesIn(feed: HTMLElement, wanted: string, message: MessageId | null): { readonly all: readonly Range[]; readonly here: readonly Range[] } {
  const all: Range[] = []
  const here: Range[] = []
  for (const item of feed.querySelectorAll<HTMLElement>('[data-message]')) {
    const found = [...textsIn(item)].flatMap((node) => placesIn(node.data, wanted).map((at) => rangeOf(node, at, wanted.length)))
    all.push(...found)
    if (item.dataset['message'] === message) here.push(...found)
  }
  return { all, here }
}

/** The words of a message; not those of its head and its buttons. */
function* textsIn(item: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('header, footer, [role="toolbar"], textarea') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT))
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text
}

function rangeOf(node: Text, at: number, length: number): Range {
  const range = document.createRange()
  range.setStart(node, at)
  range.setEnd(node, Math.min(node.length, at + length))
  return range
}

function bringIntoSight(feed: HTMLElement, range: Range): boolean {
  const [place, window] = [range.getBoundingClientRect(), feed.getBoundingClientRect()]
  if (place.top < window.top + 40 || place.bottom > window.bottom - 40) feed.scrollBy({ top: place.top - window.top - window.height / 3 })
  return true
}
