import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Pane } from '../components/Pane.tsx'
import { DiffTab } from '../diff/DiffTab.tsx'
import { LogTab } from '../log/LogTab.tsx'
import { ReviewView } from '../review/ReviewView.tsx'
import { useAsOf } from '../state/asOf.ts'
import { assertNever } from '../state/assertNever.ts'
import { closeTab, leastHeight, mostOfWindow, useBottomDrawer } from '../state/bottomDrawer.ts'
import type { DrawerTab } from '../state/bottomDrawer.ts'
import { TimelineTab } from '../timeline/TimelineTab.tsx'
import { DrawerEdge } from './DrawerEdge.tsx'
import { drawerTabs } from './drawerTabs.ts'

/** What lies above the dock when it is asked for. Goes away by Escape, by its tab, or by Mod+J. */
export function BottomDrawer() {
  const tab = useBottomDrawer((drawer) => drawer.tab)
  return tab === null ? null : <Open tab={tab} />
}

function Open({ tab }: { readonly tab: DrawerTab }) {
  const height = useBottomDrawer((drawer) => drawer.height)
  const ref = useRef<HTMLDivElement>(null)
  useReturningFocus(ref)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || useAsOf.getState().asOf !== null) return // then it leads back to now
    event.preventDefault()
    closeTab()
  }
  return (
    <div ref={ref} id="drawer" className="relative z-(--z-sticky) grid min-h-0 grid-cols-1 border-t border-line" style={{ height: `clamp(${leastHeight}px, ${height}px, ${mostOfWindow * 100}vh)` }} onKeyDown={onKeyDown}>
      <DrawerEdge height={height} />
      <Pane name="drawer" label={drawerTabs[tab].label}>
        <Tab tab={tab} />
      </Pane>
    </div>
  )
}

function Tab({ tab }: { readonly tab: DrawerTab }) {
  switch (tab) {
    case 'log':
      return <LogTab />
    case 'timeline':
      return <TimelineTab />
    case 'review':
      return <ReviewView />
    case 'diff':
      return <DiffTab />
    default:
      return assertNever(tab)
  }
}

/** When it closes with the keyboard in it, the keyboard goes back to where it came from. */
function useReturningFocus(ref: { readonly current: HTMLDivElement | null }): void {
  useEffect(() => {
    const [opener, drawer] = [document.activeElement, ref.current]
    return () => {
      const holds = drawer?.contains(document.activeElement) === true || document.activeElement === document.body
      if (holds && opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [ref])
}
