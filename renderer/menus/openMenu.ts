import type { TractId } from '../../core/model/ids.ts'
import { openContextMenu } from '../state/contextMenu.ts'
import type { Point } from '../state/contextMenu.ts'
import { focusMessage } from '../state/selection.ts'
import type { SelectionSource } from '../state/selection.ts'
import { menuAbout } from './menuAbout.ts'

/** Opens the menu of what an element stands for; a step is focused with it. False: it stands for nothing. Without a point it opens below the element. */
export function openMenuOn(element: Element, current: TractId | null, at?: Point): boolean {
  const found = menuAbout(element, current)
  if (found === null) return false
  const { about, marked } = found
  if (about.kind === 'step') focusMessage(about.step, sourceOf(marked))
  openContextMenu({ about, at: at ?? below(marked), opener: document.activeElement instanceof HTMLElement ? document.activeElement : null })
  return true
}

/** The same for what has the keyboard: of a list, the row it is on. */
export function openMenuAtFocus(current: TractId | null): boolean {
  const active = document.activeElement
  if (active === null) return false
  const row = document.getElementById(active.getAttribute('aria-activedescendant') ?? '')
  return openMenuOn(row ?? active, current)
}

function below(element: HTMLElement): Point {
  const { left, top, height } = element.getBoundingClientRect()
  return { x: left + 40, y: Math.min(top + height, window.innerHeight - 40) }
}

/** The pane that the focus comes from doesn't scroll to it. */
function sourceOf(element: HTMLElement): SelectionSource {
  const pane = element.closest<HTMLElement>('[data-pane]')?.dataset['pane']
  return pane === 'rail' || pane === 'chat' || pane === 'xray' || pane === 'canvas' ? pane : 'command'
}
