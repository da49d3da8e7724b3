import { useEffect } from 'react'
import { focusComposer, focusPane } from '../commands/focus.ts'
import type { PaneName } from '../components/Pane.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import { useView } from '../state/view.ts'
import type { Page } from '../state/view.ts'

/**
 * Whoever opens a tract, or goes to another layout, goes on by keys: the keyboard is in the composer of Talk or in the pane that the layout is for,
 * unless it is somewhere already. A comparison takes it itself.
 */
export function useFirstFocus(): void {
  const tract = useCurrent()?.tract ?? null
  const kind = useView((view) => view.page.kind)
  useEffect(() => {
    if (tract === null || !isLost()) return
    const pane = mainPane[kind]
    if (kind === 'talk') focusComposer()
    else if (pane !== undefined) focusPane(pane)
  }, [tract, kind])
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body
const mainPane: { readonly [Kind in Page['kind']]?: PaneName } = { graph: 'canvas', review: 'review', forensics: 'timeline' }
