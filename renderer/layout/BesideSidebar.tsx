import type { ReactNode } from 'react'
import { Sidebar } from '../sidebar/Sidebar.tsx'
import { paneLimits, useLayout } from '../state/layout.ts'
import { useSmall } from '../state/useSmall.ts'
import { Drawer } from './Drawer.tsx'
import { Splitter } from './Splitter.tsx'

/** A page with the tracts at its left; in a small window they come over it. */
export function BesideSidebar({ children }: { readonly children: ReactNode }) {
  const isSmall = useSmall()
  const { widths, sidebarOpen, drawer } = useLayout()
  const isBeside = sidebarOpen && !isSmall
  return (
    <div className="relative grid min-h-0 overflow-hidden" style={{ gridTemplateColumns: isBeside ? `minmax(${paneLimits.sidebar[0]}px,${widths.sidebar}px) minmax(0,1fr)` : 'minmax(0,1fr)' }}>
      {isBeside && (
        <div className="relative grid min-h-0 min-w-0 border-r border-line">
          <Sidebar />
          <Splitter pane="sidebar" label="Width of the sidebar" />
        </div>
      )}
      {children}
      {isSmall && drawer === 'sidebar' && (
        <Drawer side="left" label="Tracts" width="sidebar">
          <Sidebar />
        </Drawer>
      )}
    </div>
  )
}
