import { closeDrawer, useLayout } from '../state/layout.ts'
import { useSmall } from '../state/useSmall.ts'
import { useView } from '../state/view.ts'
import { StepPane } from './StepPane.tsx'

/** The details of a step over the right edge of a layout that has no column for them. What is beside it stays in reach, so one can walk on. */
export function StepDrawer() {
  const isOpen = useLayout((layout) => layout.drawer === 'step')
  const width = useLayout((layout) => layout.widths.step)
  const hasColumn = useView((view) => view.page.kind === 'graph')
  const isSmall = useSmall()
  if (!isOpen || (hasColumn && !isSmall)) return null
  return (
    <div
      className="absolute inset-y-0 right-0 z-(--z-drawer) grid max-w-full border-l border-line bg-pane shadow-sheet animate-appear"
      style={{ width }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        closeDrawer()
      }}
    >
      <StepPane />
    </div>
  )
}
