import type { PaneName } from '../components/Pane.tsx'
import { isPaneOpen, isSmall, revealPane } from '../state/layout.ts'
import type { PaneWidths } from '../state/layout.ts'
import { showTalk, useView } from '../state/view.ts'
import type { Page } from '../state/view.ts'

/** Puts the keyboard into a pane: on its list (`data-list`), else on the pane itself until its list is drawn. Opens the pane first where it is closed. */
export function focusPane(name: PaneName): void {
  const { kind } = useView.getState().page
  if (name === 'rail' && kind === 'graph') return focusPane('canvas')
  if (find(name) === null && kind !== 'talk' && name !== 'drawer' && name !== 'step' && !elsewhere[name]?.includes(kind)) showTalk()
  const comesOver = isSide(name) && isSmall() && !isPaneOpen(name) // what stands there until then, as the strip of the graph, isn't what was asked for
  if (isSide(name) && (isSmall() || find(name) === null)) revealPane(name)
  atOnceOrDrawn(() => (comesOver ? null : find(name)), () => find(name) ?? waitForList(name))
}

const isSide = (name: PaneName): name is keyof PaneWidths => name === 'sidebar' || name === 'rail' || name === 'xray' || name === 'step'

/** Panes that stand in other layouts too; the settings have a sidebar of their own. */
const elsewhere: { readonly [Name in PaneName]?: readonly Page['kind'][] } = { sidebar: ['settings', 'graph', 'review', 'compare', 'forensics'], canvas: ['graph'], review: ['review'], timeline: ['forensics'], diff: ['forensics'], xray: ['forensics'] }

export function focusComposer(): void {
  if (useView.getState().page.kind !== 'talk') showTalk()
  atOnceOrDrawn(findComposer, findComposer)
}

const findComposer = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-composer] textarea')

const find = (name: PaneName): HTMLElement | null => listIn(paneOf(name))

/** The last one: what comes over the others is drawn behind them. */
const paneOf = (name: PaneName): HTMLElement | null => [...document.querySelectorAll<HTMLElement>(`[data-pane="${name}"]`)].at(-1) ?? null

/** The list itself where it takes the focus, else the one of its rows that does. */
export function listIn(pane: HTMLElement | null): HTMLElement | null {
  const list = pane?.querySelector<HTMLElement>('[data-list]') ?? null
  return list === null || list.tabIndex === 0 ? list : list.querySelector<HTMLElement>('[tabindex="0"]')
}

/** What takes the keyboard meanwhile: the pane, which hands it on to its list as soon as that is drawn, unless it has been led elsewhere by then. */
function waitForList(name: PaneName): HTMLElement | null {
  const pane = paneOf(name)
  if (pane === null || !pane.hasAttribute('tabindex')) return pane?.querySelector('button') ?? null
  const drawn = new MutationObserver(() => {
    const list = document.activeElement === pane ? listIn(pane) : null
    if (list === null && document.activeElement === pane) return
    drawn.disconnect()
    list?.focus()
  })
  pane.addEventListener('blur', () => drawn.disconnect(), { once: true })
  drawn.observe(pane, { childList: true, subtree: true })
  return pane
}

/** At once where it is there: later it would take the focus from wherever the next key has led. Else after the next frame, when what was asked for is drawn. */
function atOnceOrDrawn(now: () => HTMLElement | null, drawn: () => HTMLElement | null): void {
  const there = now()
  if (there !== null) return there.focus()
  requestAnimationFrame(() => setTimeout(() => drawn()?.focus(), 0))
}
