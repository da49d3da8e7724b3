import { SettingsView } from '../settings/SettingsView.tsx'
import { useView } from '../state/view.ts'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import { Dock } from './Dock.tsx'
import { TitleBar } from './TitleBar.tsx'
import { useFirstFocus } from './useFirstFocus.ts'
import { useWindowTitle } from './useWindowTitle.ts'
import { Workspace } from './Workspace.tsx'

/** Title bar, what is between, dock. */
export function Frame() {
  useWindowTitle()
  useFirstFocus()
  const isTalk = useView((view) => view.page.kind === 'talk')
  return (
    <div className="grid h-full min-h-0 grid-cols-1 grid-rows-[var(--titlebar-h)_auto_minmax(0,1fr)_auto]">
      <TitleBar />
      <ConnectionStrip />
      {isTalk ? <Workspace /> : <SettingsView />}
      {isTalk && <Dock />}
    </div>
  )
}
