import { DockTabs } from '../drawer/DockTabs.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import { BudgetLine } from './BudgetLine.tsx'

/** The foot of the window: the tabs of the drawer, and how full the context is. Always visible. */
export function Dock() {
  const current = useCurrent()
  return (
    <footer className="flex h-(--dock-h) items-center gap-4 border-t border-line bg-app pr-3.5 pl-2">
      <DockTabs />
      {current !== null && <BudgetLine current={current} />}
    </footer>
  )
}
