import type { PaneName } from '../components/Pane.tsx'
import { isSmall, revealPane } from '../state/layout.ts'
import type { PaneWidths } from '../state/layout.ts'
import { showTalk, useView } from '../state/view.ts'
import type { Page } from '../state/view.ts'

/** Puts the keyboard into a pane: on its list (`data-list`), else on its first control. Opens the pane first where it is closed. */
export function focusPane(name: PaneName): void {
  const { kind } = useView.getState().page
  if (name === 'rail' && kind === 'graph') return focusPane('canvas')
  if (find(name) === null && kind !== 'talk' && name !== 'drawer' && name !== 'step' && !elsewhere[name]?.includes(kind)) showTalk()
  if (isSide(name) && (isSmall() || find(name) === null)) revealPane(name)
  atOnceOrDrawn(() => find(name), () => find(name) ?? document.querySelector<HTMLElement>(`[data-pane="${name}"] button`))
}

const isSide = (name: PaneName): name is keyof PaneWidths => name === 'sidebar' || name === 'rail' || name === 'xray' || name === 'step'

/** Panes that stand in other layouts too; the settings have a sidebar of their own. */
const elsewhere: { readonly [Name in PaneName]?: readonly Page['kind'][] } = { sidebar: ['settings', 'graph'], canvas: ['graph'], review: ['review'], timeline: ['forensics'], diff: ['forensics'], xray: ['forensics'] }

export function focusComposer(): void {
  if (useView.getState().page.kind !== 'talk') showTalk()
  atOnceOrDrawn(findComposer, findComposer)
}

const findComposer = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-composer] textarea')

/** The list itself where it takes the focus, else the one of its rows that does. */
function find(name: PaneName): HTMLElement | null {
  const list = document.querySelector<HTMLElement>(`[data-pane="${name}"] [data-list]`)
  return list === null || list.tabIndex === 0 ? list : list.querySelector<HTMLElement>('[tabindex="0"]')
}

/** At once where it is there: later it would take the focus from wherever the next key has led. Else after the next frame, when what was asked for is drawn. */
function atOnceOrDrawn(now: () => HTMLElement | null, drawn: () => HTMLElement | null): void {
  const there = now()
  if (there !== null) return there.focus()
  requestAnimationFrame(() => setTimeout(() => drawn()?.focus(), 0))
}
