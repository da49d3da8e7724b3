import { useCommand } from '../commands/useCommand.ts'
import { cx } from '../components/cx.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { useReview } from '../review/useReview.ts'
import { useBottomDrawer } from '../state/bottomDrawer.ts'
import type { DrawerTab } from '../state/bottomDrawer.ts'
import { useSmall } from '../state/useSmall.ts'
import { drawerTabs, tabOrder } from './drawerTabs.ts'

/** The tabs of the drawer, in the dock. A small window shows their icons alone. */
export function DockTabs() {
  const waiting = useReview(useCurrentTract())?.length ?? 0
  return (
    <div role="group" aria-label="Drawer" className="flex shrink-0 items-center gap-0.5">
      {tabOrder.map((tab) => (
        <DockTab key={tab} tab={tab} count={tab === 'review' ? waiting : 0} />
      ))}
    </div>
  )
}

function DockTab({ tab, count }: { readonly tab: DrawerTab; readonly count: number }) {
  const isOpen = useBottomDrawer((drawer) => drawer.tab === tab)
  const isSmall = useSmall()
  const { run, keys } = useCommand(`drawer.${tab}`)
  const { label, icon: Icon, tip } = drawerTabs[tab]
  return (
    <Tooltip label={isOpen ? 'Close' : tip} keys={keys} side="top">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'drawer' : undefined}
        onClick={run}
        className={cx('inline-flex h-7 items-center gap-1.5 rounded-sm px-2 text-xs press', isOpen ? 'bg-active font-medium text-ink' : 'text-soft hover:bg-hover')}
      >
        <Icon size={14} />
        <span className={cx(isSmall && 'sr-only')}>{label}</span>
        {count > 0 && <span className="num text-num! text-accent-text">{count}</span>}
      </button>
    </Tooltip>
  )
}
