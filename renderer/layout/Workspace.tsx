import { ChatPane } from '../chat/ChatPane.tsx'
import { GraphRail } from '../graph/GraphRail.tsx'
import { Sidebar } from '../sidebar/Sidebar.tsx'
import { paneLimits, useLayout } from '../state/layout.ts'
import type { PaneWidths } from '../state/layout.ts'
import { useSmall } from '../state/useSmall.ts'
import { XrayPane } from '../xray/XrayPane.tsx'
import { Drawer } from './Drawer.tsx'
import { Splitter } from './Splitter.tsx'
import { XrayHandle } from './XrayHandle.tsx'

/** The Talk layout: tracts, graph, what happened, what the model sees. */
export function Workspace() {
  return useSmall() ? <SmallWorkspace /> : <WideWorkspace />
}

function WideWorkspace() {
  const { widths, sidebarOpen, railOpen, xrayOpen } = useLayout()
  const columns = [sidebarOpen && upTo('sidebar', widths), railOpen ? upTo('rail', widths) : 'var(--strip-w)', chatColumn, xrayOpen ? upTo('xray', widths) : '32px']
  return (
    <main className="grid min-h-0 bg-pane" style={{ gridTemplateColumns: columns.filter((column) => column !== false).join(' ') }}>
      {sidebarOpen && (
        <div className="relative grid min-h-0 min-w-0 border-r border-line">
          <Sidebar />
          <Splitter pane="sidebar" label="Width of the sidebar" />
        </div>
      )}
      <div className="relative grid min-h-0 min-w-0 border-r border-line">
        <GraphRail strip={!railOpen} />
        {railOpen && <Splitter pane="rail" label="Width of the graph" />}
      </div>
      <div className="grid min-h-0 min-w-0">
        <ChatPane />
      </div>
      <div className="relative grid min-h-0 min-w-0 border-l border-line">
        {xrayOpen ? <XrayPane /> : <XrayHandle />}
        {xrayOpen && <Splitter pane="xray" label="Width of the X-ray" />}
      </div>
    </main>
  )
}

/** As wide as was chosen, where there is room; every pane gives way before any leaves the window. */
const upTo = (pane: keyof PaneWidths, widths: PaneWidths): string => `minmax(${paneLimits[pane][0]}px,${widths[pane]}px)`
const narrowest = paneLimits.sidebar[0] + paneLimits.rail[0] + paneLimits.xray[0]
const chatColumn = `minmax(min(420px,100vw - ${narrowest}px),1fr)`

/** Below 1000 px: strip, chat, handle; the rest comes over them when asked for. */
function SmallWorkspace() {
  const drawer = useLayout((layout) => layout.drawer)
  return (
    <main className="relative grid min-h-0 grid-cols-[var(--strip-w)_minmax(0,1fr)_32px] overflow-hidden bg-pane">
      <div className="grid min-h-0 border-r border-line">
        <GraphRail strip />
      </div>
      <div className="grid min-h-0 min-w-0">
        <ChatPane />
      </div>
      <div className="grid min-h-0 border-l border-line">
        <XrayHandle />
      </div>
      {drawer === 'sidebar' && (
        <Drawer side="left" label="Tracts" width="sidebar">
          <Sidebar />
        </Drawer>
      )}
      {drawer === 'rail' && (
        <Drawer side="left" label="Graph" width="rail">
          <GraphRail strip={false} />
        </Drawer>
      )}
      {drawer === 'xray' && (
        <Drawer side="right" label="X-ray" width="xray">
          <XrayPane />
        </Drawer>
      )}
    </main>
  )
}
