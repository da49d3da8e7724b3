import { Drawer } from '../layout/Drawer.tsx'
import { Splitter } from '../layout/Splitter.tsx'
import { Sidebar } from '../sidebar/Sidebar.tsx'
import { useLayout } from '../state/layout.ts'
import { useSmall } from '../state/useSmall.ts'
import { CanvasPane } from './CanvasPane.tsx'

/** The shape of the history, on a surface that zooms, and the step that is chosen. */
export function GraphPage() {
  return useSmall() ? <SmallGraph /> : <WideGraph />
}

function WideGraph() {
  const { widths, sidebarOpen } = useLayout()
  const columns = [sidebarOpen && `minmax(180px,${widths.sidebar}px)`, 'minmax(0,1fr)']
  return (
    <main className="grid min-h-0 bg-pane" style={{ gridTemplateColumns: columns.filter((column) => column !== false).join(' ') }}>
      {sidebarOpen && (
        <div className="relative grid min-h-0 min-w-0 border-r border-line">
          <Sidebar />
          <Splitter pane="sidebar" label="Width of the sidebar" />
        </div>
      )}
      <CanvasPane />
    </main>
  )
}

/** Below 1000 px: the surface alone; the rest comes over it when asked for. */
function SmallGraph() {
  const drawer = useLayout((layout) => layout.drawer)
  return (
    <main className="relative grid min-h-0 grid-cols-1 overflow-hidden bg-pane">
      <CanvasPane />
      {drawer === 'sidebar' && (
        <Drawer side="left" label="Tracts" width="sidebar">
          <Sidebar />
        </Drawer>
      )}
    </main>
  )
}
