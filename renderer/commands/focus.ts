import type { PaneName } from '../components/Pane.tsx'
import { isSmall, revealPane } from '../state/layout.ts'
import { showTalk, useView } from '../state/view.ts'

/** Puts the keyboard into a pane: on its list (`data-list`), else on its first control. Opens the pane first where it is closed. */
export function focusPane(name: PaneName): void {
  if (name === 'chat') {
    if (useView.getState().page.kind !== 'talk') showTalk()
  } else if (isSmall() || find(name) === null) revealPane(name)
  whenDrawn(() => (find(name) ?? document.querySelector<HTMLElement>(`[data-pane="${name}"] button`))?.focus())
}

export function focusComposer(): void {
  if (useView.getState().page.kind !== 'talk') showTalk()
  whenDrawn(() => document.querySelector<HTMLElement>('[data-composer] textarea')?.focus())
}

/** The list itself where it takes the focus, else the one of its rows that does. */
function find(name: PaneName): HTMLElement | null {
  const list = document.querySelector<HTMLElement>(`[data-pane="${name}"] [data-list]`)
  return list === null || list.tabIndex === 0 ? list : list.querySelector<HTMLElement>('[tabindex="0"]')
}

/** What was asked for in this turn is on the screen after the next frame. */
const whenDrawn = (then: () => void): void => void requestAnimationFrame(() => setTimeout(then, 0))
