import { GraphPage } from '../canvas/GraphPage.tsx'
import { ComparePage } from '../compare/ComparePage.tsx'
import { BottomDrawer } from '../drawer/BottomDrawer.tsx'
import { ForensicsPage } from '../forensics/ForensicsPage.tsx'
import { ContextMenu } from '../menus/ContextMenu.tsx'
import { ReviewPage } from '../review/ReviewPage.tsx'
import { TipStrip } from '../onboarding/TipStrip.tsx'
import { SettingsView } from '../settings/SettingsView.tsx'
import { assertNever } from '../state/assertNever.ts'
import { Peek } from '../step/Peek.tsx'
import { StepDrawer } from '../step/StepDrawer.tsx'
import { useView } from '../state/view.ts'
import type { View } from '../state/view.ts'
import { AsOfFrame } from '../timeline/AsOfFrame.tsx'
import { Banners } from './Banners.tsx'
import { BesideSidebar } from './BesideSidebar.tsx'
import { Dock } from './Dock.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { useFirstFocus } from './useFirstFocus.ts'
import { useTractLook } from './useTractLook.ts'
import { useWindowTitle } from './useWindowTitle.ts'
import { Workspace } from './Workspace.tsx'

/** Title bar, what is between, dock. */
export function Frame() {
  useWindowTitle()
  useFirstFocus()
  useTractLook()
  const page = useView((view) => view.page)
  return (
    <div className="grid h-full min-h-0 grid-cols-1 grid-rows-[var(--titlebar-h)_auto_minmax(0,1fr)_auto]">
      <TitleBar />
      <Banners />
      <div className="relative grid min-h-0 min-w-0 grid-cols-1 overflow-clip">
        <Page page={page} />
        {page.kind !== 'settings' && <StepDrawer />}
        <Peek />
        {page.kind !== 'settings' && <AsOfFrame />}
        <ContextMenu />
      </div>
      {page.kind !== 'settings' && (
        <div className="grid min-w-0 grid-cols-1">
          <TipStrip />
          {(page.kind === 'talk' || page.kind === 'graph') && <SelectionBar />}
          <BottomDrawer />
          <Dock />
        </div>
      )}
    </div>
  )
}

function Page({ page }: Pick<View, 'page'>) {
  switch (page.kind) {
    case 'talk':
      return <Workspace />
    case 'graph':
      return <GraphPage />
    case 'review':
      return <BesideSidebar><ReviewPage /></BesideSidebar>
    case 'compare':
      return <BesideSidebar><ComparePage branches={page.branches} /></BesideSidebar>
    case 'forensics':
      return <BesideSidebar><ForensicsPage /></BesideSidebar>
    case 'settings':
      return <SettingsView />
    default:
      return assertNever(page)
  }
}
