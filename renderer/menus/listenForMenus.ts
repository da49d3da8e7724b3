import { currentContext } from '../commands/context.ts'
import { openMenuAtFocus, openMenuOn } from './openMenu.ts'

/** Listens for as long as the page lives: a right click, and the key that stands for it. Selected text and fields keep the browser's own menu. */
export function listenForMenus(): () => void {
  const stops = new AbortController()
  const tract = () => currentContext().tract
  document.addEventListener('contextmenu', (event) => {
    const { target } = event
    if (event.defaultPrevented || !(target instanceof Element)) return
    if (target.closest('[role="menu"]') !== null) return event.preventDefault()
    if (target.closest(hasOwnMenu) !== null || isSelected(target)) return
    const isByKey = 'pointerType' in event && event.pointerType === ''
    if (isByKey ? openMenuAtFocus(tract()) : openMenuOn(target, tract(), { x: event.clientX, y: event.clientY })) event.preventDefault()
  }, { signal: stops.signal })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ContextMenu' || event.defaultPrevented || (event.target instanceof Element && event.target.closest(hasOwnMenu) !== null)) return
    if (openMenuAtFocus(tract())) event.preventDefault()
  }, { signal: stops.signal })
  return () => stops.abort()
}

const hasOwnMenu = 'input, textarea, [contenteditable], dialog, [data-peek]'

function isSelected(target: Element): boolean {
  const selection = getSelection()
  return selection !== null && !selection.isCollapsed && selection.containsNode(target, true)
}
