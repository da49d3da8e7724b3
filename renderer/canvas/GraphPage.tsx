import { Drawer } from '../layout/Drawer.tsx'
import { Splitter } from '../layout/Splitter.tsx'
import { Sidebar } from '../sidebar/Sidebar.tsx'
import { paneLimits, useLayout } from '../state/layout.ts'
import type { PaneWidths } from '../state/layout.ts'
import { useSmall } from '../state/useSmall.ts'
import { StepPane } from '../step/StepPane.tsx'
import { CanvasPane } from './CanvasPane.tsx'
import { StepHandle } from './StepHandle.tsx'

/** The shape of the history, on a surface that zooms, and the step that is chosen. */
export function GraphPage() {
  return useSmall() ? <SmallGraph /> : <WideGraph />
}

function WideGraph() {
  const { widths, sidebarOpen, stepOpen } = useLayout()
  const columns = [sidebarOpen && upTo('sidebar', widths), 'minmax(420px,1fr)', stepOpen ? upTo('step', widths) : '32px']
  return (
    <main className="grid min-h-0 bg-pane" style={{ gridTemplateColumns: columns.filter((column) => column !== false).join(' ') }}>
      {sidebarOpen && (
        <div className="relative grid min-h-0 min-w-0 border-r border-line">
          <Sidebar />
          <Splitter pane="sidebar" label="Width of the sidebar" />
        </div>
      )}
      <CanvasPane />
      <div className="relative grid min-h-0 min-w-0 border-l border-line">
        {stepOpen ? <StepPane /> : <StepHandle />}
        {stepOpen && <Splitter pane="step" label="Width of the step’s details" />}
      </div>
    </main>
  )
}

/** As wide as was chosen, where there is room. */
const upTo = (pane: keyof PaneWidths, widths: PaneWidths): string => `minmax(${paneLimits[pane][0]}px,${widths[pane]}px)`

/** Below 1000 px: the surface and a handle; the rest comes over it when asked for. */
function SmallGraph() {
  const drawer = useLayout((layout) => layout.drawer)
  return (
    <main className="relative grid min-h-0 grid-cols-[minmax(0,1fr)_32px] overflow-hidden bg-pane">
      <CanvasPane />
      <div className="grid min-h-0 border-l border-line">
        <StepHandle />
      </div>
      {drawer === 'sidebar' && (
        <Drawer side="left" label="Tracts" width="sidebar">
          <Sidebar />
        </Drawer>
      )}
    </main>
  )
}
